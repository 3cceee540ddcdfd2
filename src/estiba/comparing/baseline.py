"""Known debt: problems that a vault had when its owner began to check it, and that fail nothing.

They stand in a committed file, a line each, by path, check and fingerprint; nothing of a note is in it.
The file only ever shrinks. Paths begin at its folder; so a note that moves takes no debt along.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from estiba.checks.fingerprints import fingerprints
from estiba.problem import Problem, Severity

FILE_NAME = "estiba-baseline.json"
NEVER = frozenset({"live-secret"})
"""Checks whose problems are no debt: a credential that the world can read is to be changed now."""
_VERSION = 1
_FAILING = (Severity.ERROR, Severity.WARNING)
_FINGERPRINT = re.compile(r"[0-9a-f]{32}")


class BaselineError(Exception):
    """A file that cannot be used as a baseline; the message says where and why."""


@dataclass(frozen=True, slots=True, order=True)
class Debt:
    """One problem that is known."""

    path: str
    """Of its file, from the folder of the baseline."""
    check: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Split:
    """Problems by whether they are known."""

    new: tuple[Problem, ...]
    known: frozenset[Debt]
    """Those of the baseline that are still there."""
    unknown: frozenset[Debt]
    """What the new ones would be in a baseline."""


def read_baseline(text: str, name: str) -> frozenset[Debt]:
    """Read the file called `name`; raises `BaselineError` where it has not the form of one."""
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise BaselineError(f"{name}:{error.lineno}:{error.colno}: is no JSON") from None
    except RecursionError:
        raise BaselineError(f"{name}: is no JSON that anybody wrote") from None
    if not isinstance(content, dict) or content.get("version") != _VERSION:
        raise BaselineError(f"{name}: is no baseline of version {_VERSION}, as 'estiba check' writes it")
    entries = content.get("problems")
    if not isinstance(entries, list):
        raise BaselineError(f"{name}: problems: must be a list")
    return frozenset(_debt(entry, number, name) for number, entry in enumerate(entries, 1))


def write_baseline(debts: Iterable[Debt]) -> str:
    """Write the file: a line for each, in the order of their paths."""
    lines = [json.dumps(dataclasses.asdict(debt), ensure_ascii=False) for debt in sorted(debts)]
    entries = ",".join(f"\n    {line}" for line in lines)
    return f'{{\n  "version": {_VERSION},\n  "problems": [{entries}\n  ]\n}}\n'


def split(
    problems: Sequence[Problem],
    lines: Mapping[str, Sequence[str]],
    baseline: frozenset[Debt],
    folder: str = "",
) -> Split:
    """Tell new problems from those of `baseline`.

    Paths of `problems` and `lines` begin at the vault, which is at `folder`, seen from that of the
    baseline. Advice and information fail nothing, and are new.
    """
    prefix = f"{folder}/" if folder else ""
    there = [dataclasses.replace(one, path=f"{prefix}{one.path}") for one in problems]
    marks = fingerprints(there, {f"{prefix}{path}": text for path, text in lines.items()})
    new: list[Problem] = []
    known: set[Debt] = set()
    unknown: set[Debt] = set()
    for problem, placed, mark in zip(problems, there, marks, strict=True):
        debt = Debt(placed.path, problem.check, mark)
        can_be_known = problem.severity in _FAILING and problem.check not in NEVER
        if can_be_known and debt in baseline:
            known.add(debt)
            continue
        new.append(problem)
        if can_be_known:
            unknown.add(debt)
    return Split(tuple(new), frozenset(known), frozenset(unknown))


def _debt(entry: Any, number: int, name: str) -> Debt:
    if not isinstance(entry, dict) or entry.keys() != {"path", "check", "fingerprint"}:
        raise BaselineError(f"{name}: problem {number}: has not the keys path, check, fingerprint")
    if not all(isinstance(value, str) for value in entry.values()):
        raise BaselineError(f"{name}: problem {number}: has a value that is no text")
    if not _FINGERPRINT.fullmatch(entry["fingerprint"]):
        raise BaselineError(f"{name}: problem {number}: {entry['fingerprint']!r} is no fingerprint")
    if entry["check"] in NEVER:
        raise BaselineError(f"{name}: problem {number}: '{entry['check']}' is never left out; mend it")
    return Debt(**entry)
