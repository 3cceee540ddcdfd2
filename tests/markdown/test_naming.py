from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from estiba.markdown.standard import STANDARD
from estiba.vault.text.reading_marks import read_marks

MD = Markdown(extensions=[*STANDARD, "estiba"], extension_configs={k: dict(v) for k, v in STANDARD.items()})
WORDS = st.sampled_from(
    "Árbol niño A & b_c `code` **bold** *it* [l](u.md) ~~x~~ ==y== ¿qué? 1. 🐳 $5 &amp; a\\_b".split()
)
HEADINGS = st.lists(
    st.tuples(st.sampled_from(["#", "##", "###"]), st.lists(WORDS, min_size=1, max_size=4).map(" ".join)),
    min_size=1,
    max_size=5,
)


def ids(html: str) -> list[str]:
    return re.findall(r'<h[1-6][^>]* id="([^"]*)"', html)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "# Configuración",
            '<h1 id="configuración"><span class="estiba-anchor" id="configuracion"></span>Configuración</h1>',
        ),
        ("# plain", '<h1 id="plain">plain</h1>'),
        (
            "# a\n\n# a",
            '<h1 id="a">a</h1>\n<h1 id="a_1"><span class="estiba-anchor" id="a-1"></span>a</h1>',
        ),
        ("# árbol\n\n# arbol", '<h1 id="árbol">árbol</h1>\n<h1 id="arbol">arbol</h1>'),
    ],
)
def test_headings(text: str, html: str) -> None:
    assert MD.reset().convert(text) == html


def test_contents_have_the_words_alone() -> None:
    MD.reset().convert("# Árbol `x`")
    assert [(one["id"], one["name"]) for one in MD.toc_tokens] == [("árbol-x", "Árbol x")]


def test_without_contents_headings_have_no_id() -> None:
    assert Markdown(extensions=["estiba"]).convert("# Árbol") == "<h1>Árbol</h1>"


@given(HEADINGS)
def test_ids_are_what_the_scan_says(headings: list[tuple[str, str]]) -> None:
    text = "\n\n".join(f"{marks} {words}" for marks, words in headings)
    sections = read_marks(text.split("\n"))[1].sections
    assert ids(MD.reset().convert(text)) == [one.id for one in sections]
