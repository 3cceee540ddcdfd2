"""The text of a fence -> the YAML mapping that Compose would read, if it is Compose at all.

What a fence holds decides, never its label: `services` as a mapping in which at
least one service has a key of Compose's. Source of the keys: the Compose
specification, top-level elements and the services element.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from estiba.compose.reading.merge_keys import written_out
from estiba.compose.strange_spaces import STRANGE_SPACE
from estiba.compose.vocabulary import OF_OTHERS, OF_SERVICES, TOP_LEVEL
from estiba.yaml_tree import Mapping, Node, Scalar, Sequence, YamlFault, read_documents

MAX_BYTES = 256 * 1024
"""A longer snippet is shown, not analysed."""

_SERVICES = re.compile(r"^[ \t{\ufeff]*(?P<quote>[\"']?)services(?P=quote)[ \t]*:", re.MULTILINE)
_LOOKS_LIKE_SERVICE = re.compile(r"^[ \t]+(?:image|build|container_name|ports|volumes)[ \t]*:", re.MULTILINE)
_MARKDOWN_FENCE = re.compile(r"^[ \t]*(?:`{3}|~{3})", re.MULTILINE)
_FIRST_LINE = re.compile(r"\ufeff?(?:[ \t]*(?:#[^\n]*|---[ \t]*)?\n)*[ \t]*[\w\"'.-]+[ \t]*:(?:[ \t]|\n|\Z)")


class Reading(enum.StrEnum):
    """How far a snippet could be read."""

    READ = "read"
    UNREADABLE = "unreadable"
    """Compose by its looks, and no valid YAML."""
    TOO_LARGE = "too-large"


@dataclass(frozen=True, slots=True)
class Document:
    """A snippet of Compose. It has no `roots` unless it was `READ`."""

    reading: Reading
    roots: tuple[Mapping, ...] = ()
    """The documents of the YAML stream: nearly always one."""
    fault: YamlFault | None = None


def read_document(text: str) -> Document | None:
    """Read `text`; None where it is no Compose file.

    It is one, too, if it would be with ordinary spaces instead of strange ones.
    """
    meant = _with_ordinary_spaces(text)
    if not _SERVICES.search(meant):
        return None
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        return Document(Reading.TOO_LARGE) if _looks_like_compose(meant) else None
    try:
        documents = read_documents(text)
    except YamlFault as fault:
        return Document(Reading.UNREADABLE, fault=fault) if _looks_like_compose(meant) else None
    if _holds_compose(documents) or (meant != text and _is_readable_compose(meant)):
        return _read(documents)
    return None


def read_whole(text: str) -> Document:
    """Read `text` as a Compose file, whatever it holds."""
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        return Document(Reading.TOO_LARGE)
    try:
        return _read(read_documents(text))
    except YamlFault as fault:
        return Document(Reading.UNREADABLE, fault=fault)


def _read(documents: list[Node]) -> Document:
    if not documents:
        return Document(Reading.UNREADABLE, fault=YamlFault("empty", 0))
    for root in documents:
        if not isinstance(root, Mapping):
            return Document(Reading.UNREADABLE, fault=YamlFault("not-a-mapping", root.start))
    return Document(Reading.READ, tuple(root for root in documents if isinstance(root, Mapping)))


def _with_ordinary_spaces(text: str) -> str:
    """Give `text` without strange spaces, a byte order mark left where it stands first."""
    first = int(text.startswith("\ufeff"))
    return text[:first] + STRANGE_SPACE.sub(" ", text[first:])


def _holds_compose(documents: list[Node]) -> bool:
    return any(isinstance(root, Mapping) and _is_compose(root) for root in documents)


def _is_readable_compose(text: str) -> bool:
    try:
        return _holds_compose(read_documents(text))
    except YamlFault:
        return False


def _is_compose(root: Mapping) -> bool:
    written = root.get("services")
    services = written_out(written) if isinstance(written, Mapping) else written
    if not isinstance(services, Mapping):
        return False
    keys = {key.text for key, _ in root.pairs if isinstance(key, Scalar)}
    if keys & OF_OTHERS:
        return False
    if not all(key in TOP_LEVEL or key.startswith("x-") for key in keys):
        return _has_image(services)
    return any(_is_service(value) for _, value in services.pairs)


def _is_service(node: Node) -> bool:
    return isinstance(node, Mapping) and any(
        isinstance(key, Scalar) and key.text in OF_SERVICES for key, _ in node.pairs
    )


def _has_image(services: Mapping) -> bool:
    """Whether a service names an image, so that a slip at the top level hides nothing."""
    return any(
        isinstance(value, Mapping) and isinstance(value.get("image"), Scalar | Sequence)
        for _, value in services.pairs
    )


def _looks_like_compose(text: str) -> bool:
    found = _SERVICES.search(text)
    return bool(
        found
        and _LOOKS_LIKE_SERVICE.search(text, found.end())
        and _FIRST_LINE.match(text)
        and not _MARKDOWN_FENCE.search(text)
    )
