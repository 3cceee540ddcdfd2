"""The plan of an example as data for `theme/assets/estiba/example/fill.js`, which fills it in.

It stands in a `<template>`: Material's instant navigation runs every `<script>` of a page that it
fetches, data or not.
"""

from __future__ import annotations

import html
import json
from bisect import bisect_left
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from estiba.compose.variables.controls import Control, controls_of
from estiba.compose.variables.fill_plan import FillPlan, Slot
from estiba.compose.variables.rewriting import reference_to
from estiba.compose.variables.variables import ExampleVariable
from estiba.markdown.html_template import HtmlTemplate

_PLAN = HtmlTemplate('<template class="estiba-fill__plan">{}</template>')
_ONE_PLANE = 0xFFFF


def render_plan(plan: FillPlan) -> Markup:
    """Write `plan`. Offsets count as JavaScript counts."""
    numbers = {one.name: number for number, one in enumerate(plan.variables)}
    beyond = [at for at, char in enumerate(plan.text) if ord(char) > _ONE_PLANE]
    data = {
        "variables": [_variable(one, control) for one, control in controls_of(plan)],
        "slots": [_slot(slot, numbers, lambda at: at + bisect_left(beyond, at)) for slot in plan.slots],
    }
    text = html.escape(json.dumps(data, ensure_ascii=False, separators=(",", ":")), quote=False)
    return _PLAN.format(Markup(text))  # nosec B704 # noqa: S704 - escaped, but for the many quotes


def _variable(variable: ExampleVariable, control: Control) -> dict[str, Any]:
    data = {
        "name": variable.name,
        "control": control,
        "default": variable.default,
        "reference": None if variable.is_reference else reference_to(variable),
        "isPlaceholder": variable.is_placeholder or None,
        "isUnplaced": not variable.spans or None,
    }
    return {key: value for key, value in data.items() if value is not None}


def _slot(slot: Slot, numbers: dict[str, int], offset: Callable[[int], int]) -> dict[str, Any]:
    data: dict[str, Any] = {
        "style": slot.style,
        "cuts": [offset(at) for at in slot.cuts],
        "variables": [numbers[name] for name in slot.names],
    }
    if slot.style != '"' or any("\n" in piece for piece in slot.written):
        data["quoted"] = slot.quoted
    if slot.indent:
        data["indent"] = slot.indent
    return data
