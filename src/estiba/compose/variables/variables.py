"""The variables of an example: what its reader fills in before it runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from estiba.compose.project.model import Model
from estiba.compose.reading.interpolation import substitute
from estiba.compose.reading.tree import Path
from estiba.compose.variables.candidates import Candidate
from estiba.compose.variables.finds import Find, finds_in
from estiba.compose.variables.gaps import is_own_word
from estiba.compose.variables.naming import free_name
from estiba.compose.variables.roles import Role
from estiba.compose.variables.value_spans import Span


@dataclass(frozen=True, slots=True)
class ExampleVariable:
    """A value that a reader fills in."""

    name: str
    role: Role
    default: str | None
    """What stands there, as Compose reads it, or what Compose takes where nothing is set; None
    for a credential that looks real, and for a reference without a default.
    """
    is_secret: bool
    is_placeholder: bool
    """Whether what stands there cannot be left: `<your token>`, `CHANGE_ME`, `example.com`."""
    path: Path
    """Of the value that it stands in first."""
    spans: tuple[Span, ...]
    """Where it stands, in offsets into the example's text. Neither these nor those of others overlap;
    a reference whose value says only whether to write something (`${X:+…}`) has none.
    """
    is_reference: bool = False
    """Whether the author wrote `${NAME}`."""
    must_be_set: bool = False
    """Whether Compose stops without it: `${NAME:?}`."""
    hint: str = ""
    """What Compose then says: `${NAME:?the address of your server}`."""


def variables_of(text: str, model: Model, candidates: Sequence[Candidate]) -> tuple[ExampleVariable, ...]:
    """Find the variables of the example `text`, read as `model` with these `candidates`; in its order.

    One literal under the keys of credentials is one variable, in however many services; two
    values under one key are two, with names of their own.
    """
    finds = sorted(finds_in(text, model, candidates), key=lambda one: one.span or (len(text), 0))
    groups: dict[object, list[Find]] = {}
    for find in finds:
        groups.setdefault(_identity(find), []).append(find)
    taken = {find.wanted for find in finds if find.reference}
    variables = []
    for group in groups.values():
        best = next((find for find in group if find.is_named_well), group[0])
        name = best.wanted
        if not best.reference:
            name = free_name(name, "".join(map(str, best.path[1:2])), taken)
            taken.add(name)
        variables.append(_variable(name, group))
    return tuple(variables)


def _identity(find: Find) -> object:
    """Give what two places of one variable have in common."""
    if find.reference:
        return "reference", find.wanted
    if find.role is Role.SECRET and (find.is_shared or not find.is_placeholder):
        return "secret", find.value
    if find.is_placeholder and is_own_word(find.value):
        return "word", find.value
    return find.wanted, find.value


def _variable(name: str, group: list[Find]) -> ExampleVariable:
    first = group[0]
    references = [find.reference for find in group if find.reference]
    demands = [substitute(one.operand, {}).text for one in references if one.must_be_set]
    if references:
        defaults = [one for one in references if one.operator in ("-", ":-")]
        default = substitute(defaults[0].operand, {}).text if defaults else None
    else:
        default = None if any(find.is_live for find in group) else first.value
    return ExampleVariable(
        name=name,
        role=first.role,
        default=default,
        is_secret=first.role is Role.SECRET,
        is_placeholder=first.is_placeholder,
        path=first.path,
        spans=tuple(find.span for find in group if find.span),
        is_reference=bool(references),
        must_be_set=bool(demands),
        hint=next(filter(None, demands), ""),
    )
