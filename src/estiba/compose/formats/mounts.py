"""A mount in its short form: `[source:]target[:options]`.

Source: ParseVolume of compose-spec/compose-go, as Docker Compose 2.40.3 answers. A colon
behind a single letter is a Windows drive's, so `a:/b` is one path, and no volume named a.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from estiba.compose.formats.fault import FormatFault

_MARKS = re.compile(r"\$\{|[:}]")
_FIRST_SLASHES = re.compile(r"\A/+")


@dataclass(frozen=True, slots=True)
class Mount:
    """What is mounted, and where. Compose knows more of `type`; the short form gives these two."""

    type: str
    """`bind` for a path of the host, else `volume`."""
    source: str
    """As it is written; empty for a volume without a name."""
    target: str
    """The path in the container, without `..`, `//` and a last slash."""
    options: tuple[str, ...] = ()
    """In the order of the text; Compose passes over those that it does not know."""


def read_mount(text: str) -> Mount:
    """Read one entry of a service's `volumes`.

    Raises FormatFault: `no-target` (nothing at all, or nothing behind the source),
    `empty-part` (nothing before or between colons), `too-many` (a fourth part).
    """
    if not text:
        raise FormatFault("no-target")
    if len(text.encode("utf-8", "replace")) <= 2:
        return Mount("volume", "", clean_target(text))
    parts = list(_parts(text))
    for number, (start, part, _) in enumerate(parts[:3]):
        if not part:
            kind = "no-target" if number == 1 and len(parts) == 2 else "empty-part"
            raise FormatFault(kind, start)
    if len(parts) > 3:
        start = parts[3][0]
        raise FormatFault("too-many", start, text[start:])
    last_start, last, closed = parts[-1]
    if not closed:
        if len(parts) < 3:
            raise FormatFault("no-target", last_start, last)
        parts.pop()
    if len(parts) == 1:
        return Mount("volume", "", clean_target(last))
    source, target, *options = (part for _, part, _ in parts)
    kind = "bind" if is_path(source) else "volume"
    return Mount(kind, source, clean_target(target), tuple(options[0].split(",")) if options else ())


def is_path(source: str) -> bool:
    """Whether `source` is a path of the host, on Windows too, and not a volume's name."""
    return source.startswith((".", "/", "~", "\\\\")) or (source[1:2] == ":" and source[0].isalpha())


def _parts(text: str) -> Iterator[tuple[int, str, bool]]:
    """Give (start, part, whether its last `${` is closed), cut at colons outside of `${…}`."""
    start, depth = 0, 0
    for mark in _MARKS.finditer(text):
        if mark[0] == "${":
            depth += 1
        elif mark[0] == "}":
            depth = max(depth - 1, 0)
        elif depth == 0 and not (mark.start() == start + 1 and text[start].isalpha()):
            yield start, text[start : mark.start()], True
            start = mark.end()
    yield start, text[start:], depth == 0


def clean_target(target: str) -> str:
    """Give a path without `..`, `//` and a last slash."""
    return posixpath.normpath(_FIRST_SLASHES.sub("/", target))
