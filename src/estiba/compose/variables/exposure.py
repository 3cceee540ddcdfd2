"""What looks like a real credential anywhere in an example, comments and broken YAML included."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from estiba.compose.project.model import Model
from estiba.compose.variables.candidates import Candidate
from estiba.compose.variables.credentials import is_credential, is_hash
from estiba.compose.variables.live_secrets import is_random, issued
from estiba.compose.variables.value_spans import Span, written
from estiba.compose.variables.worth import Worth, worth
from estiba.yaml_tree import Scalar

MASK = "•"
_VALUE = r"(?P<value>(?:base64:|hex:)?[A-Za-z0-9+/_-]{24,}={0,2})"
_UNDER_KEY = re.compile(
    rf"(?<![\w.-])--?(?P<flag>[A-Za-z][\w.-]*)[ \t]+[\"']?{_VALUE}(?![\w.:/@$-])"
    rf"|(?<![\w.-])[\"']?(?P<key>[A-Za-z_][\w.-]*)[\"']?[ \t]*[:=][ \t]*[\"']?"
    rf"{_VALUE.replace('value', 'set')}(?![\w.:/@$-])"
)
_LONG = re.compile(r"[A-Za-z0-9+/_-][A-Za-z0-9+/_-]{23}")
"""What every value under a key has in it; quicker to look for than keys."""
_IN_ADDRESS = re.compile(
    r"(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,20}://(?:[^\s/:@\"'<>]{0,100}:)?" + _VALUE + "@"
)


@dataclasses.dataclass(frozen=True, slots=True)
class LiveSecret:
    """A part of an example's text that nobody should see."""

    start: int
    end: int
    vendor: str = ""
    """Who issues what looks so; empty where only the key and the randomness tell."""
    key: str = ""
    """The key that it stands under; empty where a vendor tells."""


def live_secrets_of(text: str, model: Model, candidates: Sequence[Candidate]) -> tuple[LiveSecret, ...]:
    """Find them in the example `text`, which was read as `model` (empty where it could not be)
    and has these `candidates`.

    They are in the order of the text and do not overlap. What is one in one place is one wherever
    it stands.
    """
    found: list[LiveSecret] = []
    places = [*_in_text(text), *_in_values(text, model, candidates)]
    values = {text[one.start : one.end]: one for one in reversed(places)}
    places += [again for value, one in values.items() for again in _again(text, value, one)]
    for one in sorted(places, key=lambda one: (one.start, -one.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return tuple(found)


def masked(text: str, spans: list[Span]) -> str:
    """Write `•` over each of `spans`, which are in order: lengths and lines stay."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], re.sub(r"\S", MASK, text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


def _in_text(text: str) -> Iterator[LiveSecret]:
    for start, end, vendor in issued(text):
        yield LiveSecret(start, end, vendor)
    for match in _values_under_keys(text):
        name = "value" if match["flag"] else "set"
        key = (match["flag"] or match["key"]).rpartition(".")[2]
        if is_credential(key) and not is_hash(key) and is_random(match[name]):
            yield LiveSecret(*match.span(name), key=key)
    for match in _IN_ADDRESS.finditer(text) if "://" in text else ():
        if is_random(match["value"]) and not match[0].startswith("http"):
            yield LiveSecret(*match.span("value"), key="")


def _values_under_keys(text: str) -> Iterator[re.Match[str]]:
    """Find the matches of `_UNDER_KEY`, each of which stands on one line."""
    at = 0
    while long := _LONG.search(text, at):
        start, end = text.rfind("\n", at, long.start()) + 1, text.find("\n", long.end())
        at = len(text) if end == -1 else end
        yield from _UNDER_KEY.finditer(text, start, at)


def _again(text: str, value: str, secret: LiveSecret) -> Iterator[LiveSecret]:
    at = text.find(value)
    while at != -1:
        yield dataclasses.replace(secret, start=at, end=at + len(value))
        at = text.find(value, at + len(value))


def _in_values(text: str, model: Model, candidates: Sequence[Candidate]) -> Iterator[LiveSecret]:
    for one in candidates:
        node = model.values.places[one.path].node
        if worth(one) is Worth.LIVE and isinstance(node, Scalar):
            place = written(text, node)
            span = place.span(one.start, one.end) if place else None
            yield LiveSecret(*(span or (node.start, node.end)), key=one.key)
