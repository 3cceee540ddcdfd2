"""Items of a list that explain an example, and the lines of it that they speak of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from estiba.catalogue import Catalogue
from estiba.checks.subjects import PlacedExample
from estiba.compose.explained import spoken_of
from estiba.compose.terms import Lines
from estiba.markdown.lines import LineLink, LineMark
from estiba.vault.text.explanations import Explanation

_MOST_ITEMS = 200
_MOST_STRETCHES = 50
"""Beyond these a page would grow with the product of its list and its example."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One item of a list, and what it speaks of."""

    number: int
    """Among those of its example, from 1."""
    explanation: Explanation
    lines: tuple[Lines, ...]
    """Lines of the example, from 1; at least one."""

    @property
    def first(self) -> int:
        """The first line that it speaks of."""
        return self.lines[0].first

    @property
    def written(self) -> str:
        """The lines as the page has them: `4 12-18`."""
        return " ".join(f"{first}-{last}" if last > first else str(first) for first, last in self.lines)

    def id(self, block_id: str) -> str:
        """Name the item on its page."""
        return f"{block_id}-why-{self.number}"


def ties_of(shown: PlacedExample) -> tuple[Tie, ...]:
    """Give the items of the list below `shown` that speak of lines of it."""
    return tuple(
        Tie(number, explanation, lines)
        for number, (explanation, lines) in enumerate(islice(_spoken(shown), _MOST_ITEMS), 1)
    )


def _spoken(shown: PlacedExample) -> Iterator[tuple[Explanation, tuple[Lines, ...]]]:
    for one in shown.explanations:
        lines = spoken_of(shown.terms, one.head.text).lines
        if lines:
            yield one, lines[:_MOST_STRETCHES]


def explained_lines(ties: Sequence[Tie], block_id: str, catalogue: Catalogue) -> dict[int, LineMark]:
    """Give each item's first line, from 1, a link to the item; of several items, to the first."""
    marks: dict[int, LineMark] = {}
    for tie in ties:
        label = catalogue.text("explains.line", head=tie.explanation.head.text)
        mark = LineMark(("estiba-line", "estiba-line--why"), (LineLink(f"#{tie.id(block_id)}", label),))
        marks.setdefault(tie.first, mark)
    return marks


def merged(first: Mapping[int, LineMark], second: Mapping[int, LineMark]) -> dict[int, LineMark]:
    """Put the marks of both on their lines."""
    marks = dict(first)
    for line, mark in second.items():
        other = marks.get(line, LineMark())
        classes = tuple(dict.fromkeys(other.classes + mark.classes))
        marks[line] = LineMark(classes, other.links + mark.links)
    return marks
