"""The name of an image: `[registry/]repository[:tag][@digest]`.

Source: the grammar of distribution/reference, by which registries take names. Compose
itself takes any text. A first part is a registry if it has a dot or a port, or is `localhost`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from estiba.compose.formats.fault import FormatFault

_HUB = "docker.io"
_OLD_HUB = "index.docker.io"
_OFFICIAL = "library/"
_LABEL = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?"
_REGISTRY = re.compile(rf"(?:{_LABEL}(?:\.{_LABEL})*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?")
_PART = r"[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*"
_DIGESTS = r"sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128}"
_REST = re.compile(
    rf"(?P<repository>{_PART}(?:/{_PART})*)(?::(?P<tag>\w[\w.-]{{0,127}}))?(?:@(?P<digest>{_DIGESTS}))?",
    re.ASCII,
)
_IDENTIFIER = re.compile(r"[a-f0-9]{64}")
_PLACEHOLDER = re.compile(r"<[^>]*>?|\[[^\]]*\]?|\{\{?[^}]*(?:\}\}?)?|\u2026|\.{3}")
_SPACE = re.compile(r"\s")
_CAPITAL = re.compile(r"[A-Z]")
_LONGEST = 255


@dataclass(frozen=True, slots=True)
class Image:
    """An image as a registry knows it; a missing tag or digest is empty."""

    registry: str
    """`docker.io` where none is named."""
    repository: str
    """With `library/` for Docker Hub's own images."""
    tag: str
    digest: str
    written: str
    """The text that was read."""

    @property
    def name(self) -> str:
        """The shortest name of it: `nginx`, `tailscale/tailscale`, `lscr.io/linuxserver/radarr`."""
        if self.registry != _HUB:
            return f"{self.registry}/{self.repository}"
        short = self.repository.removeprefix(_OFFICIAL)
        return self.repository if "/" in short else short

    @property
    def floating(self) -> bool:
        """Whether it is another image tomorrow: no digest, and no tag but `latest`."""
        return not self.digest and self.tag in ("", "latest")


def read_image(text: str) -> Image:
    """Read the name of an image.

    Raises FormatFault: `placeholder` (`<version>`, `[tag]`, `{{ x }}`, `...`), `space`, `capital`
    (in the repository, or in a first part that is no registry by its looks), else `form`.
    """
    registry, start = _registry(text)
    match = _REST.match(text, start)
    if (
        match is None
        or match.end() != len(text)
        or _IDENTIFIER.fullmatch(text)
        or not _REGISTRY.fullmatch(registry)
    ):
        raise _fault(text, registry, start)
    repository = match["repository"]
    if registry == _HUB and "/" not in repository:
        repository = _OFFICIAL + repository
    if len(repository) > _LONGEST:
        raise FormatFault("form", start, match["repository"])
    return Image(registry, repository, match["tag"] or "", match["digest"] or "", text)


def _registry(text: str) -> tuple[str, int]:
    """Give the registry, and where the repository begins."""
    first, slash, _ = text.partition("/")
    if not slash or not (first == "localhost" or "." in first or ":" in first):
        return _HUB, 0
    return (_HUB if first == _OLD_HUB else first), len(first) + 1


def _fault(text: str, registry: str, start: int) -> FormatFault:
    for kind, pattern in (("placeholder", _PLACEHOLDER), ("space", _SPACE)):
        found = pattern.search(text)
        if found:
            return FormatFault(kind, found.start(), found[0])
    repository = re.split("[:@]", text[start:], maxsplit=1)[0]
    capital = _CAPITAL.search(repository)
    if capital:
        return FormatFault("capital", start + capital.start(), capital[0])
    if start and not _REGISTRY.fullmatch(registry):
        return FormatFault("form", 0, registry)
    read = _REST.match(text, start)
    end = read.end() if read and read.end() < len(text) else start
    return FormatFault("form", end, text[end:])
