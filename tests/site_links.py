"""Links of a built site that lead nowhere: pages and files that are not there, and anchors."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

_HOST = "http://site.invalid"
_ADDRESSES = {("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("source", "src")}
_ADDRESSES |= {("area", "href"), ("iframe", "src"), ("video", "src"), ("audio", "src"), ("form", "action")}


@dataclass
class DeadLinks:
    """Dead links of a site, each as (page, link as it is written)."""

    files: list[tuple[str, str]] = field(default_factory=list)
    """Those to a page or file that is not there."""
    anchors: list[tuple[str, str]] = field(default_factory=list)
    """Those to a place that the page does not have."""
    checked: int = 0
    """Links within the site."""


def dead_links(root: Path, *, base: str = "") -> DeadLinks:
    """Follow every link of every page of the site in `root` that leads to the site itself.

    `base` is the path of the site's address (`/v/`), with which the links of its error page begin.
    """
    base = f"/{base.strip('/')}/" if base.strip("/") else "/"
    found = DeadLinks()
    pages = {path.relative_to(root).as_posix(): _read(path) for path in sorted(root.rglob("*.html"))}
    is_file = cache(lambda name: os.path.isfile(root / name))  # noqa: PTH113 - a path too long is no file

    for name, page in pages.items():
        for link in page.links:
            target = urlsplit(urljoin(f"{_HOST}{base}{quote(name)}", link))
            if f"{target.scheme}://{target.netloc}" != _HOST:
                continue
            found.checked += 1
            file = unquote(target.path.removeprefix(base))
            if not file or file.endswith("/"):
                file += "index.html"
            if not (target.path.startswith(base) and is_file(file)):
                found.files.append((name, link))
            elif target.fragment and file in pages and unquote(target.fragment) not in pages[file].ids:
                found.anchors.append((name, link))
    return found


@dataclass
class _Page:
    links: list[str]
    ids: set[str]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = _Page([], {"", "top"})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value is not None and (tag, name) in _ADDRESSES:
                self.page.links.append(value.strip())
            if value and (name == "id" or (tag, name) == ("a", "name")):
                self.page.ids.add(value)


def _read(path: Path) -> _Page:
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    reader.close()
    return reader.page
