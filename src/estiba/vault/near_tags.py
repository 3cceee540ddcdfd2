"""Tags that look like one tag spelled twice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

_BETWEEN = re.compile(r"[-_. ]+")
_SHORTEST, _LONGEST = 6, 60
"""Characters of keys in which one wrong character is taken for a slip."""
_PLURALS = (("", "s"), ("", "es"), ("z", "ces"), ("y", "ies"))
"""Endings of one and of many, in Spanish and English."""


def near_duplicates(keys: Iterable[str], apart: Collection[str] = ()) -> list[tuple[str, ...]]:
    """Group keys of tags that differ in little; in the order of the keys.

    Little is: what stands between the words (`home-assistant`, `homeassistant`); one and
    many (`red`, `redes`); in long keys, one letter that is another, missing, or in the
    wrong place. Figures are no slips: `python2` is not `python3`. Two keys that are both
    in `apart` are known to be different.

    It takes time by the length of all keys together, not by the number of pairs.
    """
    groups = _Groups(apart)
    known = dict.fromkeys(sorted(keys))
    like: dict[tuple[int, str], str] = {}
    for key in known:
        for pattern in _patterns(key):
            groups.join(like.setdefault(pattern, key), key)
        for other in _others(key):
            if other in known:
                groups.join(key, other)
    return groups.of_several(known)


def _patterns(key: str) -> Iterator[tuple[int, str]]:
    """Give what another key has in common with `key` if they are near: a place left out, and the rest."""
    yield -1, _BETWEEN.sub("", key)
    if _SHORTEST <= len(key) <= _LONGEST:
        for index, char in enumerate(key):
            if char.isalpha():
                yield index, key[:index] + key[index + 1 :]


def _others(key: str) -> Iterator[str]:
    """Give keys that would be near `key`."""
    for one, many in _PLURALS:
        if key.endswith(one):
            yield key.removesuffix(one) + many
    if _SHORTEST < len(key) <= _LONGEST:
        for index, char in enumerate(key):
            if char.isalpha():
                yield key[:index] + key[index + 1 :]
    if _SHORTEST <= len(key) <= _LONGEST:
        for index in range(len(key) - 1):
            if key[index : index + 2].isalpha():
                yield key[:index] + key[index + 1] + key[index] + key[index + 2 :]


class _Groups:
    """Keys that belong together, by way of others or not."""

    def __init__(self, apart: Collection[str]) -> None:
        self.apart = apart
        self.leaders: dict[str, str] = {}

    def leader(self, key: str) -> str:
        while (above := self.leaders.get(key, key)) != key:
            self.leaders[key] = key = self.leaders.get(above, above)
        return key

    def join(self, one: str, other: str) -> None:
        if one in self.apart and other in self.apart:
            return
        first, second = self.leader(one), self.leader(other)
        if first != second:
            self.leaders[second] = first

    def of_several(self, keys: Iterable[str]) -> list[tuple[str, ...]]:
        members: dict[str, list[str]] = {}
        for key in keys:
            members.setdefault(self.leader(key), []).append(key)
        return [tuple(group) for group in members.values() if len(group) > 1]
