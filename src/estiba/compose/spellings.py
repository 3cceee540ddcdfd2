"""The other ways in which people write a value: an image without its tag, one end of a port or a mount."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.images import read_image
from estiba.compose.formats.mounts import is_path, read_mount

_MOUNTS = frozenset({"devices", "tmpfs", "volumes"})
_ENDS = frozenset({"published", "source", "target"})
"""Keys of ports and mounts in their long form."""


def spellings(key: str, text: str) -> Iterator[str]:
    """Give what `text`, which stands under `key`, may be called besides.

    >>> list(spellings("ports", "127.0.0.1:8080:80/tcp"))
    ['127.0.0.1:8080:80', '8080:80', '8080:80/tcp', '8080', '8080/tcp', '80', '80/tcp']
    """
    if key == "image":
        yield from _image(text)
    elif key in ("ports", "expose"):
        yield from _port(text)
    elif key in _MOUNTS:
        yield from _mount(text)
    elif key in _ENDS:
        yield text


def name_of_volume(key: str, text: str) -> str:
    """Give the name of the volume that `text`, which stands under `key`, mounts; empty where it is none."""
    source = ""
    if key == "volumes":
        with suppress(FormatFault):
            source = read_mount(text).source
    elif key == "source":
        source = text
    return "" if not source or is_path(source) else source


def _image(text: str) -> Iterator[str]:
    known = text.partition("$")[0].rstrip(":@") if "$" in text else text
    try:
        image = read_image(known)
    except FormatFault:
        return
    repository = image.name.removeprefix(f"{image.registry}/")
    for name in dict.fromkeys((image.name, repository, repository.rpartition("/")[2])):
        yield name
        if image.tag:
            yield f"{name}:{image.tag}"


def _port(text: str) -> Iterator[str]:
    bare, slash, protocol = text.partition("/")
    ends = bare.rsplit(":", 2)
    if slash:
        yield bare
    for short in (":".join(ends[-2:]), ends[-2] if len(ends) > 1 else "", ends[-1]):
        if short:
            yield short
            if slash:
                yield f"{short}/{protocol}"


def _mount(text: str) -> Iterator[str]:
    try:
        mount = read_mount(text)
    except FormatFault:
        return
    yield mount.target
    if mount.source:
        yield mount.source
        yield f"{mount.source}:{mount.target}"
