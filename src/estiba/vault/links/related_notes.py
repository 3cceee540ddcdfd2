"""Which notes go together: those that share rare tags, or links with the same notes."""

from __future__ import annotations

import heapq
import math
from collections.abc import Mapping, Sequence

from estiba.vault.links.backlinks import links_from
from estiba.vault.tags import title_order
from estiba.vault.vault import Vault

MOST = 5
"""Related notes that a note has at most."""
RARE = 50
"""Notes that share a tag, or links with one note, at most, for that to say anything of them."""
COUNTED = 32
"""Things of one note that count, the rarest, so that one with thousands costs no more than any."""
ENOUGH = 0.5
"""How near two notes are that are related."""
_Thing = tuple[float, str]
"""What notes share: what it is worth at most, and the key of a tag or the path of a note."""
_TAG, _LINKED = 1.0, 0.7


def related_notes(vault: Vault) -> dict[str, tuple[str, ...]]:
    """Give the paths of the listed notes that go with each note, the nearest first.

    Two notes are the nearer, the more they share: tags, and notes that link to both or that
    both link to. What few notes share counts most, by the logarithm of how few; what more
    than `RARE` share does not count. Notes that link to one another are left out: their
    readers have the link in the text or among the backlinks. The time grows with the tags
    and the links, at most `RARE` times each.
    """
    neighbours = _neighbours(vault)
    held = {
        note.path: [
            *((_TAG, tag.key) for tag in vault.tags_of(note)),
            *((_LINKED, path) for path in neighbours[note.path]),
        ]
        for note in vault.notes.values()
    }
    holders: dict[_Thing, list[str]] = {}
    for path in vault.listed:
        for thing in held[path]:
            holders.setdefault(thing, []).append(path)
    weights = _weights(holders, len(vault.listed))
    order = {note.path: title_order(note) for note in vault.listed.values()}
    found = {}
    for path, things in held.items():
        near: dict[str, float] = {}
        worth = ((-weights[one], one) for one in things if one in weights)
        for weight, thing in heapq.nsmallest(COUNTED, worth):
            for other in holders[thing]:
                near[other] = near.get(other, 0) - weight
        ranked = (
            (-round(score, 9), order[other], other)
            for other, score in near.items()
            if round(score, 9) >= ENOUGH and other != path and other not in neighbours[path]
        )
        found[path] = tuple(other for *_, other in heapq.nsmallest(MOST, ranked))
    return found


def _neighbours(vault: Vault) -> dict[str, dict[str, None]]:
    """Give the listed notes that each note has links with, either way."""
    found: dict[str, dict[str, None]] = {path: {} for path in vault.notes}
    for path in vault.notes:
        for other in links_from(vault, path):
            if other in vault.listed:
                found[path][other] = None
            if path in vault.listed:
                found[other][path] = None
    return found


def _weights(holders: Mapping[_Thing, Sequence[str]], count: int) -> dict[_Thing, float]:
    """Give how much each thing says that at least two notes share, of a vault of `count`."""
    numbers = {thing: len(paths) for thing, paths in holders.items()}
    return {
        thing: thing[0] * math.log(count / number) / math.log(count)
        for thing, number in numbers.items()
        if 1 < number <= RARE
    }
