"""An example with its variables written as `${NAME}`, or filled in; all else stays byte for byte.

The example block does the same in the browser: `filled` and what is below it stand there as
`theme/assets/estiba/example/fill.js`, word for word, and a test compares the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from estiba.compose.variables.fill_plan import ODD, FillPlan, Slot, escaped, fill_plan
from estiba.compose.variables.variables import ExampleVariable

_HARMLESS = re.compile(r"[\w./+@-]+", re.ASCII)
"""What may stand in `${NAME:-…}` without a thought of quotes and braces."""
_PLAIN = re.compile(r"[\w./$+~^-](?:[\w./$+~^@%=:-]*[\w./$+~^@%=-])?|\$\{\w+(?::-[\w./+@-]+)?\}", re.ASCII)
"""What may be put into an unquoted value."""
_IN_BLOCK = re.compile(r"[^ \t\n](?:.*[^ \t\n])?", re.DOTALL)
"""What begins no line with spaces, and leaves none empty."""
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_NO_TEXT = re.compile(
    r"""
    [~-] | null | true | false | yes | no | on | off | y | n | [-+]?\.(?:inf|nan)
    | [-+]?(?:0x[0-9a-f_]+ | 0b[01_]+ | 0o[0-7_]+)
    | [-+]?(?:\.[0-9_]+ | [0-9][0-9_]*(?:\.[0-9_]*)?)(?:e[-+]?[0-9_]+)?
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t\ \t].*)?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""What some reader of YAML, Compose's among them, takes for a number, a date, a truth value or nothing."""


def rewrite(text: str, variables: Iterable[ExampleVariable], values: Mapping[str, str] | None = None) -> str:
    """Write the example `text` anew, its `variables` as `variables_of` found them.

    Each becomes what `values` has for its name; where that has nothing, `${NAME}`, or
    `${NAME:-default}` where a default that is no secret stands there, and a reference stays as
    its author wrote it. Quotes are added only where a value needs them.
    """
    plan = fill_plan(text, variables)
    texts = {one.name: reference_to(one) for one in plan.variables if not one.is_reference}
    texts |= {name: value.replace("$", "$$") for name, value in (values or {}).items()}
    return filled(plan, texts)


def reference_to(variable: ExampleVariable) -> str:
    """Write `${NAME}` for `variable`, with its default where that is safe to show and to write."""
    default = variable.default
    if default and not variable.is_secret and not variable.is_placeholder and _HARMLESS.fullmatch(default):
        return f"${{{variable.name}:-{default}}}"
    return f"${{{variable.name}}}"


def filled(plan: FillPlan, texts: Mapping[str, str]) -> str:
    """Write the example of `plan` anew, with `texts`, as Compose is to read them, for its variables.

    A variable without a text stays as its author wrote it.
    """
    pieces, at = [], 0
    for slot in plan.slots:
        news = [texts.get(name) for name in slot.names]
        if any(new is not None for new in news):
            pieces += [plan.text[at : slot.cuts[0]], _with(slot, news)]
            at = slot.cuts[-1]
    return "".join([*pieces, plan.text[at:]])


def _with(slot: Slot, news: list[str | None]) -> str:
    """Write one scalar with its variables replaced by those of `news` that are texts."""
    if _fits(slot, news):
        return _joined(slot.written, [None if new is None else _in_place(slot, new) for new in news])
    return _joined(slot.quoted, [None if new is None else escaped(new) for new in news])


def _joined(pieces: tuple[str, ...], news: list[str | None]) -> str:
    joined = list(pieces)
    joined[1::2] = [old if new is None else new for old, new in zip(pieces[1::2], news, strict=True)]
    return "".join(joined)


def _in_place(slot: Slot, new: str) -> str:
    """Write `new`, which fits, as what stands around it wants it."""
    if slot.style == "'":
        return new.replace("'", "''")
    if slot.style == '"':
        return escaped(new)
    return new.replace("\n", "\n" + " " * slot.indent)


def _fits(slot: Slot, news: list[str | None]) -> bool:
    """Whether all of `news` can be put in without any change to what stands around them."""
    changed = [new for new in news if new is not None]
    if slot.style in ("'", '"'):
        if any("\n" in piece for piece in slot.written):  # spaces beside its line ends are lost
            return all(_PLAIN.fullmatch(new) for new in changed)
        return slot.style == '"' or not any("\n" in new or ODD.search(new) for new in changed)
    if slot.style in ("|", ">"):
        return all(
            _IN_BLOCK.fullmatch(new) and not ODD.search(new) and (slot.style == "|" or "\n" not in new)
            for new in changed
        )
    if slot.style or not all(_PLAIN.fullmatch(new) for new in changed):
        return False
    joined = _joined(slot.written, news)
    is_number = _INTEGER.fullmatch(joined) and _INTEGER.fullmatch("".join(slot.written))
    return bool(is_number or not _NO_TEXT.fullmatch(joined))
