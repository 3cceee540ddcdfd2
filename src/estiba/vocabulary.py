"""The owner's tags: when two written tags are one, and which tag stands above which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from types import MappingProxyType

from estiba.folding import fold

LEVELS = 8
"""Levels of a nested tag that count as tags of their own; what lies deeper is one last level."""
_NEAR = 0.75
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Term:
    """One tag of the vocabulary."""

    name: str
    """As the owner writes it."""
    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What readers see: language -> text."""
    parent: str | None = None
    """The key of the tag above it."""
    descriptions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """What the owner says of it to readers: language -> text."""


@dataclass(frozen=True)
class Vocabulary:
    """The tags that the owner knows; `estiba.vocabulary_table` makes one of `estiba.toml`.

    A key is what all spellings of one tag have in common: its path, each part folded.
    """

    terms: Mapping[str, Term] = field(default_factory=lambda: MappingProxyType({}))
    """Key -> tag."""
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Key of every name (the tag's own, labels, synonyms) -> key of the tag."""
    closed: bool = False
    """Whether other tags are problems."""
    _near: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def resolve(self, written: str) -> str:
        """Give the key of the tag that an author means by `written`.

        From left to right the parts that have another name here are replaced:
        where `redes` is a synonym of `network`, `Redes/VPN` is `network/vpn`.
        """
        key = tag_key(written)
        if not self.names:
            return key
        meant, parts = "", key.split("/")
        for index, part in enumerate(parts):
            if meant.count("/") >= LEVELS - 1:
                return "/".join((meant, *parts[index:]))
            path = f"{meant}/{part}" if meant else part
            meant = self.names.get(path, path)
        return meant

    def parent_of(self, key: str) -> str | None:
        """Give the key of the tag above `key`: the owner's choice, else the path without its last part."""
        term = self.terms.get(key)
        if term is not None and term.parent is not None:
            return term.parent
        parts = key.split("/")[:-1][:LEVELS]
        return self.resolve("/".join(parts)) if parts else None

    def ancestors(self, key: str) -> Iterator[str]:
        """Give the keys of all tags above `key`, the nearest first."""
        above = self.parent_of(key)
        while above is not None:
            yield above
            above = self.parent_of(above)

    def near(self, key: str) -> tuple[str, ...]:
        """Give the names in `names`, at most three, that resemble `key`; the nearest first."""
        found = self._near.get(key)
        if found is None:
            found = ()
            if len(key) <= _LONGEST:
                found = tuple(get_close_matches(key, self.names, n=3, cutoff=_NEAR))
            self._near[key] = found
        return found


@lru_cache(maxsize=1 << 14)
def tag_key(written: str) -> str:
    """Give what two spellings of one tag have in common: `#Redes/Configuración` is `redes/configuracion`.

    A tag of nothing but marks is `#`.
    """
    text = " ".join(fold(written).split()).lstrip("#/ ")
    parts = (part.strip() for part in text.split("/"))
    return "/".join(filter(None, parts)) or "#"
