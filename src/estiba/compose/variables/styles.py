"""How the scalars of a text are written: plain, quoted or as a block, inside brackets or not."""

from __future__ import annotations

from dataclasses import dataclass

import yaml

from estiba.compose.excerpts import mask_ellipses
from estiba.compose.variables.value_spans import behind_properties

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml: slower, the same events
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

_BYTE_ORDER_MARK = "\ufeff"
"""Skipped by YAML at the start of a text, and not counted by libyaml."""


@dataclass(frozen=True, slots=True)
class Style:
    """One scalar of a text, from `start` (behind its anchors and tags) to `end`."""

    start: int
    end: int
    mark: str
    """`'`, `"`, `|`, `>`, or nothing for a plain one."""
    is_in_brackets: bool
    """Part of a list or mapping that is written in `[]` or `{}`."""
    value: str
    """What YAML reads; a line `...` in it has become `###`."""


def styles_of(text: str) -> list[Style]:
    """Give the scalars of the example `text` in its order; none where it is no YAML."""
    found: list[Style] = []
    opened: list[bool] = []
    masked = mask_ellipses(text)
    shift = int(masked.startswith(_BYTE_ORDER_MARK))
    try:
        for event in yaml.parse(masked[shift:], Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                opened.append(bool(event.flow_style))
            elif isinstance(event, yaml.CollectionEndEvent):
                opened.pop()
            elif isinstance(event, yaml.ScalarEvent):
                marks = (event.start_mark, event.end_mark)
                start, end = (shift + (mark.index if mark else 0) for mark in marks)
                start = behind_properties(masked, start, end)
                found.append(Style(start, end, event.style or "", any(opened), event.value))
    except yaml.YAMLError:
        return []
    return found
