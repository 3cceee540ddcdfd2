"""`estiba fix`: mends what is safe to mend."""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from estiba.catalogue import catalogue_for
from estiba.checks.judge import judge_note
from estiba.checks.rules import Rules, refuse_unknown
from estiba.cli.output import say
from estiba.cli.progress import with_progress
from estiba.cli.targets import CannotRun, Target, policy_path, read_bytes, read_targets, shown
from estiba.config import load_config
from estiba.policy_table import ConfigError
from estiba.report.printable import one_line, printable
from estiba.vault.mending import mend
from estiba.vault.note import Unreadable, read_note

_DESCRIPTION = """\
Mends in notes what can be mended safely: slips in tags, where estiba.toml closes the
vocabulary and only one tag can be meant. Nothing else in a file changes, not a byte;
a second run changes nothing.

With --diff it shows the changes and writes nothing."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A note that can be mended."""

    file: Path
    before: bytes
    after: bytes
    fixes: int


def add_fix(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "fix",
        help="mend what is safe to mend",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Exit status: 0 done, or nothing to do; 2 could not run.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="folder or note")
    parser.add_argument("--diff", action="store_true", help="show what would change, and change nothing")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    fixes = files = 0
    try:
        for target in read_targets(options.paths):
            for mended in _mended(target):
                say(_difference(mended) if options.diff else _done(mended))
                fixes, files = fixes + mended.fixes, files + 1
    except (CannotRun, ConfigError) as error:
        print(f"estiba: {error}", file=sys.stderr)
        return 2
    if not options.diff or not fixes:
        texts = catalogue_for("en")
        counts = {
            "fixes": texts.count("fix-report.fixes", fixes),
            "notes": texts.count("notes.number", files),
        }
        say(texts.text("fix-report.summary", **counts) + "\n")
    return 0


def _mended(target: Target) -> Iterator[Mended]:
    config = load_config(policy_path(target))
    refuse_unknown(config, str(policy_path(target)))
    rules = Rules(config, dt.date.today())  # noqa: DTZ011 - the author's day
    for file in with_progress(target.notes, len(target.notes), "looking"):
        if file.is_symlink():
            continue
        data = read_bytes(file)
        try:
            note = read_note(data, target.path(file), config)
        except Unreadable:
            continue
        fixes = [problem.fix for problem in judge_note(note, rules) if problem.fix is not None]
        after, count = mend(data, fixes)
        if count:
            yield Mended(file, data, after, count)


def _done(mended: Mended) -> str:
    try:
        mended.file.write_bytes(mended.after)
    except OSError as error:
        raise CannotRun(f"{shown(mended.file)}: {error.strerror}") from None
    return f"{one_line(shown(mended.file))}: {catalogue_for('en').count('fix-report.fixes', mended.fixes)}\n"


def _difference(mended: Mended) -> str:
    before, after = (data.decode("utf-8").split("\n") for data in (mended.before, mended.after))
    name = shown(mended.file)
    lines = difflib.unified_diff(before, after, f"a/{name}", f"b/{name}", n=1, lineterm="")
    return "".join(f"{printable(line.rstrip(chr(13)))}\n" for line in lines)
