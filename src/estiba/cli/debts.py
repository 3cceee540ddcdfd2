"""The baseline of `estiba check`: which problems it leaves out, and what it says and writes of them."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from estiba.checks.registry import NEEDING_VAULT, VAULT_CHECKS
from estiba.checks.rules import Rules
from estiba.cli.output import write_file
from estiba.cli.targets import CannotRun, Target, home_of, shown
from estiba.comparing.baseline import FILE_NAME, BaselineError, Debt, read_baseline, split, write_baseline
from estiba.problem import Problem
from estiba.report.result import KnownDebt

_OF_VAULTS = NEEDING_VAULT | {check.name for check in VAULT_CHECKS} | {"unused-silence"}
"""Checks that find less, or other things, where only one file is looked at."""


@dataclass
class _Baseline:
    """One file, and what a run found out about it."""

    before: frozenset[Debt] | None
    """None: there is no such file."""
    known: set[Debt] = field(default_factory=set)
    gone: set[Debt] = field(default_factory=set)
    begun: set[Debt] = field(default_factory=set)
    """What the file begins with."""


class Debts:
    """The baselines of one run."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.named: str | None = options.baseline
        self.writes: bool = options.write_baseline
        self.judges_all = options.changed is None
        self.files: dict[Path, _Baseline] = {}
        self.homes: set[Path] = set()
        if self.writes and not self.judges_all:
            raise CannotRun("--write-baseline needs the whole vault: it cannot go with --changed")
        if self.named and not self.writes and not Path(self.named).is_file():
            raise CannotRun(f"{self.named}: there is no such file")

    def leave_out(
        self, problems: Sequence[Problem], lines: Mapping[str, Sequence[str]], target: Target, rules: Rules
    ) -> tuple[Problem, ...]:
        """Give those of `problems`, all of `target`, that are not known; raises `CannotRun`."""
        file, folder = self._file(target), _folder(target)
        if file.before is None and not self.writes:
            return tuple(problems)
        found = split(problems, lines, file.before or frozenset(), folder)
        file.known |= found.known
        if self.writes and file.before is None:
            if not target.whole or target.inside or rules.select or rules.ignore:
                raise CannotRun("--write-baseline begins with a whole vault, without --select and --ignore")
            file.begun |= found.unknown
            return split(problems, lines, found.unknown, folder).new
        if self.judges_all:
            file.gone |= _judged((file.before or frozenset()) - found.known, target, rules)
        return found.new

    def finish(self) -> KnownDebt | None:
        """Write the files if that was asked for, and give what there is to say."""
        known = gone = 0
        for path, file in self.files.items():
            mended = file.gone - file.known
            after = file.begun if file.before is None else file.before - mended
            if self.writes and after != file.before:
                write_file(path, write_baseline(after))
            known += len(file.known | file.begun)
            gone += len(mended)
        if not (known or gone or self.writes):
            return None
        return KnownDebt(", ".join(map(shown, self.files)), known, gone, written=self.writes)

    def _file(self, target: Target) -> _Baseline:
        home = home_of(target)
        self.homes.add(home)
        if self.named and len(self.homes) > 1:
            raise CannotRun("--baseline is for one vault; check the others by themselves")
        path = Path(self.named).absolute() if self.named else home / FILE_NAME
        if path not in self.files:
            self.files[path] = _Baseline(_read(path))
        return self.files[path]


def _folder(target: Target) -> str:
    """Give the path of the vault from the folder that the paths in its baseline begin at."""
    inside = Path(os.path.relpath(target.root.resolve(), home_of(target))).as_posix()
    return "" if inside == "." else inside


def _judged(debts: Iterable[Debt], target: Target, rules: Rules) -> set[Debt]:
    """Give those of `debts` that a run over `target` would have found."""
    folder, off = _folder(target), rules.off
    prefix = f"{folder}/" if folder else ""
    files = {target.path(file) for file in (*target.notes, *target.composes)}
    found = set()
    for debt in debts:
        path = debt.path.removeprefix(prefix)
        if debt.check in off or not debt.path.startswith(prefix):
            continue
        if target.holds(path) if target.whole else path in files and debt.check not in _OF_VAULTS:
            found.add(debt)
    return found


def _read(path: Path) -> frozenset[Debt] | None:
    try:
        return read_baseline(path.read_text("utf-8"), shown(path))
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        raise CannotRun(f"{shown(path)}: is no UTF-8 text") from None
    except OSError as error:
        raise CannotRun(f"{shown(path)}: {error.strerror}") from None
    except BaselineError as error:
        raise CannotRun(str(error)) from None
