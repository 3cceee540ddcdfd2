"""Where the variables of an example stand, ready for values to be put in, here or in a browser."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from estiba.compose.excerpts import mask_ellipses
from estiba.compose.reading.source_map import source_offsets
from estiba.compose.variables.styles import Style, styles_of
from estiba.compose.variables.value_spans import Span
from estiba.compose.variables.variables import ExampleVariable
from estiba.yaml_tree import Scalar

BLOCKS = ("|", ">")
IN_BRACKETS = "["
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
ODD = re.compile(r"[^\n\t\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029]")
"""What YAML can hold only as an escape."""
_HEADER = re.compile(r"[|>][^\s#]*(?P<comment>[ \t]+#[^\n]*)?")


@dataclass(frozen=True, slots=True)
class Slot:
    """A scalar in which variables stand.

    Its pieces are, in turn, what stands before a variable, the variable as its author wrote it,
    what stands between it and the next … and what stands behind the last.
    """

    cuts: tuple[int, ...]
    """Where its pieces begin in the text, and where the last ends."""
    style: str
    """`'`, `"`, `|`, `>`; nothing for a plain one; `[` for a plain one in brackets."""
    names: tuple[str, ...]
    """The variables in it, in order; one may stand there twice."""
    written: tuple[str, ...]
    """The pieces as they are written."""
    quoted: tuple[str, ...]
    """The pieces as they would be in double quotes, those with it, and what must stand behind them."""
    indent: int = 0
    """Spaces before the lines of a block."""


@dataclass(frozen=True, slots=True)
class FillPlan:
    """The example `text`, its variables and its slots, each in order."""

    text: str
    variables: tuple[ExampleVariable, ...]
    slots: tuple[Slot, ...]


def fill_plan(text: str, variables: Iterable[ExampleVariable]) -> FillPlan:
    """Plan how to fill in the example `text`, its `variables` as `variables_of` found them."""
    variables = tuple(variables)
    places = sorted((span, one.name) for one in variables for span in one.spans)
    if not places:
        return FillPlan(text, variables, ())
    masked, styles = mask_ellipses(text), styles_of(text)
    starts = [style.start for style in styles]
    slots = []
    for index, group in groupby(places, lambda place: bisect_right(starts, place[0][0]) - 1):
        if index >= 0:
            slots.append(_slot(text, masked, styles[index], list(group)))
    return FillPlan(text, variables, tuple(slots))


def escaped(text: str) -> str:
    """Write `text` as it stands between double quotes in YAML."""
    text = "".join(_ESCAPES.get(char, char) for char in text)
    return ODD.sub(lambda odd: f"\\U{ord(odd[0]):08x}", text)


def _slot(text: str, masked: str, style: Style, places: list[tuple[Span, str]]) -> Slot:
    value = style.value
    offsets = source_offsets(masked, Scalar(value, style.start, style.end, plain=not style.mark))
    if masked != text:
        value = "".join(_unmasked(value, offsets, masked, text))
    cuts = (style.start, *(at for span, _ in places for at in span), style.end)
    inside = [0, *(at for span, _ in places for at in _inside(offsets, span)), len(value)]
    quoted = [escaped(value[start:end]) for start, end in pairwise(inside)]
    is_block = style.mark in BLOCKS
    space = " " if is_block and text[style.start - 1 : style.start] == "\n" else ""  # no quotes there
    tail = _tail(text[style.start : style.end]) if is_block else ""
    return Slot(
        cuts=cuts,
        style=IN_BRACKETS if style.is_in_brackets and not style.mark else style.mark,
        names=tuple(name for _, name in places),
        written=tuple(text[start:end] for start, end in pairwise(cuts)),
        quoted=(f'{space}"{quoted[0]}', *quoted[1:-1], f'{quoted[-1]}"{tail}'),
        indent=_spaces(text, cuts[1]) - _spaces(value, inside[1]) if is_block else 0,
    )


def _inside(offsets: Sequence[int], span: Span) -> Span:
    """Give where in a value stands what stands at `span` in the text."""
    return bisect_right(offsets, span[0]) - 1, bisect_left(offsets, span[1])


def _unmasked(value: str, offsets: Sequence[int], masked: str, text: str) -> Iterator[str]:
    """Give the characters of `value` with lines `...` as their author wrote them."""
    for char, at in zip(value, offsets, strict=False):
        yield text[at] if masked[at : at + 1] != text[at : at + 1] else char


def _spaces(text: str, at: int) -> int:
    """Give with how many spaces the line begins in which `at` is."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return len(line) - len(line.lstrip(" "))


def _tail(block: str) -> str:
    """Give what must stay behind a block that is written otherwise: its comment and its line ends."""
    header = _HEADER.match(block)
    comment = (header and header["comment"]) or ""
    return comment + block[len(block.rstrip(" \n")) :].lstrip(" ")
