"""Links backwards: which notes lead to a note, and in which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from estiba.vault.links.surroundings import Surroundings
from estiba.vault.links.targets import TargetKind
from estiba.vault.tags import title_order
from estiba.vault.text.marks import Link
from estiba.vault.text.sentences import Sentence
from estiba.vault.vault import Vault

MOST = 3
"""Sentences of one note that are shown below another."""


@dataclass(frozen=True, slots=True)
class Backlink:
    """A note that leads to another."""

    path: str
    sentences: tuple[Sentence, ...]
    """Those around its links, in their order, each once; of many, the first."""


def links_from(vault: Vault, path: str) -> dict[str, list[Link]]:
    """Give the links, embeds among them, of the note at `path` to each other note, by its path."""
    found: dict[str, list[Link]] = {}
    for link, target in vault.targets_of(path):
        if target.kind is TargetKind.NOTE and target.path != path:
            found.setdefault(target.path, []).append(link)
    return found


def backlinks(vault: Vault) -> Mapping[str, tuple[Backlink, ...]]:
    """Give the listed notes that lead to each note, by title: path of the note -> who leads there.

    The time grows with the text of the notes that have links, and with the links.
    """
    found: dict[str, list[Backlink]] = {}
    for source in sorted(vault.listed.values(), key=title_order):
        leading = links_from(vault, source.path)
        surroundings = Surroundings(source) if leading else None
        for path, links in leading.items():
            sentences = (surroundings.sentence(link) for link in links) if surroundings else ()
            found.setdefault(path, []).append(Backlink(source.path, tuple(_several(sentences))))
    return {path: tuple(those) for path, those in found.items()}


def _several(sentences: Iterable[Sentence | None]) -> Iterator[Sentence]:
    """Give the first few, each once, however many links stand in it."""
    each: dict[str, Sentence] = {}
    for one in sentences:
        if one is not None:
            each.setdefault(one.text, one)
        if len(each) == MOST:
            break
    return (one.shortened() for one in each.values())
