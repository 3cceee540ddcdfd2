"""Headings of a note -> its sections, and the ids that they have on its page.

An id is made as GitHub makes it, so letters of every language stay; a second heading of the
same words gets `_1` behind it, as Python-Markdown numbers them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from estiba.folding import fold
from estiba.vault.text.allowed_html import is_themes_id

_NOT_IN_ID = re.compile(r"[^\w\- ]")
_NUMBERED = re.compile(r"(.*)_([0-9]+)", re.DOTALL)
_RUNS = re.compile(r"[-\s]+")
_ASCII_ONLY = re.compile(r"[^a-z0-9_\s-]")
_OWN_ID = re.compile(r"[ \t]*\{:?[^{}\n]*?#(?P<id>[\w-]+)[^{}\n]*\}[ \t]*$")


def heading_id(text: str) -> str:
    """Give the id of a heading with the words `text`, before it is numbered; may be empty.

    It is none that the page around the note may have.

    >>> heading_id("¿Qué es Nginx?")
    'qué-es-nginx'
    """
    text = unicodedata.normalize("NFC", text).strip().lower()
    name = _NOT_IN_ID.sub("", text).replace(" ", "-")
    return f"section-{name}" if is_themes_id(name) else name


def own_id(written: str) -> str:
    """Give the id that the author of a heading gave it in braces: `Words {#id}`; else nothing."""
    match = _OWN_ID.search(written)
    return match["id"] if match else ""


class Ids:
    """The ids of a page, each given once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._last: dict[str, str] = {}
        """What each name became last: all before it are taken."""

    def numbered(self, name: str) -> str:
        """Give `name`, or the first of `name_1`, `name_2` … that is free; and take it."""
        free = self._last.get(name, name)
        while not free or free in self._taken:
            match = _NUMBERED.fullmatch(free)
            free = f"{match[1]}_{int(match[2]) + 1}" if match else f"{free}_1"
        self._taken.add(free)
        self._last[name] = free
        return free


def other_ids(ids: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    """Give each of `ids` with what else links call it that others made.

    Without accents, with runs of hyphens as one (Python-Markdown), with `-1` for `_1` (GitHub).
    What is an id already, or another's other id, is left out.
    """
    ids = list(ids)
    taken = set(ids)
    for one in ids:
        plain = _RUNS.sub("-", _ASCII_ONLY.sub("", fold(one)))
        others = [fold(one), plain.strip("-"), _github(one), fold(_github(one))]
        free = [other for other in dict.fromkeys(others) if other and other not in taken]
        taken.update(free)
        yield one, free


def _github(name: str) -> str:
    match = _NUMBERED.fullmatch(name)
    return f"{match[1]}-{match[2]}" if match else name
