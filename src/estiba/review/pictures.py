"""A picture of the vault -> an address that holds it, so that a page needs no other file."""

from __future__ import annotations

from base64 import b64encode
from pathlib import PurePosixPath

LARGEST = 400_000
"""Bytes of a picture that a review shows; of a larger one, it says how large it is."""
MOST = 12_000_000
"""Characters of all the pictures of a page."""
_TYPES = {
    ".png": ("image/png", (b"\x89PNG\r\n\x1a\n",)),
    ".jpg": ("image/jpeg", (b"\xff\xd8\xff",)),
    ".jpeg": ("image/jpeg", (b"\xff\xd8\xff",)),
    ".gif": ("image/gif", (b"GIF87a", b"GIF89a")),
    ".webp": ("image/webp", (b"RIFF",)),
    ".avif": ("image/avif", (b"\x00\x00\x00",)),
    ".svg": ("image/svg+xml", (b"<", b"\xef\xbb\xbf<")),
}
"""Suffix -> the type, and how such a file begins. SVG as a picture runs nothing and asks for nothing."""


def is_picture(path: str) -> bool:
    """Whether a browser shows the file at `path` as a picture, by its name."""
    return PurePosixPath(path).suffix.lower() in _TYPES


def data_uri(path: str, data: bytes) -> str:
    """Give the picture at `path` with the bytes `data` as an address; empty where it is none."""
    kind, beginnings = _TYPES.get(PurePosixPath(path).suffix.lower(), ("", ()))
    if not data.lstrip(b" \t\r\n").startswith(beginnings) or not beginnings:
        return ""
    return f"data:{kind};base64,{b64encode(data).decode('ascii')}"
