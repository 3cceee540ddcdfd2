"""Values as their author wrote them, short enough for a table."""

from __future__ import annotations

from collections.abc import Iterator

from estiba.compose.project.model import Model
from estiba.compose.reading.interpolation import Reference, Template
from estiba.compose.reading.tree import Path
from estiba.yaml_tree import Scalar

_LONGEST = 400
"""Characters: more than any image or path has, and not many where aliases repeat a text."""
_OF_SHELL = {"HOME": "~", "PWD": "."}  # nosec B105 # a folder, and no password
"""Folders that a shell names, as one writes them shorter."""


def as_written(model: Model, path: Path) -> str:
    """Give the value at `path` with its references, without what `${NAME:?…}` says where it stops.

    Empty where there is none, or no single value.
    """
    place = model.values.places.get(path)
    if place is None or not isinstance(place.node, Scalar) or model.value_at(path) is None:
        return ""
    text, kept, at = place.node.text, [], 0
    for part in model.values.templates.get(path, ()):
        if isinstance(part, Reference) and part.must_be_set:
            kept += [text[at : part.start], f"${{{part.name}}}"]
            at = part.end
    return cut("".join([*kept, text[at:]]))


def filled(model: Model, path: Path, *, braced: bool = False) -> str:
    """Give the value at `path` with what is known put in, and the names of other variables (`pieces_of`)."""
    if path in model.open:
        return cut(":".join(pieces_of(model.values.templates[path], braced=braced)))
    value = model.value_at(path)
    return cut(value) if isinstance(value, str) else as_written(model, path)


def pieces_of(template: Template, *, braced: bool = False) -> list[str]:
    """Split at each `:` outside of references.

    `${PORT:-8080}` gives `8080`; `${PORT}` gives `PORT`, or itself if `braced`.
    """
    pieces: list[list[str]] = [[]]
    for part in template:
        if isinstance(part, Reference):
            pieces[-1].append(_likely(part, braced=braced))
            continue
        first, *others = part.split(":")
        pieces[-1].append(first)
        pieces.extend([other] for other in others)
    return [cut("".join(piece)) for piece in pieces]


def is_reference(template: Template) -> bool:
    """Whether nothing stands beside one reference."""
    return len(template) == 1 and isinstance(template[0], Reference)


def cut(text: str) -> str:
    """Shorten what would not fit."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _likely(reference: Reference, *, braced: bool) -> str:
    """Give what stands there where nothing is set, else the name."""
    if reference.operator.endswith("+"):
        return ""
    known = list(_known(reference.operand)) if reference.operator.endswith("-") else []
    if known and None not in known:
        return "".join(one for one in known if one is not None)
    name = reference.name
    return _OF_SHELL.get(name, f"${{{name}}}") if braced else name


def _known(template: Template) -> Iterator[str | None]:
    """Give the parts of a default; None for one that hangs on another variable."""
    for part in template:
        if isinstance(part, str):
            yield part
        elif part.operator.endswith("-"):
            yield from _known(part.operand)
        else:
            yield None
