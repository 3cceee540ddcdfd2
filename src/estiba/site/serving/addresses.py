"""Addresses of a served site -> its files."""

from __future__ import annotations

import mimetypes
import posixpath
from urllib.parse import unquote

_TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".gz": "application/gzip",
    ".wasm": "application/wasm",
    ".yaml": "text/plain",
    ".example": "text/plain",
}
_TEXTS = ("text/", "application/json", "application/xml", "image/svg+xml")


def mount_path(path: str) -> str:
    """Give the path at which a site is served, with `/` at both ends."""
    return f"/{path.strip('/')}/" if path.strip("/") else "/"


def place_of(address: str) -> str:
    """Give the file of the site that an address below its root leads to; never one outside."""
    path = unquote(address, errors="replace")
    name = f"{path}index.html" if path.endswith("/") or not path else path
    return posixpath.normpath(f"/{name}").lstrip("/")


def type_of(place: str) -> str:
    """Give the type of a file of the site, by its name."""
    suffix = posixpath.splitext(place)[1].lower()
    kind = _TYPES.get(suffix) or mimetypes.guess_type(place)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXTS) else kind
