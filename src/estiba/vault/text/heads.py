"""The words with which a list item begins that explains something: `**ports:** …`, `` `TZ`: … ``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from estiba.vault.text.prose import plain_text

_LONGEST = 200
_MARKED = re.compile(
    rf"\*\*(?![*\s])(?P<star>.{{1,{_LONGEST}}}?)(?<!\s)\*\*"
    rf"|__(?![_\s])(?P<low>.{{1,{_LONGEST}}}?)(?<!\s)__(?!\w)"
    rf"|(?P<ticks>`{{1,2}})(?!`)(?P<code>.{{1,{_LONGEST}}}?)(?<!`)(?P=ticks)(?!`)"
)
_JOIN = re.compile(r"[ \t]*[,/+&][ \t]*(?=\*\*|__|`)|[ \t]+(?:y|e|o|u|and|or)[ \t]+(?=\*\*|__|`)")
_ONLY_CODE = re.compile(r"`[^`]+`:?")
_BEHIND = re.compile(r"[ \t]*(?:[:=(]|$|(?:[-\u2013\u2014\u2192]|->)(?:[ \t]|$))")


@dataclass(frozen=True, slots=True)
class Head:
    """What an item speaks of, by its author's word."""

    text: str
    """Without marks, and without the colon that ends it."""
    is_code: bool
    """Whether all of it is marked as code."""
    is_set_off: bool
    """Whether a colon, a dash or the like parts it from what is said of it."""


def read_head(line: str, start: int) -> Head | None:
    """Read the head of the item whose text begins at `start` of `line`; None where it has none."""
    match = _MARKED.match(line, start)
    words: list[str] = []
    is_code, inside = True, ""
    end = start
    while match and match.end() - start <= _LONGEST:
        code = match["code"]
        inside = code or match["star"] or match["low"]
        words += [line[end : match.start()], inside.strip(" :") if code else _words(inside)]
        is_code = is_code and bool(code or _ONLY_CODE.fullmatch(inside))
        end = match.end()
        join = _JOIN.match(line, end)
        match = _MARKED.match(line, join.end()) if join else None
    text = "".join(words).strip()
    if not text:
        return None
    return Head(text, is_code, is_set_off=inside.endswith((":", ".")) or bool(_BEHIND.match(line, end)))


def _words(marked: str) -> str:
    return plain_text(marked).rstrip(" :.")
