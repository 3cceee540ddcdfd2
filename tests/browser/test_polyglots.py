"""A vault of polyglots in Chromium: its own parser finds nothing live in any page, and nothing runs."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from polyglots import CONFIG, NOTES, name, polyglot
from sites import run_build, served, write_files

LOOK = """async (pages) => {
  const addresses = ["href", "src", "action", "formaction", "xlink:href", "data", "poster"]
  const found = []
  for (const page of pages) {
    const made = new DOMParser().parseFromString(await (await fetch(page)).text(), "text/html")
    for (const element of made.querySelectorAll("*")) {
      const type = element.localName
      const isOurs = /^(\\.\\.\\/|\\.\\/|\\/)*assets\\//.test(element.getAttribute("src") ?? "assets/")
      const words = element.type === "application/json" ? "" : element.text
      if (["iframe", "object", "embed", "base", "frame"].includes(type)) found.push([page, type])
      if (type === "script" && (!isOurs || /alert|1337/.test(words))) found.push([page, words])
      for (const { name, value } of element.attributes) {
        const runs = addresses.includes(name) && /^[\\s\\x00-\\x20]*(javascript|vbscript|data):/i.test(value)
        if (name.startsWith("on") || name === "srcdoc" || runs) found.push([page, type, name, value])
      }
    }
  }
  return found
}"""
KINDS = (
    *(
        "nota/",
        "otra/",
        "ejemplo/",
        "tags/",
        "tags/tag/",
        "tags/plain/",
        "all-notes/",
        "changes/",
        "404.html",
    ),
    *(f"{quote(name('file'))}/", f"{quote(name('folder'))}/"),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("polyglots")
    write_files(root, NOTES, CONFIG)
    folder = run_build(root)
    with served(folder) as address:
        yield address, [quote(path.relative_to(folder).as_posix()) for path in folder.rglob("*.html")]


def test_row_08_chromium_finds_nothing_live_in_any_page(site, visit):
    address, paths = site
    assert len(paths) > 20
    assert visit(address).page.evaluate(LOOK, [address + path for path in paths]) == []


def test_row_08_nothing_runs_and_nothing_leaves_the_site(site, visit):
    address, _ = site
    seen = visit(address)
    for path in KINDS:
        seen.page.goto(address + path)
        seen.page.locator("html.js").wait_for()
        assert seen.page.locator("h1").count() == 1
    assert seen.dialogs == []
    assert [url for url in seen.requests if not url.startswith(address)] == []


def test_row_07_a_search_shows_texts_as_they_were_written(site, visit):
    address, _ = site
    seen = visit(f"{address}?q=title")
    results = seen.page.locator(".estiba-search__groups")
    results.get_by_text(polyglot("title")).first.wait_for()
    assert seen.dialogs == []
    assert results.locator("img, svg[onload], script").count() == 0
