"""`estiba review BASE..HEAD`: what a change does to the vault, for who decides on it."""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from estiba.catalogue import catalogue_for
from estiba.cli.change import named_change
from estiba.cli.output import complain, say, write_file
from estiba.cli.targets import CannotRun
from estiba.git.running import GitError
from estiba.policy_table import ConfigError
from estiba.problem import Severity
from estiba.progress import with_progress
from estiba.report.github import write_github
from estiba.report.printable import one_line
from estiba.report.result import Result
from estiba.report.sarif import write_sarif
from estiba.vault.note import Note

if TYPE_CHECKING:
    from estiba.comparing.comparison import NoteChange
    from estiba.review.reading import ReadReview
    from estiba.review.review import Review

FORMATS = ("html", "markdown", "json", "github", "sarif")
_SUFFIXES = {".html": "html", ".htm": "html", ".md": "markdown", ".json": "json", ".sarif": "sarif"}
_DESCRIPTION = """\
Shows what HEAD changes of the vault since it parted from BASE: each note before and
after, what is newly wrong and what is not any more, examples with their verdicts,
tags, links, addresses, sizes. BASE alone means BASE..HEAD.

Both states are read out of Git; nothing is checked out, and nothing of HEAD is looked
at but notes and inert attachments. The policy is that of BASE. What else HEAD changes
is named, and waits for the owner."""
_EPILOG = """\
Without -o the review goes to standard output, as Markdown unless --format says more.
With -o, the suffix says the form: .html .md .json .sarif; -o may be given again.

Exit status: 0 nothing new is wrong, 1 new errors (with --strict: or warnings), 2 could not run."""


def add_review(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "review",
        help="show what a change does to the vault",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=_EPILOG,
    )
    parser.add_argument("range", metavar="BASE..HEAD", help="two revisions, as in main..HEAD")
    parser.add_argument(
        "path", nargs="?", metavar="PATH", help="folder of the vault (default: that of mkdocs.yml)"
    )
    parser.add_argument(
        "-o", "--output", action="append", default=[], metavar="FILE", help="write the review there"
    )
    parser.add_argument("--format", choices=FORMATS, help="form on standard output")
    parser.add_argument("--strict", action="store_true", help="fail on new warnings too")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    try:
        outputs = {Path(file): _form_of(file) for file in options.output}
        read = _read(options)
        for file, form in outputs.items():
            write_file(file, _written(read, form))
        if options.format or not outputs:
            form = options.format or "markdown"
            say(_written(read, form), commands=form == "github")
    except (CannotRun, ConfigError, GitError) as error:
        complain(one_line(str(error)))
        return 2
    return int(read.review.failed(strict=options.strict))


def _form_of(file: str) -> str:
    form = _SUFFIXES.get(Path(file).suffix.lower())
    if form is None:
        raise CannotRun(f"{file}: nothing is written under such a name; end it with {' '.join(_SUFFIXES)}")
    return form


def _read(options: argparse.Namespace) -> ReadReview:
    from estiba.review.reading import Question, read_review  # noqa: PLC0415 - other commands load no Markdown

    change = named_change(options.range, options.path)
    today = dt.date.today()  # noqa: DTZ011 - the author's day
    question = Question(change.repository, change.base, change.head, change.folder, today)
    return read_review(question, _judging, _showing)


def _written(read: ReadReview, form: str) -> str:
    from estiba.review.as_html import write_html  # noqa: PLC0415 - as above
    from estiba.review.as_json import write_review_json  # noqa: PLC0415
    from estiba.review.as_markdown import write_markdown  # noqa: PLC0415

    review = read.review
    if form == "html":
        return write_html(review, read.catalogue, read.pictures)
    if form == "markdown":
        return write_markdown(review, read.catalogue)
    if form == "json":
        return write_review_json(review, read.catalogue)
    write = write_github if form == "github" else write_sarif
    return write(_result(review), catalogue_for("en"))


def _result(review: Review) -> Result:
    """Give the new problems as a run of the checks does, with paths from the top of the repository.

    What is said and not judged (`info`) is left out: it would bury the rest.
    """
    prefix = f"{review.folder}/" if review.folder else ""
    return Result(
        tuple(
            dataclasses.replace(problem, path=prefix + problem.path)
            for problem in review.new
            if problem.severity is not Severity.INFO
        ),
        {prefix + path: lines for path, lines in review.lines.items()},
        notes=len(review.notes),
        examples=sum(len(note.examples) for note in review.notes),
    )


def _judging(notes: Mapping[str, Note]) -> Iterable[tuple[str, Note]]:
    return with_progress(notes.items(), len(notes), "checking")


def _showing(notes: Sequence[NoteChange]) -> Iterable[NoteChange]:
    return with_progress(notes, len(notes), "showing")
