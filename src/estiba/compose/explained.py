"""What the head of an explanation speaks of: `network_mode: service:tailscale` -> lines of the example."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from estiba.compose.terms import Lines, Terms, joined

_KINDS = frozenset(
    """
    clave contenedor dispositivo el etiqueta imagen la las los puerto puertos red secreto servicio variable
    volumen
    container device image key label network port ports secret service the variable volume
    """.split()
)
"""Words that say what kind of thing is named beside them."""
_WORDS_BETWEEN = re.compile(r"\s*[,;]\s+(?:(?:y|e|o|u|and|or)\s+)?|\s+(?:y|e|o|u|and|or|&|\+|/)\s+")
_MARKS_BETWEEN = re.compile(r"\s*[,/+]\s*")
_PAIR = re.compile(r"(?P<key>[^\s:=]+)(?::\s*|\s*=\s*)(?P<value>\S.*)")
_REFERENCE = re.compile(r"\$\{?(?P<name>[A-Za-z_]\w*)(?:[:?+-][^{}]*)?\}?")
_VAGUE = re.compile(r"[\s<>$*\u2022\u2026]|\.\.\.|x{3}", re.IGNORECASE)
"""What makes a value one that stands for others."""
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_STEP = re.compile(r"\s*(?:>|\u203a|\u2192|->)\s*|:\s+")
_MOST_PARTS = 20


@dataclass(frozen=True, slots=True)
class Missing:
    """A thing that is spoken of and that the example has not."""

    text: str
    key: str = ""
    """Where `text` is `key: value`, its key."""
    value: str = ""

    @property
    def name(self) -> str:
        """What should be in the example: the key, or all of it."""
        return self.key or self.text


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a head speaks of."""

    lines: tuple[Lines, ...] = ()
    """In the order of the example; none where nothing in it is meant."""
    missing: tuple[Missing, ...] = ()


def spoken_of(terms: Terms, head: str) -> Spoken:
    """Find what `head` speaks of in the example with `terms`: one thing, or several named together."""
    text = " ".join(head.split())
    lines = _lines(terms, text)
    if lines:
        return Spoken(lines)
    for parts in _divided(text):
        each = [spoken_of(terms, part) for part in parts]
        if any(one.lines for one in each) or not any(" " in part for part in parts):
            return Spoken(
                joined(lines for one in each for lines in one.lines),
                tuple(missing for one in each for missing in one.missing),
            )
    pair = _PAIR.fullmatch(_bare(text))
    missing = Missing(text, pair["key"], _bare(pair["value"])) if pair else Missing(_bare(text))
    return Spoken(missing=(missing,))


def _lines(terms: Terms, text: str) -> tuple[Lines, ...]:
    found = map(terms.lines_of, dict.fromkeys(_writings(terms, text)))
    return next(filter(None, found), ())


def _writings(terms: Terms, text: str) -> Iterator[str]:
    """Give `text` in the ways in which an example may have it, the likeliest first."""
    bare = _bare(text)
    yield bare
    if reference := _REFERENCE.fullmatch(bare):
        yield reference["name"]
    yield _STEP.sub(".", bare)
    pair = _PAIR.fullmatch(bare)
    if pair:
        yield f"{pair['key']}: {_bare(pair['value'])}"
    key, _, value = bare.partition(" ")
    yield f"{key}: {value}"
    for less in (_ASIDE.sub("", bare), _without_kinds(bare)):
        if less and less != bare:
            yield from _writings(terms, less)
    if pair and (_VAGUE.search(pair["value"]) or _is_open(terms, pair["key"])):
        yield pair["key"]


def _is_open(terms: Terms, key: str) -> bool:
    """Whether nothing is under `key` that a value could be compared with."""
    return any("$" in value for value in terms.values.get(key, ["$"]))


def _bare(text: str) -> str:
    return text.strip(" `'\"[]").removeprefix("- ").strip(" `'\"").rstrip(" :=")


def _without_kinds(text: str) -> str:
    words = text.split(" ")
    while words and words[0].casefold() in _KINDS:
        del words[0]
    while words and words[-1].casefold() in _KINDS:
        del words[-1]
    return " ".join(words)


def _divided(text: str) -> Iterator[list[str]]:
    """Give the things that `text` may name together: `PUID y PGID`, `PUID/PGID`."""
    pair = _PAIR.fullmatch(text)
    named, value = (pair["key"], f": {pair['value']}") if pair else (text, "")
    words = [part for part in _WORDS_BETWEEN.split(text, _MOST_PARTS) if part]
    marks = [part + value for part in _MARKS_BETWEEN.split(named, _MOST_PARTS) if part]
    return (parts for parts in (words, marks) if len(parts) > 1)
