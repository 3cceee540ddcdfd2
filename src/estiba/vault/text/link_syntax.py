"""The inside of links: `note#Heading|text`, `<a b.md> "title"` -> where they lead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from estiba.vault.text.marks import Address, Size

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]{1,30}(?=:)")
_TITLE = re.compile(r"""[ \t\n]+(?:"[^"]*"|'[^']*'|\([^()]*\))[ \t\n]*$""")
_SIZE = re.compile(r"(?P<width>\d{1,5})(?:x(?P<height>\d{1,5}))?")
_COMMENT = re.compile(r"%%.*?%%")
_BAR = re.compile(r"\\?\|")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


@dataclass(frozen=True, slots=True)
class Wikilink:
    """The inside of double brackets."""

    address: Address
    text: str
    size: Size | None


def read_wikilink(inside: str) -> Wikilink:
    """Read what stands between `[[` and `]]`; a bar may be escaped, as it must be in a table."""
    target, *parts = (part.strip() for part in _BAR.split(inside))
    size = _size(parts[-1]) if parts else None
    path, _, fragment = target.partition("#")
    address = Address(target, "", path.strip(), fragment.strip())
    words = " | ".join(parts[:-1] if size else parts)
    return Wikilink(address, _COMMENT.sub("", words).strip(), size)


def read_destination(inside: str) -> Address:
    """Read what stands between the parentheses of a Markdown link: an address, perhaps a title."""
    bare = _TITLE.sub("", inside.strip(" \t\n")).strip(" \t\n")
    if bare.startswith("<") and bare.endswith(">"):
        bare = bare[1:-1]
    return read_address(_ESCAPE.sub(r"\1", bare))


def read_address(written: str) -> Address:
    """Take an address apart: `../a%20b.md#c` leads to `../a b.md`, there to `c`."""
    written = written.strip()
    scheme = _SCHEME.match(written)
    if scheme:
        return Address(written, scheme[0].lower())
    if written.startswith("//"):
        return Address(written, "https")
    path, _, fragment = written.partition("#")
    return Address(written, "", unquote(path.partition("?")[0]), unquote(fragment))


def read_alternative(written: str) -> tuple[str, Size | None]:
    """Read the text of a Markdown picture, behind which Obsidian takes a size: `text|300`."""
    text, _, last = written.rpartition("|")
    size = _size(last.strip())
    return (text.rstrip("\\"), size) if size else (written, None)


def _size(text: str) -> Size | None:
    match = _SIZE.fullmatch(text)
    return (int(match["width"]), int(match["height"]) if match["height"] else None) if match else None
