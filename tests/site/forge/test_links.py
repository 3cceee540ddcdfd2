"""From a site to the forge that keeps its vault."""

from __future__ import annotations

import html
import json
import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from estiba.config import DRAFTS_VARIABLE
from sites import CONFIG

GITHUB = CONFIG + "repo_url: https://github.com/casa/notas/\n"
SPANISH = "theme: {name: material, language: es}\n"
NOTE = """---
title: Uno
date: 2025-01-01
---


Texto.

## Cómo

```yaml
services:
  web:
    image: nginx:1.29
```

> ```yaml
> services: {otra: {image: "alpine:3.22"}}
> ```
"""


def links(page: str) -> dict[str, str]:
    """Give the addresses below a note, by their words."""
    block = re.search(r'<ul class="estiba-forge".*?</ul>', page, re.DOTALL)
    found = re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)<', block[0]) if block else []
    return {words: html.unescape(address) for address, words in found}


def proposed(page: str) -> str:
    found = re.search(r'<p class="estiba-proposal"><a href="([^"]*)"', page)
    return html.unescape(found[1]) if found else ""


def edit_button(page: str) -> str:
    found = re.search(r'<a href="([^"]*)"[^>]* rel="edit">', page)
    return html.unescape(found[1]) if found else ""


def test_a_note_leads_to_its_file_its_history_and_a_report(build_site):
    site = build_site({"redes/uno.md": NOTE}, GITHUB + SPANISH)
    page = site.read("redes/uno/index.html")
    report = links(page).pop("Avisar de un error")
    assert links(page) == {
        "Editar esta nota": "https://github.com/casa/notas/edit/main/docs/redes/uno.md",
        "Ver su historial": "https://github.com/casa/notas/commits/main/docs/redes/uno.md",
        "Avisar de un error": report,
    }
    assert report.startswith("https://github.com/casa/notas/issues/new?")
    assert parse_qs(urlsplit(report).query) == {
        "title": ["Error en «Uno»"],
        "body": [
            "Nota: docs/redes/uno.md, línea 7\nPágina: http://127.0.0.1/redes/uno/\n\n¿Qué está mal?\n\n"
        ],
    }
    assert edit_button(page) == "https://github.com/casa/notas/edit/main/docs/redes/uno.md"


def test_a_script_is_told_the_lines_of_headings_and_examples(build_site):
    page = build_site({"uno.md": NOTE}, GITHUB).read("uno/index.html")
    lines = json.loads(re.search(r"data-estiba-lines='([^']*)'", page)[1])
    assert lines == {"cómo": 9, "estiba-example-1": 12, "estiba-example-2": 18}
    assert {f'id="{name}"' for name in lines} <= set(re.findall(r'id="[^"]*"', page))
    at = html.unescape(re.search(r'data-estiba-at="([^"]*)"', page)[1])
    assert at.replace("{line}", "7") == links(page)["Report a mistake"]


def test_a_repository_with_a_form_for_mistakes_gets_it_filled_in(build_site, tmp_path):
    form = tmp_path / ".github/ISSUE_TEMPLATE/mistake.yml"
    form.parent.mkdir(parents=True)
    form.touch()
    page = build_site({"uno.md": NOTE}, GITHUB + SPANISH).read("uno/index.html")
    assert links(page)["Avisar de un error"] == (
        "https://github.com/casa/notas/issues/new?template=mistake.yml&title=Error%20en%20%C2%ABUno%C2%BB"
        "&note=docs/uno.md&line=7"
    )


@pytest.mark.parametrize("name", ["a#b?c%20d.md", "é ñ+&=.md", "a\nb.md", "{line}'<i>.md", "100%.md"])
def test_odd_names_come_through(build_site, name):
    site = build_site({f"redes/{name}": "Texto.\n", "uno.md": NOTE}, GITHUB)
    (page,) = (path for path in (site.root / "redes").rglob("index.html") if path.parent.name != "redes")
    found = links(page.read_text("utf-8"))
    assert unquote(urlsplit(found["Edit this note"]).path) == f"/casa/notas/edit/main/docs/redes/{name}"
    body = parse_qs(urlsplit(found["Report a mistake"]).query)["body"][0]
    assert body.startswith(f"Note: docs/redes/{name}, line 1\n")
    assert edit_button(page.read_text("utf-8")) == found["Edit this note"]


def test_a_title_stays_text(build_site):
    title = "<img src=x onerror=alert(1)> {line} & \"uno\" 'dos' " + "largo " * 50
    page = build_site({"uno.md": f"---\ntitle: {json.dumps(title)}\n---\n"}, GITHUB).read("uno/index.html")
    subject = parse_qs(urlsplit(links(page)["Report a mistake"]).query)["title"][0]
    assert subject.startswith("Mistake in “<img src=x onerror=alert(1)> {line} & \"uno\" 'dos' largo")
    assert subject.endswith("largo…”")
    assert "<img" not in re.search(r'<ul class="estiba-forge".*?</ul>', page, re.DOTALL)[0]


def test_an_unknown_forge_has_what_mkdocs_knows_with_the_path_encoded(build_site):
    config = CONFIG + "repo_url: https://git.example/casa/notas\nedit_uri: edit/main/docs/\n"
    site = build_site({"a#b c.md": "Texto.\n", "redes/uno.md": NOTE}, config)
    assert edit_button(site.read("redes/uno/index.html")) == (
        "https://git.example/casa/notas/edit/main/docs/redes/uno.md"
    )
    odd = next(path for path in site.root.glob("a#*/index.html"))
    assert edit_button(odd.read_text("utf-8")) == (
        "https://git.example/casa/notas/edit/main/docs/a%23b%20c.md"
    )
    for page in site.root.rglob("*.html"):
        assert not re.search("estiba-forge|estiba-proposal|report.js|forge.css", page.read_text("utf-8"))


@pytest.mark.parametrize(
    ("written", "policy", "edit"),
    [
        ("edit_uri: edit/rama/web/\n", "", "https://github.com/casa/notas/edit/rama/web/uno.md"),
        ("edit_uri: blob/rama/web\n", "", "https://github.com/casa/notas/blob/rama/web/uno.md"),
        ("edit_uri: ''\n", "", ""),
        ("edit_uri_template: 'x/{path_noext!q}'\n", "", "https://github.com/casa/notas/x/uno"),
        ("", "[forge]\nbranch = 'b'\nfolder = ''\n", "https://github.com/casa/notas/edit/b/uno.md"),
        ("", "[forge]\nedit = 'https://e.example/?f={path}'\n", "https://e.example/?f=docs/uno.md"),
        ("edit_uri: edit/rama/web/\n", "[forge]\nedit = '{repository}/{path}'\n", "https://github.com/casa/notas/web/uno.md"),
        ("", "[forge]\nedit = false\n", ""),
    ],
)  # fmt: skip
def test_who_says_where_a_note_is_edited(build_site, written, policy, edit):
    page = build_site({"estiba.toml": policy, "uno.md": NOTE}, GITHUB + written).read("uno/index.html")
    assert edit_button(page) == edit
    assert links(page).get("Edit this note", "") == edit


@pytest.mark.parametrize(
    ("repository", "policy", "history"),
    [
        ("https://www.github.com/o/r.git", "", "https://www.github.com/o/r/commits/main/docs/uno.md"),
        ("https://gitlab.com/o/s/r", "", "https://gitlab.com/o/s/r/-/commits/main/docs/uno.md"),
        ("https://codeberg.org/o/r", "", "https://codeberg.org/o/r/commits/branch/main/docs/uno.md"),
        ("https://git.example/o/r", "kind = 'forgejo'", "https://git.example/o/r/commits/branch/main/docs/uno.md"),
        ("https://git.example/o/r", "history = '{repository}/log/{path}'", "https://git.example/o/r/log/docs/uno.md"),
        ("https://github.com/o/r", "repository = 'https://gitlab.com/o/r'", "https://gitlab.com/o/r/-/commits/main/docs/uno.md"),
        ("https://github.com/o/r", "history = false", ""),
        ("ftp://github.com/o/r", "kind = 'github'", ""),
    ],
)  # fmt: skip
def test_which_forge_it_is(build_site, repository, policy, history):
    files = {"estiba.toml": f"[forge]\n{policy}\n", "uno.md": NOTE}
    page = build_site(files, f"{CONFIG}repo_url: {repository}\n").read("uno/index.html")
    assert links(page).get("See its history", "") == history


def test_a_report_that_names_no_line_needs_no_script(build_site):
    policy = "[forge]\nreport = 'https://m.example/?n={path}&t={title}'\n"
    page = build_site({"estiba.toml": policy, "uno.md": NOTE}).read("uno/index.html")
    assert links(page) == {"Report a mistake": "https://m.example/?n=docs/uno.md&t=Uno"}
    assert "data-estiba-lines" not in page


def test_only_notes_that_are_published_lead_there(build_site):
    files = {
        "redes/uno.md": NOTE,
        "redes/borrador.md": "---\ndraft: true\n---\nTexto.\n",
        "redes/oculta.md": "---\nunlisted: true\n---\nTexto.\n",
    }
    site = build_site(files, GITHUB)
    with_links = {
        path.relative_to(site.root).as_posix()
        for path in site.root.rglob("*.html")
        if 'class="estiba-forge"' in path.read_text("utf-8")
    }
    assert with_links == {"redes/uno/index.html", "redes/oculta/index.html"}


def test_a_draft_that_only_its_author_sees_leads_nowhere(build_site, monkeypatch):
    monkeypatch.setenv(DRAFTS_VARIABLE, "1")
    files = {"uno.md": NOTE, "borrador.md": "---\ndraft: true\n---\nTexto.\n"}
    site = build_site(files, GITHUB, command="serve")
    assert "Texto." in site.read("borrador/index.html")
    assert links(site.read("borrador/index.html")) == {}
    assert links(site.read("uno/index.html"))


def test_a_new_note_is_proposed_where_notes_are_listed(build_site):
    files = {"redes/uno.md": NOTE, "redes/vpn/dos.md": NOTE, "casa/tres.md": NOTE}
    site = build_site(files, GITHUB + SPANISH)
    pages = {
        path.relative_to(site.root).as_posix(): parse_qs(urlsplit(proposed(text)).query)["filename"][0]
        for path in site.root.rglob("*.html")
        if proposed(text := path.read_text("utf-8"))
    }
    assert pages == {
        "404.html": "docs/nota-nueva.md",
        "index.html": "docs/nota-nueva.md",
        "todas-las-notas/index.html": "docs/nota-nueva.md",
        "casa/index.html": "docs/casa/nota-nueva.md",
        "redes/index.html": "docs/redes/nota-nueva.md",
        "redes/vpn/index.html": "docs/redes/vpn/nota-nueva.md",
    }
    assert proposed(site.read("casa/index.html")).startswith("https://github.com/casa/notas/new/main?")


def test_a_new_note_begins_with_the_template_of_the_vault(build_site):
    template = "---\ntitle: {{title}}\ndate: {{date}}\n---\n\nPlantilla & más.\n"
    files = {"plantillas/nota.md": template, "redes/uno.md": NOTE}
    address = proposed(build_site(files, GITHUB).read("redes/index.html"))
    assert parse_qs(urlsplit(address).query)["value"] == ["---\ntitle:\ndate:\n---\n\nPlantilla & más.\n"]


def test_a_long_template_is_left_out(build_site):
    files = {"plantillas/nota.md": "---\ntitle: {{title}}\n---\n" + "Muy largo. " * 800, "redes/uno.md": NOTE}
    address = proposed(build_site(files, GITHUB).read("redes/index.html"))
    assert address == "https://github.com/casa/notas/new/main?filename=docs/redes/new-note.md&value="


@pytest.mark.filterwarnings("error:user_configs")
def test_mkdocs_has_nothing_to_say_of_how_it_is_asked(build_site):
    build_site({"a.md": "# A\n"})


def test_without_a_way_to_propose_none_is_shown(build_site):
    site = build_site({"estiba.toml": "[forge]\npropose = false\n", "redes/uno.md": NOTE}, GITHUB)
    assert not any("estiba-proposal" in page.read_text("utf-8") for page in site.root.rglob("*.html"))


def test_a_page_grows_with_no_other_note(build_site):
    def shown(number):
        notes = {f"n{one}.md": "# Nota\n" for one in range(number)}
        page = build_site({"uno.md": NOTE, **notes}, GITHUB).read("uno/index.html")
        return re.search(r'<ul class="estiba-forge".*?</ul>', page, re.DOTALL)[0]

    assert shown(1) == shown(9)
