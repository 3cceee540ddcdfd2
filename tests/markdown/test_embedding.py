from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from markdown import Markdown

from estiba.config import Config
from estiba.markdown.embedding import Embedder
from estiba.markdown.page import Page
from estiba.markdown.standard import STANDARD
from estiba.vault.vault import Vault, read_vault


def vault_of(notes: Mapping[str, str], *files: str) -> Vault:
    return read_vault(((path, text.encode()) for path, text in notes.items()), Config(), attachments=files)


def convert(vault: Vault, path: str) -> str:
    page = Page(path=path, vault=vault, url_of=lambda target: f"/site/{target.removesuffix('.md')}/")
    page.embedder = Embedder(Page)
    configs = {name: dict(options) for name, options in STANDARD.items()}
    md = Markdown(extensions=[*configs, "estiba"], extension_configs={**configs, "estiba": {"page": page}})
    return md.convert(vault.notes[path].body)


def test_note_within_a_note() -> None:
    below = "# B\n\nText.\n\n## Part\n\n[[a]] [up](#part)[^1]\n\n[^1]: Foot."
    vault = vault_of({"a.md": "![[b]]", "b.md": below})
    html = convert(vault, "a.md")
    assert html.startswith(
        '<div class="estiba-embed" data-search-exclude>'
        '<p class="estiba-embed__from"><a href="/site/b/">B</a></p><p>Text.</p>\n<h2>Part</h2>\n'
        '<p><a href="/site/a/">a</a> <a href="/site/b/#part">up</a>'
        '<sup id="estiba-embed-1-fnref:1"><a class="footnote-ref" href="#estiba-embed-1-fn:1">1</a></sup></p>'
    )


def test_section_and_block() -> None:
    vault = vault_of(
        {
            "a.md": "![[b#Two]]\n\n![[b#^x|words]]",
            "b.md": "---\ntitle: Title\n---\n# One\n\nno\n\n## Two\n\nyes\n\n### Three\n\nyes too\n\n"
            "# Four\n\nblock ^x\n",
        }
    )
    html = convert(vault, "a.md")
    assert "<h2>Two</h2>\n<p>yes</p>\n<h3>Three</h3>\n<p>yes too</p>" in html
    assert '<a href="/site/b/#two">Title &gt; Two</a>' in html
    assert '<a href="/site/b/#%5Ex">words</a></p><p id="estiba-embed-2-^x">block</p>' in html
    assert ">no<" not in html
    assert "Four" not in html


@pytest.mark.parametrize(
    "notes",
    [
        {"a.md": "x ![[a]]"},
        {"a.md": "x ![[b]]", "b.md": "y ![[a]]"},
        {"a.md": "x ![[b]]", "b.md": "y ![[c]]", "c.md": "z ![[b]]"},
        {"a.md": "# H\n\nx ![[#H]]"},
    ],
)
def test_circles_end_in_a_link(notes: Mapping[str, str]) -> None:
    html = convert(vault_of(notes), "a.md")
    assert html.count('class="estiba-embed"') <= 3
    assert re.search(r"</a></p>(</div>)*$", html)
    assert "![[" not in html


def test_too_much_is_a_link() -> None:
    notes = {"a.md": "![[b]] " * 300, "b.md": "![[c]] " * 300, "c.md": "text"}
    html = convert(vault_of(notes), "a.md")
    assert html.count('class="estiba-embed"') == 100
    assert '<a href="b.md">b</a>' in html


def test_examples_within_have_ids_of_their_own() -> None:
    example = "```yaml\nservices:\n  web:\n    image: nginx:1.29\n```\n"
    html = convert(vault_of({"a.md": f"{example}\n![[b]]\n", "b.md": example}), "a.md")
    assert 'id="estiba-example-1"' in html
    assert 'id="estiba-embed-1-estiba-example-1"' in html
    assert 'id="estiba-embed-1-estiba-example-1-2"' in html


def test_files_are_led_to_from_the_page_around() -> None:
    vault = vault_of({"x/a.md": "![[b]]", "y/b.md": "![[p.png]] [f](f.pdf)"}, "y/p.png", "y/f.pdf")
    html = convert(vault, "x/a.md")
    assert 'src="/site/y/p.png/"' in html
    assert 'href="/site/y/f.pdf/"' in html


def test_drafts_are_not_shown() -> None:
    vault = vault_of(
        {"a.md": "![[b]] ![[b#Part]]", "b.md": "---\ndraft: true\n---\n# Secret\n\n## Part\n\nwords"}
    )
    html = convert(vault, "a.md")
    assert html == (
        '<p><span class="estiba-missing">b</span> <span class="estiba-missing">b &gt; Part</span></p>'
    )


def test_in_lists_and_tables() -> None:
    vault = vault_of({"a.md": "- ![[b]]\n\n| x |\n|---|\n| ![[b]] |\n", "b.md": "Text."})
    html = convert(vault, "a.md")
    assert "<li>\n<div" in html.replace("<li><div", "<li>\n<div")
    assert "<td><div" in html
    assert html.count("<p>Text.</p>") == 2
