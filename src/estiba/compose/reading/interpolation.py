"""Variables in a value: `$NAME`, `${NAME}`, `${NAME:-default}`, and what stands there once they are put in.

Source: the Compose specification, "Interpolation", and compose-go's package `template`,
where they differ: a `$` that begins no name is text, an operand ends at the brace that
closes it, one line holds a reference as a whole, and a variable that must be set must be so
in an operand, too, that nothing comes of. Braces in an operand are counted as Docker Compose
2.40.3 does: the character behind an opening one is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from estiba.compose.formats.fault import FormatFault

_NAME = re.compile(r"[_A-Za-z][_A-Za-z0-9]*")
_OPERATOR = re.compile(r":?[-?+]")
_MAX_DEPTH = 20
"""References inside references; deeper ones are taken for text."""


@dataclass(frozen=True, slots=True)
class Reference:
    """`${name operator operand}`, at `start` to `end` of the text that it was read from."""

    name: str
    start: int
    end: int
    operator: str = ""
    """`-`, `:-`, `?`, `:?`, `+`, `:+`, or nothing."""
    operand: tuple[str | Reference, ...] = ()
    """Offsets in it count in the same text."""

    @property
    def must_be_set(self) -> bool:
        """Whether Compose stops where it has no value."""
        return self.operator.endswith("?")


Template = tuple[str | Reference, ...]


@dataclass(frozen=True, slots=True)
class Substituted:
    """A text with its variables put in."""

    text: str
    unset: tuple[str, ...] = ()
    """Variables without a value that the text hangs on, or that must have one; they count as empty."""


def read_template(text: str) -> Template:
    """Split `text` at its references.

    Raises `FormatFault`: `unclosed` (no brace closes it on its line) or `name` (what
    stands in the braces begins with no name), `detail` being the reference as written.
    """
    return tuple(_parts(text, 0, len(text), 0))


def references(template: Template) -> Iterator[Reference]:
    """Give every reference of `template`, those in operands behind the one around them."""
    for part in template:
        if isinstance(part, Reference):
            yield part
            yield from references(part.operand)


def substitute(template: Template, variables: Mapping[str, str]) -> Substituted:
    """Put the values of `variables` in."""
    text: list[str] = []
    unset: list[str] = []
    for part in template:
        if isinstance(part, str):
            text.append(part)
            continue
        found = _value(part, variables)
        text.append(found.text)
        unset.extend(found.unset)
    return Substituted("".join(text), tuple(dict.fromkeys(unset)))


def _parts(text: str, at: int, end: int, depth: int) -> Iterator[str | Reference]:
    while at < end:
        dollar = text.find("$", at, end)
        if dollar == -1:
            yield text[at:end]
            return
        if dollar > at:
            yield text[at:dollar]
        if text.startswith("$$", dollar) and dollar + 1 < end:
            yield "$"
            at = dollar + 2
        elif text.startswith("${", dollar) and dollar + 1 < end:
            reference = _braced(text, dollar, end, depth)
            yield reference
            at = reference.end
        elif name := _NAME.match(text, dollar + 1, end):
            yield Reference(name[0], dollar, name.end())
            at = name.end()
        else:
            yield "$"
            at = dollar + 1


def _braced(text: str, start: int, end: int, depth: int) -> Reference:
    newline = text.find("\n", start, end)
    line_end = end if newline == -1 else newline
    last = text.rfind("}", start, line_end) + 1
    name = _NAME.match(text, start + 2, line_end)
    if name is None or not last:
        raise _fault(text, start, line_end, last)
    behind = name.end()
    if text.startswith("}", behind):
        return Reference(name[0], start, behind + 1)
    operator = _OPERATOR.match(text, behind, line_end)
    if operator is None:
        raise _fault(text, start, line_end, last)
    closing = _closing(text, start, last)
    if depth < _MAX_DEPTH:
        operand = tuple(_parts(text, operator.end(), closing, depth + 1))
    else:
        operand = (text[operator.end() : closing],)
    return Reference(name[0], start, closing + 1, operator[0], operand)


def _closing(text: str, start: int, end: int) -> int:
    """Find the brace that closes the reference at `start`, or the last one of its line."""
    opened, at = 0, start
    while at < end:
        if text[at] == "}":
            opened -= 1
            if not opened:
                return at
        elif text[at] == "{":
            opened += 1
            at += 1
        at += 1
    return end - 1


def _fault(text: str, start: int, line_end: int, last: int) -> FormatFault:
    first = text.find("}", start, line_end) + 1
    if last and first:
        return FormatFault("name", start, text[start:first])
    return FormatFault("unclosed", start, text[start:line_end])


def _value(reference: Reference, variables: Mapping[str, str]) -> Substituted:
    value = variables.get(reference.name)
    colon = reference.operator.startswith(":")
    missing = value is None or (colon and not value)
    operand = substitute(reference.operand, variables)
    if reference.operator[-1:] == ("-" if missing else "+"):
        return operand
    wanted = tuple(_wanted(reference.operand, operand.unset))
    if reference.operator.endswith("+"):
        return Substituted("", wanted)
    if missing and (value is None or reference.must_be_set):
        wanted = (reference.name, *wanted)
    return Substituted(value or "", wanted)


def _wanted(operand: Template, unset: tuple[str, ...]) -> Iterator[str]:
    """Give those of `unset` that must be set in an operand that nothing comes of."""
    for one in references(operand):
        if one.must_be_set and one.name in unset:
            yield one.name
