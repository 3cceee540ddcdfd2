"""Atom feeds, as a feed reader reads them."""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest

ADDRESS = "https://example.org/kb/"
CONFIG = f"site_name: Semilla\nsite_url: {ADDRESS}\nplugins: [estiba]\n"
ATOM = "{http://www.w3.org/2005/Atom}"
DATE = r"\d{4}-\d{2}-\d{2}T00:00:00Z"

TEXT = """---
title: Red privada
description: Cómo entrar
date: 2025-01-02
mod: 2025-03-04
author: Ana
tags: [redes/vpn, casa]
---

# Red privada

Mira [la otra](luz.md#dos), [esto](#uno) y ![el plano](plano.png "Plano"). Y una nota.[^1]

## Uno

```yaml
services:
  web:
    image: "nginx:1.29"

    ports: ["8080:80"]  # <dentro> & fuera
```

```sh linenums="1"
cat <<'FIN' > a
  tres
FIN
```

- [x] hecho
- [ ] por hacer

| a | b |
|---|--:|
| 1 | 2 |

<details><summary>Más</summary>Dentro</details>
<button onclick="alert(1)">Pulsa</button><script>alert(2)</script>
<p style="color:red" class="x" data-x="1" onmouseover="alert(3)">Fin del texto.</p>

[^1]: Al pie.
"""
COMPOSE = 'services:\n  web:\n    image: "nginx:1.29"\n\n    ports: ["8080:80"]  # <dentro> & fuera\n'


def note(title, day, *fields):
    return "\n".join(["---", f"title: {title}", f"date: {day}", *fields, "---", "", "Texto.", ""])


def read(site, path="feed.xml"):
    """Read a feed; checks it against RFC 4287, and that every address is absolute."""
    data = (site.root / path).read_bytes()
    feed = ET.fromstring(data)
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        names = [child.tag.removeprefix(ATOM) for child in element]
        for name in ("id", "title", "updated"):
            assert names.count(name) == 1
        for name in ("published", "summary", "content", "subtitle", "generator"):
            assert names.count(name) <= 1
        for link in element.findall(f"{ATOM}link"):
            assert link.get("href").startswith(ADDRESS)
        assert element.findtext(f"{ATOM}id").startswith(ADDRESS)
        for name in ("updated", "published"):
            assert re.fullmatch(DATE, element.findtext(f"{ATOM}{name}", "2025-01-01T00:00:00Z"))
        assert [author.findtext(f"{ATOM}name") for author in element.findall(f"{ATOM}author")] != [""]
    assert feed.findtext(f"{ATOM}author/{ATOM}name")
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == ["self", "alternate"]
    assert feed.find(f"{ATOM}link").get("href") == ADDRESS + path
    ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) > 0
    found = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    assert not found.bozo
    assert found.version == "atom10"
    for entry in found.entries:
        for address in re.findall(r'(?:href|src)="([^"]*)"', entry.content[0].value):
            assert urlsplit(address).scheme in ("http", "https", "mailto")
    return found


def titles(feed):
    return [entry.title for entry in feed.entries]


def test_entry(build_site):
    site = build_site({"redes/vpn.md": TEXT, "redes/luz.md": note("Luz", "2025-01-01")}, CONFIG)
    entry = read(site).entries[0]
    assert entry.id == entry.link == f"{ADDRESS}redes/vpn/"
    assert (entry.title, entry.summary, entry.author) == ("Red privada", "Cómo entrar", "Ana")
    assert (entry.published, entry.updated) == ("2025-01-02T00:00:00Z", "2025-03-04T00:00:00Z")
    assert [(tag.term, tag.label) for tag in entry.tags] == [("redes/vpn", "redes/vpn"), ("casa", "casa")]


def test_content_is_the_whole_text_for_programs_that_know_nothing_of_us(build_site):
    files = {"redes/vpn.md": TEXT, "redes/luz.md": note("Luz", "2025-01-01"), "redes/plano.png": b""}
    content = read(build_site(files, CONFIG)).entries[0].content[0].value
    kept = [
        f'<a href="{ADDRESS}redes/luz/#dos">la otra</a>',
        f'<a href="{ADDRESS}redes/vpn/#uno">esto</a>',
        f'<img alt="el plano" src="{ADDRESS}redes/plano.png" title="Plano">',
        "<h2>Uno</h2>",
        "<li>☑ hecho</li>",
        "<li>☐ por hacer</li>",
        '<td align="right">2</td>',
        "<details><summary>Más</summary>Dentro</details>",
        "<p>Fin del texto.</p>",
        "Al pie.",
    ]
    assert [one for one in kept if one not in content] == []
    codes = [ET.fromstring(code).text for code in re.findall(r"<code>.*?</code>", content, re.DOTALL)]
    assert codes == [COMPOSE, "cat <<'FIN' > a\n  tres\nFIN\n"]
    for gone in (
        "class=",
        "id=",
        "style=",
        "data-",
        "button",
        "script",
        "alert",
        "input",
        "Download",
        "¶",
        "Pulsa",
    ):
        assert gone not in content
    assert "Red privada" not in content
    assert "compose.yaml" not in content


def test_feed_of_the_site(build_site):
    config = CONFIG + "site_description: De <todo>\n"
    feed = read(build_site({"a.md": note("A", "2025-01-01"), "b.md": note("B", "2025-02-01")}, config))
    assert (feed.feed.id, feed.feed.link) == (f"{ADDRESS}feed.xml", ADDRESS)
    assert (feed.feed.title, feed.feed.subtitle) == ("Semilla", "De <todo>")
    assert (feed.feed.author, feed.feed.generator) == ("Semilla", "Estiba")
    assert feed.feed.updated == "2025-02-01T00:00:00Z"
    assert feed.feed.language == "en"
    assert titles(feed) == ["B", "A"]
    assert "author" not in feed.entries[0]


def test_author_of_the_site(build_site):
    feed = read(build_site({"a.md": note("A", "2025-01-01", "author: [x]")}, CONFIG + "site_author: Eva\n"))
    assert feed.feed.author == "Eva"
    assert "author" not in feed.entries[0]


def test_feed_of_each_tag_that_has_dated_notes(build_site):
    site = build_site(
        {
            "estiba.toml": '[tags.vocabulary.redes]\nlabels = { en = "Networks" }\n',
            "a.md": note("A", "2025-01-01", "tags: [redes]"),
            "b.md": note("B", "2025-02-01", "tags: [redes/vpn]"),
            "c.md": "---\ntags: [sola, redes]\n---\n# C\n",
        },
        CONFIG,
    )
    assert sorted(str(path.relative_to(site.root)) for path in site.root.rglob("feed*.xml")) == [
        "feed.xml",
        "tags/redes-vpn/feed.xml",
        "tags/redes/feed.xml",
    ]
    feed = read(site, "tags/redes/feed.xml")
    assert (feed.feed.title, feed.feed.link) == ("Semilla: Networks", f"{ADDRESS}tags/redes/")
    assert feed.feed.updated == "2025-02-01T00:00:00Z"
    assert titles(feed) == ["B", "A"]
    assert titles(read(site, "tags/redes-vpn/feed.xml")) == ["B"]


def test_plain_addresses(build_site):
    files = {"n/a.md": note("A", "2025-01-01", "tags: [redes]"), "n/b.md": "# B\n"}
    files["n/a.md"] += "[b](b.md)\n"
    site = build_site(files, CONFIG + "use_directory_urls: false\n")
    feed = read(site, "tags/redes/feed.xml")
    assert feed.feed.link == f"{ADDRESS}tags/redes.html"
    assert feed.entries[0].link == f"{ADDRESS}n/a.html"
    assert f'href="{ADDRESS}n/b.html"' in feed.entries[0].content[0].value


def test_the_newest_twenty_and_ten(build_site):
    files = {f"n{day:02}.md": note(f"N{day:02}", f"2025-01-{day:02}", "tags: [a]") for day in range(1, 26)}
    site = build_site(files, CONFIG)
    assert titles(read(site)) == [f"N{day:02}" for day in range(25, 5, -1)]
    assert titles(read(site, "tags/a/feed.xml")) == [f"N{day:02}" for day in range(25, 15, -1)]


def test_what_is_in_no_feed(build_site):
    site = build_site(
        {
            "index.md": note("Inicio", "2026-01-01"),
            "redes/index.md": note("Redes", "2025-03-01"),
            "oculta.md": note("Oculta", "2026-01-01", "draft: true", "tags: [secreta]"),
            "sin.md": "# Sin fecha\n",
            "fuera.md": note("No se busca", "2025-02-01", "search: {exclude: true}"),
        },
        CONFIG,
    )
    assert titles(read(site)) == ["Redes", "No se busca"]
    for path in site.root.rglob("feed*.xml"):
        assert "culta" not in path.read_text("utf-8")
        assert "secreta" not in path.read_text("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "]]></title><script>alert(1)</script>",
        "&lt;b&gt; & <b>",
        "<!-- x --> {{ 7 * 7 }}",
        "a\\u0008b\\uFFFE\\U0001F600",
        "es \"'>",
    ],
)
def test_hostile_texts_are_texts(build_site, text):
    quoted = text.replace('"', '\\"')
    fields = [f'description: "{quoted}"', f'author: "{quoted}"', f'tags: ["{quoted}"]']
    site = build_site({"a.md": note(f'"{quoted}"', "2025-01-01", *fields) + f"\n`{text}`\n"}, CONFIG)
    shown = text.replace("\\u0008", "").replace("\\uFFFE", "").replace("\\U0001F600", "😀")
    paths = [path.relative_to(site.root).as_posix() for path in site.root.rglob("feed.xml")]
    assert len(paths) > 1
    for path in paths:
        read(site, path)
        entry = ET.fromstring((site.root / path).read_bytes()).find(f"{ATOM}entry")
        assert entry.findtext(f"{ATOM}title") == shown
        assert entry.findtext(f"{ATOM}summary") == shown
        assert entry.findtext(f"{ATOM}author/{ATOM}name") == shown
        assert entry.find(f"{ATOM}category").get("label") == shown
        assert "<script" not in entry.findtext(f"{ATOM}content")


def test_no_file_of_the_owner_stands_in_place_of_the_feed(build_site):
    site = build_site({"a.md": note("A", "2025-01-01"), "feed.xml": "<mine/>"}, CONFIG)
    assert titles(read(site, "feed.xml")) == ["A"]
    assert 'href="../feed.xml"' in site.read("a/index.html")


@pytest.mark.parametrize(
    ("config", "files"),
    [
        ("site_name: Semilla\nplugins: [estiba]\n", {"a.md": note("A", "2025-01-01")}),
        (CONFIG, {"a.md": "# A\n", "index.md": note("Inicio", "2025-01-01")}),
        (CONFIG, {}),
    ],
    ids=["no-site-url", "no-dates", "no-notes"],
)
def test_no_feeds(build_site, config, files):
    site = build_site(files, config)
    assert list(site.root.rglob("feed*.xml")) == []
    assert "atom+xml" not in site.read("404.html")


def test_why_there_are_no_feeds_is_said(build_site, caplog):
    build_site({"a.md": note("A", "2025-01-01")}, "site_name: Semilla\nplugins: [estiba]\n")
    said = [record for record in caplog.records if "feeds are" in record.getMessage()]
    assert [(one.levelname, one.getMessage()) for one in said] == [
        ("INFO", "estiba: no feeds are made: mkdocs.yml has no site_url")
    ]


def test_two_builds_give_the_same_bytes(build_site):
    files = {"vpn.md": TEXT, "luz.md": note("Luz", "2025-01-01", "tags: [a, b, c]")}
    found = []
    for _ in range(2):
        site = build_site(files, CONFIG)
        found.append({path: path.read_bytes() for path in site.root.rglob("feed*.xml")})
    assert len(found[0]) == 7
    assert found[0] == found[1]
