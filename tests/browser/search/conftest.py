"""One site for all tests of the search, served below `/x/`, and a box to search it with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from searched_vault import CONFIG, VAULT
from sites import run_build, served, write_files
from waiting import wait_until


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("searched")
    write_files(root, VAULT, CONFIG)
    run_build(root, site_dir=str(root / "www/x"))
    with served(root / "www") as server:
        yield server + "x/"


@dataclass
class SearchBox:
    """The search of an open page."""

    page: Page

    def __post_init__(self) -> None:
        self.input = self.page.locator(".md-search__input")
        self.dialog = self.page.locator(".md-search__inner[role=dialog]")
        self.status = self.page.locator(".md-search-result__meta")
        self.titles = self.page.locator(".estiba-result__title")
        self.chosen = self.page.locator(".estiba-search__chosen button")

    def open(self) -> None:
        self.page.keyboard.press("/")
        expect(self.input).to_be_focused()

    def write(self, text: str) -> None:
        """Type `text` in the place of what stands in the box."""
        self.input.press("ControlOrMeta+a")
        self.input.press_sequentially(text)

    def finds(self, *titles: str) -> None:
        """See that the search shows exactly these notes, in this order."""
        expect(self.titles).to_have_text(list(titles))

    def facet(self, name: str) -> Locator:
        return self.page.locator(".estiba-facet", has=self.page.get_by_text(name, exact=True))

    def counts(self, group: str, *facets: str) -> None:
        """See that a group gets to have exactly these facets: `name number`."""
        section = self.page.locator(".estiba-facets__group", has_text=group)
        expect(section.locator(".estiba-facet")).to_have_text(list(facets))

    @property
    def query(self) -> str:
        """The address's part after the question mark."""
        return self.page.evaluate("location.search").removeprefix("?")

    def has_query(self, query: str) -> None:
        """See that the address gets to say `query`."""
        wait_until(self.page, "query => location.search === (query && '?' + query)", arg=query)


@pytest.fixture
def search(visit: Callable[..., object], address: str) -> Callable[..., SearchBox]:
    """Open a page of the site with the search open; an address with a search in it opens it by itself."""

    def start(path: str = "todas-las-notas/", **options: object) -> SearchBox:
        box = SearchBox(visit(address + path, **options).page)
        if "?" not in path:
            box.open()
        expect(box.dialog).to_be_visible()
        return box

    return start
