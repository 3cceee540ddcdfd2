"""One file, mended until nothing is left to mend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from estiba.mending.judged_file import Judge, JudgedFile
from estiba.mending.safety import is_safe
from estiba.problem import Fix
from estiba.vault.mending import mend
from estiba.vault.note import Note

_ROUNDS = 8
"""One fix may bring another to light: a list that is read at last has tags."""
_HALVINGS = 5
"""How often fixes that are not safe together are tried in two halves."""


@dataclass(frozen=True, slots=True)
class MendedFile:
    """A file with its fixes put in."""

    before: bytes
    data: bytes
    """Its bytes then."""
    note: Note | None
    """What it says then; None for a Compose file of its own."""
    fixes: int
    """How many were put in; 0 where nothing changed."""


def mend_file(data: bytes, judge: Judge) -> MendedFile:
    """Mend the file with the bytes `data`, so that mending the outcome changes nothing.

    A fix that changes more than it should is left out; a file that does not come to rest stays as it
    was. Raises `Unreadable` where `data` is no UTF-8 text.
    """
    before = judge(data)
    file, fixes = before, 0
    for _ in range(_ROUNDS):
        after, done = put_in(file, file.fixes, judge)
        if not done:
            return MendedFile(data, file.data, file.note, fixes)
        file, fixes = after, fixes + done
    return MendedFile(data, data, before.note, 0)


def put_in(
    file: JudgedFile, fixes: Sequence[Fix], judge: Judge, *, halvings: int = _HALVINGS
) -> tuple[JudgedFile, int]:
    """Put those of `fixes` (in the order of the lines) into `file` that are safe, and count them."""
    data, done = mend(file.data, fixes)
    if not done:
        return file, 0
    after = judge(data)
    if is_safe(file, after, fixes):
        return after, done
    if len(fixes) == 1 or not halvings:
        return file, 0
    middle = len(fixes) // 2
    file, below = put_in(
        file, fixes[middle:], judge, halvings=halvings - 1
    )  # first, as it moves no line above
    file, above = put_in(file, fixes[:middle], judge, halvings=halvings - 1)
    return file, below + above
