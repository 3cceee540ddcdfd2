"""When two spellings are one word, and how a word becomes part of an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, MutableSet

_MAX_SLUG = 64
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Give what is compared instead of `text`: no case, no accents (ñ is n), one Unicode form.

    >>> fold("Configuración") == fold("CONFIGURACION")
    True
    """
    if text.isascii():
        return text.casefold()
    for _ in range(2):  # ™ is TM once decomposed, and that has a case again
        text = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in text if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", plain)


def letters(text: str) -> str:
    """Give the folded letters and digits of `text`: punctuation and white space do not count.

    >>> letters("¿Qué es Nginx?") == letters("que es nginx")
    True
    """
    return "".join(filter(str.isalnum, fold(text)))


def slug(text: str, *, fallback: str = "x") -> str:
    """Give an address part for `text`: 1 to 64 of `a-z`, `0-9` and `-`, never a path.

    A text that has none of these (say, one in Greek) gives `fallback`, so callers
    that need slugs to differ pass them through `unique`.

    >>> slug("Contraseñas y más")
    'contrasenas-y-mas'
    """
    return _NOT_IN_SLUG.sub("-", fold(text)).strip("-")[:_MAX_SLUG].strip("-") or fallback


def unique(name: str, taken: MutableSet[str], *, suffix: str = "") -> str:
    """Give `name` + `suffix`, or `name-2` + `suffix` … if that is in `taken`; and add it there."""
    free = first_free(name, taken, suffix=suffix)
    taken.add(free)
    return free


def first_free(name: str, taken: Container[str], *, suffix: str = "") -> str:
    """Give `name` + `suffix`, or the first of `name-2` + `suffix` … that is not in `taken`."""
    free, number = name + suffix, 1
    while free in taken:
        number += 1
        free = f"{name}-{number}{suffix}"
    return free
