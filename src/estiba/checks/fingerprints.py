"""What tells one problem from another while the lines of a file move."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from estiba.problem import Problem

_DIGITS = 32


def fingerprints(problems: Sequence[Problem], lines: Mapping[str, Sequence[str]]) -> list[str]:
    """Give a fingerprint for each of `problems`: 32 hexadecimal digits, no two the same.

    It hangs on the check, its variant, the path, the text of the line and the place in it, not on the
    number of the line, nor on what the message suggests. Of problems that are the same in all of that,
    each has its number in the order given. `lines` are those of each file, by its path.
    """
    seen = Counter[tuple[str, ...]]()
    known: dict[tuple[str, int], tuple[str, int]] = {}
    found = []
    for problem in problems:
        line, column = problem.position
        place = problem.path, line
        if place not in known:
            known[place] = _line(line, lines.get(problem.path, ()))
        text, indentation = known[place]
        key = (problem.check, problem.variant, problem.path, text, str(max(column - indentation, 1)))
        found.append(_hash("\0".join((*key, str(seen[key])))))
        seen[key] += 1
    return found


def _line(line: int, lines: Sequence[str]) -> tuple[str, int]:
    """Give the hash of a line without the spaces around it, and how many stand before it."""
    written = lines[line - 1] if line <= len(lines) else ""
    return _hash(written.strip()), len(written) - len(written.lstrip())


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
