"""`estiba fix`: mends what is safe to mend."""

from __future__ import annotations

import argparse
import datetime as dt
import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from estiba.catalogue import catalogue_for
from estiba.checks.rules import Rules, refuse_unknown
from estiba.cli.output import complain, say
from estiba.cli.targets import CannotRun, Target, policy_path, read_bytes, read_targets, shown
from estiba.cli.writing_back import replace_bytes
from estiba.config import load_config
from estiba.mending.judged_file import judge_of_compose_file, judge_of_note
from estiba.mending.rounds import MendedFile, mend_file, put_in
from estiba.mending.stale_mods import fix_stale_mods
from estiba.policy_table import ConfigError
from estiba.progress import with_progress
from estiba.report.printable import one_line, printable
from estiba.vault.note import Unreadable
from estiba.vault.source import decode

_DESCRIPTION = """\
Mends in notes and Compose files what can be mended safely: dates and switches that
are written in another way, tags that are no list, slips in tags where estiba.toml
closes the vocabulary, lists in front matter that are not indented evenly, an obsolete
'version:', and 'mod' where Git knows of a later change. Nothing else in a file
changes, not a byte; a second run changes nothing.

Without a path: docs/ beside an mkdocs.yml, else this folder."""


@dataclass(frozen=True, slots=True)
class _Mended:
    """A file that can be mended."""

    path: Path
    file: MendedFile


def add_fix(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "fix",
        help="mend what is safe to mend",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Exit status: 0 done, or nothing to do; with --check 1 if there is; 2 could not run.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="folder, note or Compose file")
    parser.add_argument("--diff", action="store_true", help="show what would change, and change nothing")
    parser.add_argument(
        "--check", action="store_true", help="change nothing, and end with 1 if something would change"
    )
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    run = _Run(writes=not (options.diff or options.check), shows_differences=options.diff)
    try:
        run.mend(read_targets(options.paths))
    except (CannotRun, ConfigError) as error:
        complain(error)
        return 2
    run.summarise()
    return 2 if run.failed else int(options.check and run.files > 0)


class _Run:
    """One run over all targets."""

    def __init__(self, *, writes: bool, shows_differences: bool) -> None:
        self.writes = writes
        self.shows_differences = shows_differences
        self.texts = catalogue_for("en")
        self.seen: set[Path] = set()
        self.fixes = 0
        self.files = 0
        self.failed = False
        """Whether the system did not let a file be read or written."""

    def mend(self, targets: Iterable[Target]) -> None:
        """Mend the files of `targets`, each once."""
        for target in targets:
            config = load_config(policy_path(target))
            refuse_unknown(config, str(policy_path(target)))
            rules = Rules(config, dt.date.today())  # noqa: DTZ011 - the author's day
            for mended in self._mended(target, rules):
                self._put_out(mended)

    def summarise(self) -> None:
        """Say what was done, or would be."""
        if self.shows_differences and self.fixes:
            return
        words = "summary" if self.writes or not self.fixes else "pending"
        counts = {
            "fixes": self.texts.count("fix-report.fixes", self.fixes),
            "files": self.texts.count("fix-report.files", self.files),
        }
        say(self.texts.text(f"fix-report.{words}", **counts) + "\n")

    def _mended(self, target: Target, rules: Rules) -> Iterator[_Mended]:
        composes = set(target.composes)
        files = [file for file in (*target.notes, *target.composes) if self._is_new(file)]
        mended: dict[str, _Mended] = {}
        for file in with_progress(files, len(files), "looking"):
            path = target.path(file)
            judge_of = judge_of_compose_file if file in composes else judge_of_note
            try:
                mended[path] = _Mended(file, mend_file(read_bytes(file), judge_of(path, rules)))
            except Unreadable as error:
                complain(f"{shown(file)}: {self.texts.problem(error.problem)}; it is left as it is")
            except CannotRun as error:
                self._fail(error)
        if rules.config.mends_mod:
            self._mend_mods(target, mended, rules)
        yield from (one for one in mended.values() if one.file.fixes)

    def _mend_mods(self, target: Target, mended: dict[str, _Mended], rules: Rules) -> None:
        """Put the fixes of `mod` in, which depend on what the others did."""
        notes = {path: (one.file.note, one.file.data) for path, one in mended.items() if one.file.note}
        for path, fix in fix_stale_mods(target.root, notes, rules.config, rules.today).items():
            one, judge = mended[path], judge_of_note(path, rules)
            file, done = put_in(judge(one.file.data), [fix], judge)
            after = MendedFile(one.file.before, file.data, file.note, one.file.fixes + done)
            mended[path] = _Mended(one.path, after)

    def _is_new(self, file: Path) -> bool:
        """Whether the file has not been mended before, by another path; links are left alone."""
        if file.is_symlink():
            return False
        real = file.resolve()
        is_new = real not in self.seen
        self.seen.add(real)
        return is_new

    def _put_out(self, mended: _Mended) -> None:
        if self.writes:
            try:
                replace_bytes(mended.path, mended.file.data)
            except OSError as error:
                self._fail(f"{shown(mended.path)}: {error.strerror}")
                return
        self.fixes += mended.file.fixes
        self.files += 1
        say(_difference(mended) if self.shows_differences else self._line(mended))

    def _line(self, mended: _Mended) -> str:
        count = self.texts.count("fix-report.fixes", mended.file.fixes)
        return f"{one_line(shown(mended.path))}: {count}\n"

    def _fail(self, why: object) -> None:
        complain(why)
        self.failed = True


def _difference(mended: _Mended) -> str:
    before, after = (decode(data).split("\n") for data in (mended.file.before, mended.file.data))
    name = shown(mended.path)
    lines = difflib.unified_diff(before, after, f"a/{name}", f"b/{name}", n=1, lineterm="")
    return "".join(f"{printable(line)}\n" for line in lines)
