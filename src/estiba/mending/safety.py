"""Whether fixes did to a file what they should, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from estiba.mending.judged_file import JudgedFile
from estiba.problem import Fix, Problem
from estiba.vault.front_matter import Entry
from estiba.vault.note import Note

_OBSOLETE = "version"


def is_safe(before: JudgedFile, after: JudgedFile, fixes: Sequence[Fix]) -> bool:
    """Whether `after` says what `before` said, but for the entries of its front matter that `fixes` are in.

    Whether a note is published is never changed; its examples are the same but for `version`; what the
    fixes mend is gone, and below the front matter nothing is wrong that was not wrong before.
    """
    if before.note is not None and after.note is not None and not _same_note(before.note, after.note, fixes):
        return False
    if _examples(before) != _examples(after):
        return False
    problems = Counter(problem.check for problem in before.problems)
    return _body_problems(after) <= problems and _is_gone(before, after, fixes)


def _is_gone(before: JudgedFile, after: JudgedFile, fixes: Sequence[Fix]) -> bool:
    """Whether there is less of each check that offers one of `fixes`, by as many."""
    offered = set(fixes)
    mended = Counter(problem.check for problem in before.problems if problem.fix in offered)
    found, left = (Counter(problem.check for problem in file.problems) for file in (before, after))
    return all(left[check] + count <= found[check] for check, count in mended.items())


def _same_note(before: Note, after: Note, fixes: Sequence[Fix]) -> bool:
    if (before.published, before.unlisted) != (after.published, after.unlisted):
        return False
    if all(fix.position.line < before.body_line for fix in fixes) and before.body != after.body:
        return False
    now = {key: entry.value for key, entry in _entries(after)}
    return all(
        key in now and now[key] == entry.value for key, entry in _entries(before) if not _is_in(entry, fixes)
    )


def _entries(note: Note) -> Iterable[tuple[str, Entry]]:
    yield from note.extra.items()
    yield from ((entry.key, entry) for entry in note.entries.values())


def _is_in(entry: Entry, fixes: Sequence[Fix]) -> bool:
    """Whether a fix changes a line of `entry`."""
    first = entry.key_position.line
    last = entry.lines.position(entry.node.end + entry.shift).line
    return any(
        fix.position.line <= last and first <= fix.position.line + fix.old.count("\n") for fix in fixes
    )


def _examples(file: JudgedFile) -> list[Any]:
    """Give what the examples say, without the key that is obsolete."""
    return [
        {key: value for key, value in example.values.root.items() if key != _OBSOLETE}
        for example in file.examples
    ]


def _body_problems(file: JudgedFile) -> Counter[str]:
    first = file.note.body_line if file.note is not None else 1
    return Counter(problem.check for problem in file.problems if _is_from(problem, first))


def _is_from(problem: Problem, line: int) -> bool:
    return problem.position.line >= line
