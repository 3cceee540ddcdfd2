"""A file of a site -> what a reader, a program or a search engine finds in it.

It knows the forms of files, not what made them: packed ones are unpacked, pages and feeds are
taken apart into tags and text, JSON and Pagefind's CBOR into their texts.
"""

from __future__ import annotations

import enum
import gzip
import html
import io
import json
import re
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

import cbor2

_PAGEFIND = b"pagefind_dcd"
_TAG = re.compile(r"(<[/!?A-Za-z][^<>]*>)")
_ESCAPE = re.compile(r"\\(?:u(?P<four>[0-9a-fA-F]{4})|x(?P<two>[0-9a-fA-F]{2})|.)")
_PAGE = (".html", ".htm")
_FEED = (".xml", ".svg", ".rss", ".atom")
_BLOCK = re.compile(
    r"</?(?:p|li|ol|ul|dl|dt|dd|div|h[1-6]|pre|blockquote|table|thead|tbody|tr|td|th|section|article|aside|nav"
    r"|header|footer|main|form|label|button|details|summary|figure|figcaption|script|title|entry|item|content)"
    r"(?:\s[^<>]*)?>"
)
_BREAK = "\f"
_STOP = re.compile(r"\f|[.!?\u2026:][\"')\]\u00bb\u201d]*\s+|\n\s*\n")
"""The end of a sentence; Pagefind puts a full stop behind each block."""
_END = re.compile(r"\f|[.!?\u2026][\"')\]\u00bb\u201d]*\s+(?=[^\sa-z\u00df-\u00ff])")
"""The same in text of authors, who write `p. ej.`."""
_DATA_FILE = (".json", ".webmanifest", ".map")
_ATTRIBUTE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
_SILENT = re.compile(r"class|id|for|style|rel|type|role|name|lang|d|points|viewbox|xmlns.*|data-md-.*")
"""Attributes that hold no words of a note's, and no address."""
_MOST = 256 * 2**20
"""Bytes that a packed file may hold; what is more was not made by a build."""


class Unreadable(Exception):
    """A file that cannot be what its name says; the message says why."""


class Form(enum.Enum):
    """How a text is to be read."""

    PAGE = enum.auto()
    """HTML."""
    FEED = enum.auto()
    """XML, in which pages are escaped once more."""
    DATA = enum.auto()
    """Texts of JSON, which may be HTML; where their blocks ended, nobody knows but by full stops."""
    TEXT = enum.auto()


class Content(NamedTuple):
    """The text of a file; none where it is a picture, a font or a program."""

    form: Form
    text: str


_NOTHING = Content(Form.TEXT, "")


def read_content(name: str, data: bytes) -> Content:
    """Read the file called `name`.

    Pagefind's list of words (`.pf_index`) is passed over: all of them stand in its other files, too.
    Raises `Unreadable`.
    """
    if name.endswith(".pf_index"):
        return _NOTHING
    if name.endswith(".gz") or data.startswith(b"\x1f\x8b"):
        return read_content(name.removesuffix(".gz"), _unpacked(data))
    if data.startswith(_PAGEFIND):
        return _of_pagefind(data[len(_PAGEFIND) :])
    if b"\0" in data[:4096]:
        return _NOTHING
    try:
        return _of_file(name[name.rfind(".") :].lower(), data.decode("utf-8"))
    except UnicodeDecodeError:
        return _NOTHING


def taken_apart(content: Content) -> tuple[str, list[str]]:
    """Give what a reader, or a program, sees of `content` besides tags, and its tags."""
    text, tags = content.text, list[str]()
    if content.form is Form.TEXT:
        return text, tags
    if content.form is Form.FEED:
        text = html.unescape(text.replace("<![CDATA[", " "))
    parts = _TAG.split(text)
    shown = " ".join(parts[::2])
    shown = html.unescape(shown) if "&" in shown else shown
    if "\\" in shown:
        shown += f" {_BREAK} {_unescaped(shown)}"
    return shown, parts[1::2]


def sentences_in(content: Content) -> Iterator[str]:
    """Give what a reader sees of `content`, cut where blocks and sentences end."""
    if content.form in (Form.TEXT, Form.DATA):
        yield from _STOP.split(taken_apart(content)[0])
        return
    text = html.unescape(content.text) if content.form is Form.FEED else content.text
    for part in _BLOCK.split(text.replace("<![CDATA[", " ")):
        yield from _END.split(taken_apart(Content(Form.PAGE, part))[0])


def attributes_of(tag: str) -> Iterator[tuple[str, str]]:
    """Give the attributes of a tag that may hold words or addresses: lower-case name, plain value."""
    for name, *values in _ATTRIBUTE.findall(tag):
        value = "".join(values)
        if value and not _SILENT.fullmatch(name.lower()):
            yield name.lower(), html.unescape(value) if "&" in value else value


def _unpacked(data: bytes) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            found = file.read(_MOST + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable(f"cannot be unpacked: {error}") from None
    if len(found) > _MOST:
        raise Unreadable("holds too much")
    return found


def _of_file(suffix: str, text: str) -> Content:
    if suffix in _PAGE:
        return Content(Form.PAGE, text)
    if suffix in _FEED or text[:512].lstrip().startswith("<"):
        return Content(Form.FEED, text)
    if suffix not in _DATA_FILE:
        return Content(Form.TEXT, text)
    try:
        return _of_texts(json.loads(text))
    except (ValueError, RecursionError):
        return Content(Form.TEXT, _unescaped(text))


def _of_pagefind(data: bytes) -> Content:
    try:
        return _of_texts(json.loads(data) if data[:1] in b"{[" else cbor2.loads(data))
    except (ValueError, EOFError, RecursionError, cbor2.CBORDecodeError):
        return Content(Form.TEXT, data.decode("utf-8", "replace"))


def _of_texts(value: Any) -> Content:
    text = "\n".join(_texts(value))
    return Content(Form.DATA if "<" in text else Form.TEXT, text)


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match["four"] or match["two"] or "20", 16)), text)


def _texts(value: Any) -> Iterator[str]:
    """Give all texts in what JSON or CBOR holds, however deep."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            waiting.extend((*one.values(), *one.keys()))
        elif isinstance(one, list):
            waiting.extend(reversed(one))
