"""What tests of the extension share: converting a page, and reading it as a browser does."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import pytest
from markdown import Markdown
from pymdownx.slugs import slugify

from estiba.catalogue import catalogue_for
from estiba.markdown.page import Page

FULL: Mapping[str, Mapping[str, Any]] = {
    "abbr": {},
    "admonition": {},
    "attr_list": {},
    "def_list": {},
    "footnotes": {},
    "md_in_html": {},
    "tables": {},
    "toc": {"permalink": True, "slugify": slugify(case="lower")},
    "pymdownx.betterem": {},
    "pymdownx.details": {},
    "pymdownx.highlight": {},
    "pymdownx.superfences": {},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
}
SETS: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    "full": FULL,
    "fenced-code": {"fenced_code": {}},
    "plain": {},
}


@dataclass(frozen=True)
class Converted:
    """A page in HTML, and what its host hears."""

    html: str
    page: Page

    @property
    def blocks(self) -> list[SeenBlock]:
        """The examples in it, as a browser reads them."""
        return read_as_browser(self.html)


@dataclass
class SeenBlock:
    """An example as it is seen in a browser."""

    label: str = ""
    name: str = ""
    verdict: str = ""
    text: str | None = None
    download: dict[str, str] = field(default_factory=dict)


class Browser(HTMLParser):
    """Reads HTML as the standard wants it, which lets control characters stand for themselves."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.blocks: list[SeenBlock] = []
        self.depth = 0
        self.inside: list[tuple[str, str]] = []
        self.in_text = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kind = given.get("class", "")
        if tag == "div" and kind == "estiba-example":
            self.blocks.append(SeenBlock(label=given["aria-label"]))
            self.depth = 1
        elif tag == "div" and self.depth:
            self.depth += 1
        elif tag == "a" and "estiba-example__download" in kind:
            self.blocks[-1].download = given
        elif tag == "code" and self.depth and self.blocks[-1].text is None:
            self.blocks[-1].text = ""
            self.in_text = True
        self.inside.append((tag, kind))

    def handle_endtag(self, tag: str) -> None:
        if tag == "code":
            self.in_text = False
        while self.inside and self.inside.pop()[0] != tag:
            pass
        if tag == "div" and self.depth:
            self.depth -= 1

    def handle_data(self, data: str) -> None:
        if not self.blocks or not self.depth:
            return
        block = self.blocks[-1]
        if self.in_text:
            block.text = (block.text or "") + data
        elif self.inside and self.inside[-1][1] == "estiba-example__name":
            block.name += data
        elif self.inside and self.inside[-1][1].startswith("estiba-example__verdict"):
            block.verdict += data

    def handle_charref(self, name: str) -> None:
        number = int(name[1:], 16) if name[:1] in "xX" else int(name)
        self.handle_data(chr(number) if number < 32 else html.unescape(f"&#{name};"))

    def handle_entityref(self, name: str) -> None:
        self.handle_data(html.unescape(f"&{name};"))


def read_as_browser(text: str) -> list[SeenBlock]:
    """Find the examples in the HTML `text`."""
    browser = Browser()
    browser.feed(text)
    browser.close()
    return browser.blocks


def convert_page(
    text: str,
    extensions: Mapping[str, Mapping[str, Any]] = FULL,
    *,
    ours: Sequence[str] = ("estiba",),
    **page: Any,
) -> Converted:
    """Convert `text` with `extensions` and ours; `page` are the fields of a host's view of it."""
    view = Page(catalogue_for(page.pop("language", "en")), **page)
    names = [*extensions, *ours]
    configs = {name: dict(options) for name, options in extensions.items()}
    if ours:
        configs["estiba"] = {"page": view}
    return Converted(Markdown(extensions=names, extension_configs=configs).convert(text), view)


@pytest.fixture(scope="session")
def convert() -> Callable[..., Converted]:
    return convert_page


@pytest.fixture(scope="session")
def sets() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    return SETS
