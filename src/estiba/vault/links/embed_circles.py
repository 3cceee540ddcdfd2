"""Embeds that show what they stand in: `a` shows `b`, and `b` shows `a`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from operator import itemgetter

from estiba.vault.links.circles import circles_of
from estiba.vault.links.excerpts import Excerpt, excerpt_of, whole
from estiba.vault.links.targets import Target, TargetKind
from estiba.vault.note import Note
from estiba.vault.text.marks import Link

_Embed = tuple[int, Link, Excerpt]
"""The line, the link, and what it shows."""


def links_in_circles(
    notes: Mapping[str, Note], targets_of: Callable[[str], tuple[tuple[Link, Target], ...]]
) -> dict[str, tuple[Link, ...]]:
    """Give, by the path of their note, the embeds that would go on for ever.

    It takes time by the number of embeds: a line lies in few parts of a note that are shown.
    """
    embeds = {path: list(_embeds(notes, targets_of(path))) for path in notes}
    shown = {excerpt for ones in embeds.values() for _, _, excerpt in ones}
    inside = {part: _inside(part, embeds[part.path]) for part in shown | set(map(whole, notes.values()))}
    circles = circles_of({part: [excerpt for _, _, excerpt in ones] for part, ones in inside.items()})
    found: dict[str, dict[int, Link]] = {}
    for part, ones in inside.items():
        for _, link, excerpt in ones:
            if circles[part] == circles[excerpt]:
                found.setdefault(part.path, {})[id(link)] = link
    return {
        path: tuple(sorted(links.values(), key=lambda link: link.position)) for path, links in found.items()
    }


def _embeds(notes: Mapping[str, Note], targets: tuple[tuple[Link, Target], ...]) -> Iterator[_Embed]:
    for link, target in targets:
        if link.is_embed and target.kind is TargetKind.NOTE:
            yield link.position.line, link, excerpt_of(notes[target.path], target)


def _inside(part: Excerpt, embeds: list[_Embed]) -> list[_Embed]:
    start = bisect_left(embeds, part.first_line, key=itemgetter(0))
    return embeds[start : bisect_left(embeds, part.last_line + 1, key=itemgetter(0))]
