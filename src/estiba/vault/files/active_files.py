"""Which files run something when a browser opens their address: with the rights of the whole site."""

from __future__ import annotations

import enum
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile

from estiba.config import Config
from estiba.vault.files.file_kinds import refusal_of
from estiba.vault.files.running_xml import LARGEST, runs

_DOCUMENTS = frozenset(
    """
    html htm xhtml xht shtml shtm stm xsl xslt mht mhtml htc hta xul xbl swf rdf rss atom mml mathml svgz
    php php3 php4 php5 php7 php8 phtml phar asp aspx jsp cgi htaccess
    """.split()
)
"""What browsers, or servers before them, take for a page or a program."""
_BY_CONTENT = frozenset(("svg", "xml"))
_TYPED = frozenset(
    """
    png jpg jpeg gif webp ico bmp mp3 ogg oga wav flac m4a aac mp4 webm ogv mov m4v
    pdf epub odt ods odp docx xlsx pptx rtf zip 7z gz tgz bz2 xz tar txt conf log csv tsv json css js c h
    ttf otf woff woff2 ics vcf gpx kml
    """.split()
)
"""What every server has a type for. Else Apache goes by the suffix before, or leaves it to the browser."""
_LOOKS_LIKE_HTML = re.compile(
    rb"<(?:!--|!doctype|a|b|center|div|font|form|frameset|h[1-6]|head|html|iframe|img|isindex|link|meta|object"
    rb"|p|script|style|table|title)",
    re.IGNORECASE,
)
"""What the standard has browsers look for, and a little more; to Chromium, a name that begins so will do."""
_LOOKED_AT = 1445
"""Bytes by which browsers guess a type, as the standard "MIME Sniffing" of the WHATWG has it."""
_WILD = re.compile(r"[*?\[]")


def unvouched_active(
    paths: Iterable[str], config: Config, is_active_at: Callable[[str], bool]
) -> Iterator[str]:
    """Give those of `paths` that a site would hold, did they not run something that nobody vouches for.

    The owner vouches for a folder by `trust`, and by `keep` for a file of just that name.
    """
    named = {pattern for pattern in config.kept_files if not _WILD.search(pattern)}
    for path in paths:
        is_held = not refusal_of(path, config.kept_files)
        if is_held and path not in named and not config.is_trusted(path) and is_active_at(path):
            yield path


def is_active(path: str, read: Callable[[int], bytes]) -> bool:
    """Whether the file at `path` would run something if a browser opened it.

    `read` gives as many of its first bytes as it is asked for; it is asked only where `needs_reading`.
    """
    kind = _kind(path)
    if kind is _Kind.XML:
        return runs(read(LARGEST + 1))
    if kind is not _Kind.GUESSED:
        return kind is _Kind.DOCUMENT
    start = read(_LOOKED_AT).lstrip()
    if start.startswith(b"<?xml"):
        return runs(read(LARGEST + 1))
    return bool(_LOOKS_LIKE_HTML.match(start))


def needs_reading(path: str) -> bool:
    """Whether it hangs on the content of the file at `path` if it runs something."""
    return _kind(path) in (_Kind.XML, _Kind.GUESSED)


class _Kind(enum.Enum):
    """What a server says of a file, by its name."""

    DOCUMENT = enum.auto()
    XML = enum.auto()
    GUESSED = enum.auto()
    """Nothing: the browser guesses."""
    OTHER = enum.auto()


def _kind(path: str) -> _Kind:
    suffixes = posixpath.basename(path).lower().split(".")[:0:-1]
    untyped = list(takewhile(lambda one: one not in _TYPED, suffixes))
    if not _DOCUMENTS.isdisjoint(untyped):
        return _Kind.DOCUMENT
    if not _BY_CONTENT.isdisjoint(untyped):
        return _Kind.XML
    return _Kind.GUESSED if len(untyped) == len(suffixes) else _Kind.OTHER
