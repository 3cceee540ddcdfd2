"""Which fences hold a part of a Compose file: shown as such, never an error for being a part."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from difflib import get_close_matches

from estiba.compose.reading.merge_keys import is_merge_key, merge_sources
from estiba.compose.reading.schema import Complaint, complaints
from estiba.compose.reading.tree import read_values
from estiba.compose.telling import tells
from estiba.compose.vocabulary import OF_SERVICES, SECTIONS, SOURCES
from estiba.yaml_tree import Mapping, Node, Scalar

_ELLIPSIS = re.compile(r"^(?P<space>[ \t]*)(?:\.{3,}|\u2026)[ \t]*$", re.MULTILINE)
_NEAR = 0.8
"""How much a misspelt key resembles the right one, from 0 to 1."""
_SERVICE = "service"
"""The name of the service around what is only a service's inside."""


class Part(enum.StrEnum):
    """Why something counts as a part of a file."""

    SAID = "said"
    """Its author says so."""
    ELLIPSIS = "ellipsis"
    """A line `...` stands for what is left out."""
    NO_SOURCE = "no-source"
    """None of its services has an image, a build, a provider or an `extends`."""
    SERVICES = "services"
    """Services without `services:` above them: a part, or a file of Compose's first version."""
    SERVICE = "service"
    """The inside of a service."""
    SECTION = "section"
    """Declarations alone: volumes, networks, configs, secrets."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A part, in the place that it would have in a whole file."""

    part: Part
    root: Mapping
    above: int = 0
    """Steps of a path into `root` that the author did not write."""


def mask_ellipses(text: str) -> str:
    """Turn lines `...` into comments of the same length; the text itself where there are none.

    At the end of a file, where YAML has a use for it, a `...` at a line's start is left.
    """
    last = len(text.rstrip())

    def mask(match: re.Match[str]) -> str:
        if match.end() >= last and not match["space"]:
            return match[0]
        return match["space"] + "#" * (len(match[0]) - len(match["space"]))

    return _ELLIPSIS.sub(mask, text) if "..." in text or "…" in text else text


def is_without_source(roots: tuple[Mapping, ...]) -> bool:
    """Whether no service has anything that it comes from; files that only include are whole."""
    for root in roots:
        services = root.get("services")
        if services is None and root.get("include") is not None:
            return False
        if isinstance(services, Mapping) and any(_has_source(value) for _, value in services.pairs):
            return False
    return True


def read_part(root: Node, *, said: bool) -> Excerpt | None:
    """Read YAML without `services:` as a part of a Compose file; None where it is no Compose.

    Where nobody says what it is (`said`), Compose's schema must have nothing against it but
    misspelt keys.
    """
    if not isinstance(root, Mapping) or not root.pairs:
        return None
    keys = {key.text for key, _ in root.pairs if isinstance(key, Scalar)}
    for excerpt in _readings(root, keys, said=said):
        if said or all(map(_is_misspelt, complaints(read_values(excerpt.root).root))):
            return excerpt
    return Excerpt(Part.SAID, root) if said else None


def _is_misspelt(complaint: Complaint) -> bool:
    key = str(complaint.path[-1]) if complaint.path else ""
    return complaint.kind == "unknown" and bool(get_close_matches(key, complaint.allowed, cutoff=_NEAR))


def is_slip(root: Mapping, *, named: bool) -> bool:
    """Whether `root` is a whole file whose `services:` is misspelt or, where the fence is `named`, empty."""
    for key, value in root.pairs:
        if not isinstance(key, Scalar) or not get_close_matches(key.text, ["services"], cutoff=_NEAR):
            continue
        if isinstance(value, Mapping) and any(_is_service(one) for _, one in value.pairs):
            return True
        if named and isinstance(value, Scalar) and not value.text:
            return True
    return False


def _readings(root: Mapping, keys: set[str], *, said: bool) -> list[Excerpt]:
    """Give what `root` may be, the likeliest first; where it is said to be a part, less is enough."""
    found: list[Excerpt] = []
    named = {key for key in keys if not key.startswith("x-")}
    if named and named <= SECTIONS and all(_declares(root.get(key)) for key in named):
        found.append(Excerpt(Part.SECTION, root))
    if named and named <= OF_SERVICES and (said or tells(root)):
        service = _under(root, _SERVICE)
        found.append(Excerpt(Part.SERVICE, _under(service, "services"), 2))
    if any(_is_service(value, least=1 if said else 2) for _, value in root.pairs):
        found.append(Excerpt(Part.SERVICES, _under(root, "services"), 1))
    return found


def _declares(node: Node | None) -> bool:
    """Whether `node` maps names to what is declared."""
    return (
        isinstance(node, Mapping)
        and bool(node.pairs)
        and all(
            isinstance(value, Mapping) or (isinstance(value, Scalar) and not value.text)
            for _, value in node.pairs
        )
    )


def _is_service(node: Node, *, least: int = 2) -> bool:
    """Whether `node` has an image or a build and, with it, `least` keys of a service."""
    if not isinstance(node, Mapping):
        return False
    keys = {key.text for key, _ in node.pairs if isinstance(key, Scalar)}
    return bool(keys & {"image", "build"}) and len(keys & OF_SERVICES) >= least


def _under(node: Mapping, name: str) -> Mapping:
    return Mapping(((Scalar(name, node.start, node.start, plain=False), node),), node.start, node.end)


def _has_source(service: Node) -> bool:
    """Whether a service has a source, be it by way of a merge key."""
    if not isinstance(service, Mapping):
        return False
    for key, value in service.pairs:
        if isinstance(key, Scalar) and key.text in SOURCES:
            return True
        if is_merge_key(key) and any(map(_has_source, merge_sources(value))):
            return True
    return False
