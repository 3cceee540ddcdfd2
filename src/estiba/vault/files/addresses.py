"""Where in a site the files of a vault stand: the file that a note becomes, and its address."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Iterable, Iterator, MutableSet
from urllib.parse import quote

_PAGE = "index.html"


def is_index(path: str) -> bool:
    """Whether the note at `path` is by its name the page of its folder.

    Only `index` and `README` in just this case are, as for MkDocs.
    """
    return _name(path) in ("index", "README")


def is_home(path: str) -> bool:
    """Whether the note at `path` may be the page of the whole vault."""
    return "/" not in path and is_index(path)


def natural_place(path: str, *, flat: bool = False) -> str:
    """Give the file that the note at `path` becomes, as MkDocs names it, in NFC.

    >>> natural_place("redes/dns.md"), natural_place("redes/README.md")
    ('redes/dns/index.html', 'redes/index.html')

    A `flat` site has no folder for each note, but `redes/dns.html`.
    """
    folder = posixpath.dirname(path)
    if is_index(path):
        return nfc(posixpath.join(folder, _PAGE))
    return named_place(posixpath.join(folder, _name(path)), flat=flat)


def named_place(name: str, *, flat: bool = False) -> str:
    """Give the file of a page that is called `name` (`redes/dns`): `redes/dns/index.html`."""
    return nfc(f"{name}.html" if flat else f"{name}/{_PAGE}")


def folder_place(folder: str) -> str:
    """Give the file of the page that is shown at the address of `folder`."""
    return nfc(posixpath.join(folder, _PAGE))


def address_of(place: str, *, flat: bool = False) -> str:
    """Give the address of a file of the site, percent-encoded and relative to the site's root.

    >>> address_of("redes/año nuevo/index.html")
    'redes/a%C3%B1o%20nuevo/'
    """
    folder, name = posixpath.split(place)
    return quote(place if flat or name != _PAGE else f"{folder or '.'}/")


def nfc(text: str) -> str:
    """Give `text` in the Unicode form that sites are written in: composed."""
    return unicodedata.normalize("NFC", text)


def one_on_disk(path: str) -> str:
    """Give what is equal of paths that are one on a disk that tells neither case nor Unicode forms apart."""
    return path.lower() if path.isascii() else nfc(nfc(path).lower())


class TakenPlaces(MutableSet[str]):
    """Files of a site, relative to its root.

    A place is taken where another file stands there on some disk: one that differs only in case
    or Unicode form, one that is a folder of it, or one that it would be a folder of.
    """

    def __init__(self, places: Iterable[str] = ()) -> None:
        self._places: dict[str, None] = {}
        self._owners: dict[str, str] = {}
        for place in places:
            self.add(place)

    def __contains__(self, place: object) -> bool:
        return self.owner(str(place)) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def add(self, value: str, owner: str = "") -> None:
        """Take the place `value`; `owner` is what `owner` gives of it, if nobody had it before."""
        self._places[value] = None
        key = one_on_disk(value)
        self._owners.setdefault(key, owner)
        while (key := posixpath.dirname(key)) and f"{key}/" not in self._owners:
            self._owners[f"{key}/"] = owner

    def discard(self, value: str) -> None:
        """Sites only grow while they are planned."""
        raise NotImplementedError

    def owner(self, place: str) -> str | None:
        """Give who took `place`; None where it is free."""
        key = one_on_disk(place)
        if f"{key}/" in self._owners:
            return self._owners[f"{key}/"]
        while key:
            if key in self._owners:
                return self._owners[key]
            key = posixpath.dirname(key)
        return None


def _name(path: str) -> str:
    return posixpath.splitext(posixpath.basename(path))[0]
