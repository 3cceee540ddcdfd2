"""An example with its variables written as `${NAME}`, or filled in; all else stays byte for byte."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from itertools import groupby

from estiba.compose.reading.scalars import is_date, scalar_value
from estiba.compose.variables.styles import Style, styles_of
from estiba.compose.variables.value_spans import Span
from estiba.compose.variables.variables import ExampleVariable
from estiba.yaml_tree import Scalar

_HARMLESS = re.compile(r"[\w./+@-]+", re.ASCII)
"""What may stand in `${NAME:-…}` without a thought of quotes and braces."""
_PLAIN = re.compile(r"[\w./$+~^-](?:[\w./$+~^@%=:-]*[\w./$+~^@%=-])?", re.ASCII)
"""What may be put into an unquoted value."""
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_FOLD = re.compile(r"[ \t]*\n\s*")
_ODD = re.compile(
    r"[^\n\t\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029]"
)
"""What YAML can hold only as an escape."""

Change = tuple[Span, str, str]
"""A span, what Compose is to read there with `$` doubled, and `${NAME}` for where that cannot be written."""


def rewrite(text: str, variables: Iterable[ExampleVariable], values: Mapping[str, str] | None = None) -> str:
    """Write the example `text` anew, its `variables` as `variables_of` found them.

    Each becomes what `values` has for its name; where that has nothing, `${NAME}`, or
    `${NAME:-default}` where a default that is no secret stands there, and a reference stays as
    its author wrote it. Quotes are added only where a value needs them.
    """
    given = values or {}
    changes: list[Change] = []
    for one in variables:
        reference = _reference(one)
        if one.name in given:
            new = given[one.name].replace("$", "$$")
            changes += [
                (span, new, text[slice(*span)] if one.is_reference else reference) for span in one.spans
            ]
        elif not one.is_reference:
            changes += [(span, reference, reference) for span in one.spans]
    if not changes:
        return text
    changes.sort()
    styles = styles_of(text)
    starts = [style.start for style in styles]
    pieces, at = [], 0
    for index, group in groupby(changes, lambda change: bisect_right(starts, change[0][0]) - 1):
        style = styles[index]
        pieces += [text[at : style.start], _changed(text, style, list(group))]
        at = style.end
    return "".join([*pieces, text[at:]])


def _reference(variable: ExampleVariable) -> str:
    default = variable.default
    if default and not variable.is_secret and not variable.is_placeholder and _HARMLESS.fullmatch(default):
        return f"${{{variable.name}:-{default}}}"
    return f"${{{variable.name}}}"


def _changed(text: str, style: Style, changes: list[Change]) -> str:
    """Write one scalar with `changes` made."""
    if style.mark in ("|", ">"):
        return _block(text, style, changes)
    if not style.mark:
        kept = _with(text, style, [(span, new) for span, new, _ in changes])
        fits = all(new == reference or _PLAIN.fullmatch(new) for _, new, reference in changes)
        if fits and not style.is_in_brackets and _is_text(kept):
            return kept
    if style.mark == "'" and not any("\n" in new or _ODD.search(new) for _, new, _ in changes):
        return _with(text, style, [(span, new.replace("'", "''")) for span, new, _ in changes])
    if style.mark == '"':
        return _with(text, style, [(span, _escaped(new)) for span, new, _ in changes])
    return _quoted(text, style, changes)


def _with(text: str, style: Style, parts: list[tuple[Span, str]]) -> str:
    pieces, at = [], style.start
    for (start, end), new in parts:
        pieces += [text[at:start], new]
        at = end
    return "".join([*pieces, text[at : style.end]])


def _quoted(text: str, style: Style, changes: list[Change]) -> str:
    """Write a plain scalar, or one in single quotes, in double quotes."""
    start, end = (style.start + 1, style.end - 1) if style.mark else (style.start, style.end)
    pieces = []
    for (first, last), new, _ in changes:
        pieces += [_kept(text[start:first], style), _escaped(new)]
        start = last
    return f'"{"".join([*pieces, _kept(text[start:end], style)])}"'


def _kept(part: str, style: Style) -> str:
    part = part.replace("''", "'") if style.mark else part
    return _escaped(_FOLD.sub(lambda fold: "\n" * (fold[0].count("\n") - 1) or " ", part))


def _escaped(text: str) -> str:
    text = "".join(_ESCAPES.get(char, char) for char in text)
    return _ODD.sub(lambda odd: f"\\U{ord(odd[0]):08x}", text)


def _block(text: str, style: Style, changes: list[Change]) -> str:
    """Write a block; what has lines of its own goes into a `|` only, with the block's indentation."""
    parts = []
    for span, new, reference in changes:
        begin = text.rfind("\n", 0, span[0]) + 1
        line = text[begin : span[0]]
        indent = line[: len(line) - len(line.lstrip(" "))]
        fits = style.mark == "|" and not new.startswith((" ", "\n")) and not new.endswith("\n")
        if _ODD.search(new) or (("\n" in new or new[:1] in ("", " ", "\t")) and not fits) or not new.strip():
            parts.append((span, reference))
        else:
            parts.append((span, new.replace("\n", "\n" + indent)))
    return _with(text, style, parts)


def _is_text(plain: str) -> bool:
    """Whether Compose reads `plain` as a text, or as a number that is written in no other way."""
    node = Scalar(plain, 0, len(plain), plain=True)
    value = scalar_value(node)
    return not is_date(node) and (isinstance(value, str) or (type(value) is int and str(value) == plain))
