"""The `.env.example` of an example: the variables that its author left to the reader, each on a line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from estiba.catalogue import Catalogue
from estiba.compose.env_file import env_value
from estiba.compose.project.model import Model
from estiba.compose.reading.interpolation import Reference
from estiba.compose.reading.tree import Values
from estiba.compose.variables.exposure import MASK, live_secrets_of
from estiba.compose.variables.filler import asks, is_filler
from estiba.compose.variables.gaps import gaps_in
from estiba.compose.variables.variables import ExampleVariable

OF_SHELL = frozenset({"HOME", "PWD", "USER"})
"""Set wherever somebody runs Docker Compose, which takes them from there and not from a file."""
_LONGEST = 200
"""Characters of what the author says of a variable."""
_NOTHING = Model(Values({}))


@dataclass(frozen=True, slots=True)
class EnvExample:
    """The text of the file, and whether somebody has to write something into it before it is used."""

    text: str
    is_to_fill: bool


def env_example(
    variables: Sequence[ExampleVariable], model: Model, given: Mapping[str, str], catalogue: Catalogue
) -> EnvExample | None:
    """Write the file for the `variables` of `model`; None where its author wrote no `${NAME}`.

    `given` are the values that the note gives in an `.env` of its own: they come before the
    defaults, but for credentials. Nothing that looks like a live secret is written. What Compose
    works out itself where nothing is set (`${A:-${B}/x}`) stands in a comment.
    """
    references = _references(model)
    lines = [f"# {catalogue.text('env-example.header')}"]
    is_to_fill = False
    for one in variables:
        if not one.is_reference or one.name in OF_SHELL:
            continue
        value = _value(one, references[one.name], given.get(one.name))
        is_open = (value == "" and one.default is None) or _stands_for_another(value or "")
        kind = "required" if one.must_be_set else "open" if is_open else "optional"
        is_to_fill |= kind != "optional"
        said = catalogue.text(f"env-example.{kind}", role=catalogue.text(f"terms.role-{one.role}"))
        hint = _in_one_line(one.hint)
        lines += ["", f"# {said} ({hint})" if hint else f"# {said}"]
        lines.append(f"#{one.name}=" if value is None else f"{one.name}={env_value(value)}")
    return EnvExample("\n".join(lines) + "\n", is_to_fill) if len(lines) > 1 else None


def _references(model: Model) -> defaultdict[str, list[Reference]]:
    """Give the references of a model by name, without those in operands."""
    found: defaultdict[str, list[Reference]] = defaultdict(list)
    for template in model.values.templates.values():
        for part in template:
            if isinstance(part, Reference):
                found[part.name].append(part)
    return found


def _value(variable: ExampleVariable, references: Sequence[Reference], given: str | None) -> str | None:
    """Give what stands behind the name; None where Compose does better without the line."""
    is_own = variable.is_secret and not is_filler(given or "", variable.name)
    if given and not is_own and not _is_live(variable.name, given):
        return given
    default = variable.default
    hangs = any(map(_hangs_on_others, references))
    if default is not None and not hangs and MASK not in default and not _is_live(variable.name, default):
        return default
    is_settled = all(one.operator.endswith(("-", "+")) for one in references)
    return None if is_settled else ""


def _stands_for_another(value: str) -> bool:
    """Whether it cannot be left: `example.com`, `CHANGE_ME`."""
    return asks(value) or any(gaps_in(value))


def _hangs_on_others(reference: Reference) -> bool:
    """Whether its default is made of another variable."""
    return reference.operator.endswith("-") and any(isinstance(one, Reference) for one in reference.operand)


def _is_live(name: str, value: str) -> bool:
    return bool(live_secrets_of(f"{name}={value}\n", _NOTHING, ()))


def _in_one_line(text: str) -> str:
    plain = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(plain.split())[:_LONGEST]
