"""How one input is made of another: its lines are moved about, and words of the target put in."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence


def mutated(
    data: bytes,
    longest: int,
    seed: int,
    tokens: Sequence[bytes],
    usual: Callable[[bytes, int], bytes],
) -> bytes:
    """Make another input, of at most `longest` bytes, of `data`; the same `seed` makes the same.

    Half of the time the `usual` way, which knows bytes; notes are made of lines, and lines of words.
    """
    chance = random.Random(seed)
    if chance.random() < 0.5:
        return usual(data, longest)
    lines = data.split(b"\n")
    for _ in range(chance.randint(1, 4)):
        row = chance.randrange(len(lines))
        lines[row : row + 1] = _changed(lines[row], chance.choice(lines), chance, tokens)
        if not lines:
            lines = [b""]
    return b"\n".join(lines)[:longest]


def _changed(line: bytes, other: bytes, chance: random.Random, tokens: Sequence[bytes]) -> list[bytes]:
    """Give what stands where `line` stood; `other` is another line of the input."""
    at = chance.randint(0, len(line))
    token = chance.choice(tokens)
    end = chance.randint(at, len(line))
    ways = (
        [],
        [line] * chance.randint(2, 3),
        [other, line],
        [b" " * chance.randint(1, 5) + line],
        [line[1:] if line.startswith(b" ") else line[:at], line[at:]],
        [line[:at] + token + line[end:]],
        [line[:at] + token + line[at:]],
    )
    return chance.choice(ways)
