"""What a new note says of itself."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class NoteValues:
    """Values that stand in a note's front matter; empty ones are not known."""

    title: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    moment: dt.datetime | None = None
    """When the note is made."""
    draft: bool = False


def text_of(text: str) -> str:
    r"""Give `text` as a note's title or description is read: one line, composed, without control characters.

    >>> text_of(" Uno\n dos\x1b ")
    'Uno dos'
    """
    words = " ".join(_SURROGATE.sub("\ufffd", text).split())
    shown = "".join(char for char in words if unicodedata.category(char) != "Cc")
    return " ".join(unicodedata.normalize("NFC", shown).split())


def tag_names(written: Iterable[str]) -> tuple[str, ...]:
    """Give the tags in texts like `red, #docker`, each once, as front matter has them."""
    parts = (text_of(part).lstrip("#/ ").rstrip("/ ") for text in written for part in text.split(","))
    return tuple(dict.fromkeys(filter(None, parts)))
