"""Notes that are not published: nowhere in a site that is built, marked in one that is served on demand."""

from __future__ import annotations

import gzip
import re

import pytest

from search_files import unpacked

DRAFT = """\
---
title: Zarzamora
description: Descripción de la vaguada.
tags: [redes, Endrina/Agracejo]
aliases: [Majuelo]
date: 2025-03-01
{}
---

# Zarzamora

La retama florece detrás de la casa vieja del molino. #acebuche

## Madroñal

```yaml
services:
  lentisco:
    image: durillo:1.0
```
"""
WORDS = """
zarzamora vaguada endrina agracejo majuelo retama acebuche madroñal madronal lentisco durillo aladierno
coscoja cornicabra
""".split()
"""Those of the draft, its address and its folders; and what mkdocs.yml says of it."""
PATH = "coscoja/aladierno.md"
PUBLISHED = "---\ntitle: DNS\ntags: [redes]\ndate: 2025-02-01\n---\n\nTexto.\n"
CONFIG = """\
site_name: Notas
site_url: http://127.0.0.1/
repo_url: https://example.org/notas
edit_uri: edit/main/docs/
plugins: [estiba]
"""
NAV = """\
nav:
  - index.md
  - redes/dns.md
  - Cornicabra: coscoja/aladierno.md
  - Cornicabra:
      - ./coscoja/aladierno.md
      - Cornicabra: [/coscoja/aladierno.md]
"""


def contents(site):
    """Give the path and the content of each file of the site, as text; what is packed is unpacked."""
    for path in sorted(site.root.rglob("*")):
        if not path.is_file() or path.name.endswith((".wasm", ".woff2")):
            continue
        data = path.read_bytes()
        if path.suffix == ".gz":
            data = gzip.decompress(data)
        elif path.suffix in (".pf_fragment", ".pf_index", ".pf_meta", ".pf_filter"):
            data = unpacked(data)
        yield f"{path.relative_to(site.root).as_posix()}\n{data.decode('utf-8', 'replace')}".casefold()


def said(site):
    texts = list(contents(site))
    return {word for word in WORDS for text in texts if word in text}


def files(front_matter, path=PATH):
    return {
        "index.md": "# Inicio\n\nHola.\n",
        "redes/dns.md": PUBLISHED,
        path: DRAFT.format(front_matter),
    }


def test_the_words_are_found_where_the_note_is_published(build_site):
    site = build_site(files("published: true"), CONFIG + NAV)
    assert said(site) >= set(WORDS) - {"majuelo"}


@pytest.mark.parametrize(
    "front_matter",
    [
        "published: false",
        'published: "false"',
        "published: no",
        "published: perhaps",
        "draft: true",
        "published: true\ndraft: true",
        "published: 2025-10-25\ndraft: 1",
    ],
)
def test_bad_input_48_a_draft_is_absent(build_site, front_matter):
    site = build_site(files(front_matter), CONFIG)
    assert said(site) == set()


@pytest.mark.parametrize(
    ("policy", "front_matter"),
    [
        ('publish = "opt-in"', ""),
        ('publish = "opt-in"', "published:"),
        ('publish = "opt-in"', "draft: false"),
        ('[publish]\ncoscoja = "opt-in"', ""),
        ('[publish]\n"" = "opt-in"\nredes = "all"', ""),
    ],
)
def test_bad_input_48_a_note_that_does_not_ask_is_absent(build_site, policy, front_matter):
    vault = files(front_matter) | {"estiba.toml": policy}
    vault["index.md"] = "---\npublished: true\n---\n# Inicio\n"
    vault["redes/dns.md"] = PUBLISHED.replace("---\n", "---\npublished: true\n", 1)
    site = build_site(vault, CONFIG)
    assert said(site) == set()
    assert (site.root / "redes/dns/index.html").exists()


@pytest.mark.parametrize("path", ["coscoja/index.md", "coscoja/README.md", "aladierno.md"])
def test_bad_input_48_the_page_of_a_folder_is_absent_too(build_site, path):
    site = build_site(files("draft: true", path), CONFIG)
    assert said(site) == set()


def test_bad_input_48_what_the_owners_navigation_says_of_a_draft_is_absent_and_told(build_site):
    site = build_site(files("draft: true"), CONFIG + NAV)
    assert said(site) == set()
    assert len([one for one in site.messages if "coscoja/aladierno.md' is included in the 'nav'" in one]) == 2


def test_a_log_names_no_draft(build_site, caplog):
    build_site(files("draft: yes"), CONFIG)
    log = caplog.text.casefold()
    assert "not published, and left out: 1 of 3 notes" in log
    assert [word for word in WORDS if word in log] == []


def test_a_folder_of_the_policy_that_is_not_there_is_told(build_site, caplog):
    policy = '[publish]\ncoscoja = "opt-in"\nredes = "all"\n"Cosc\u00f3ja/vieja" = "opt-in"\n"" = "all"'
    build_site(files("") | {"estiba.toml": policy}, CONFIG)
    told = [record.getMessage() for record in caplog.records if "publish" in record.getMessage()]
    assert told[1:] == ["estiba: estiba.toml: publish: there is no folder 'coscoja/vieja' with notes"]


def test_a_build_never_shows_drafts(build_site, monkeypatch):
    monkeypatch.setenv("ESTIBA_DRAFTS", "1")
    for command in ("build", "gh-deploy"):
        assert said(build_site(files("draft: true"), CONFIG, command=command)) == set()


@pytest.mark.parametrize("value", ["", "0", "true"])
def test_a_served_site_shows_no_drafts_unless_asked(build_site, monkeypatch, value):
    monkeypatch.setenv("ESTIBA_DRAFTS", value)
    assert said(build_site(files("draft: true"), CONFIG, command="serve")) == set()


def test_a_served_site_shows_drafts_marked_as_such(build_site, monkeypatch):
    monkeypatch.setenv("ESTIBA_DRAFTS", "1")
    site = build_site(files("draft: true") | {"estiba.toml": 'language = "es"'}, CONFIG, command="serve")
    page = site.read("coscoja/aladierno/index.html")
    assert '<p class="admonition-title">Borrador: no se publica</p>' in page
    assert '<meta name="robots" content="noindex">' in page
    for listing in ("coscoja", "todas-las-notas", "cambios", "etiquetas/redes"):
        marked = re.findall(
            r">([^<>]+)</a>\s*<span class=\"estiba-draft\">(.*?)</span>", site.read(f"{listing}/index.html")
        )
        assert marked == [("Zarzamora", "Borrador")]
    assert re.search(
        r"Zarzamora\s*<span class=\"estiba-draft\">Borrador</span>", site.read("coscoja/index.html")
    )
    other = site.read("redes/dns/index.html")
    assert "no se publica" not in other
    assert "noindex" not in other
