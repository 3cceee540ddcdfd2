"""The filter `url` of templates: addresses as MkDocs makes them, most of them without its work."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import pass_context
from mkdocs.utils import normalize_url

if TYPE_CHECKING:
    from jinja2.runtime import Context


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands."""

    folder: str
    """Its address without a file: `notas/dns/`."""
    outermost: str
    """The first part of that, empty at the root."""
    ways: tuple[tuple[str, str], ...]
    """That folder and all above it, each with the way there: `("notas/", "../")`, `("", "../../")`."""

    @property
    def to_root(self) -> str:
        """The way up to the root of the site: `../../`."""
        return self.ways[-1][1]


class PageAddresses:
    """How the pages of one build are written in each other."""

    def __init__(self) -> None:
        """Begin with nothing that is known."""
        self._is_plain: dict[str, bool] = {}
        self._places: dict[str, Place] = {}

    @pass_context
    def url(self, context: Context, address: object) -> str:
        """Give `address`, relative to the root, as it is written on the page, as MkDocs' filter does."""
        text, page = str(address), context["page"]
        is_plain = self._is_plain.get(text)
        if is_plain is None:
            is_plain = self._is_plain[text] = _is_plain(text)
        if is_plain and page is not None:
            place = self.place(page.url)
            if text.endswith("/") or not place.folder.startswith(f"{text}/"):
                for folder, way in place.ways:
                    if text.startswith(folder):
                        return way + text[len(folder) :] or "./"
        return normalize_url(text, page=page, base=context["base_url"])

    def place(self, page_url: str) -> Place:
        """Give the place of the page at `page_url`."""
        found = self._places.get(page_url)
        if found is None:
            folder, _, name = page_url.rpartition("/")
            parts = _parts(folder if "." in name else page_url)
            above = [f"{'/'.join(parts[:number])}/" for number in range(len(parts), 0, -1)]
            ways = tuple((one, "../" * up) for up, one in enumerate([*above, ""]))
            found = self._places[page_url] = Place(ways[0][0], outermost(ways[0][0]), ways)
        return found


def outermost(address: str) -> str:
    """Give the first part of an address relative to the root; empty for the root."""
    return (*_parts(address), "")[0]


def _parts(address: str) -> list[str]:
    return [part for part in posixpath.normpath(f"/{address}").split("/") if part]


def _is_plain(address: str) -> bool:
    """Whether nothing can be left out of `address`, and all of it is a path from the root of the site."""
    if address.startswith((".", "/", "#")) or ":" in address or "\\" in address:
        return False
    return posixpath.normpath(address) + ("/" if address.endswith("/") else "") == address
