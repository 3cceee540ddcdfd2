from __future__ import annotations

import re

import pytest

from estiba.vault.text.fences import scan_fences
from estiba.vault.text.prose import first_heading

PERMALINKS = {"toc": {"permalink": "Link to this section"}, "attr_list": {}}


def titles(html: str) -> list[str]:
    return re.findall(r"<h1[^>]*>(.*?)</h1>", html)


def test_a_heading_stays_unless_the_host_asks(convert):
    page = convert("# One\n\nText.\n")
    assert page.html.startswith('<h1 id="one">One')
    assert page.page.anchor is None


def test_a_heading_that_is_lifted_leaves_its_anchor(convert):
    page = convert("# One\n\nText.\n\n## Two\n", heading="One")
    assert page.html.startswith('<p>Text.</p>\n<h2 id="two">Two')
    assert page.page.anchor == "one"


HEADINGS = {
    "emphasis": "# *One* **two** ~~three~~",
    "code": "# The `a < b && c` one",
    "code with an entity": "# The `&amp;` one",
    "link": "# [Tailscale](https://tailscale.com) one",
    "image": "# ![Logo](logo.png) Tailscale",
    "ampersand": "# Search & find",
    "entity": "# Search &amp; find",
    "letter as an entity": "# Caf&eacute; y t&#233;",
    "less than": "# a &lt; b",
    "escaped": r"# \*One\* \_two\_ \# \\",
    "underscores": "# snake_case_name",
    "HTML": "# One <kbd>Ctrl</kbd> <!-- two --> three",
    "own id": "# One two {#own .class}",
    "closed": "# One ##",
    "setext": "One two\n=======",
    "accents": "# Configuración ÁÉÍ ñ",
    "decomposed": "# Configuracio\u0301n",
    "Greek": "# Κόσμος",
    "Chinese": "# 容器",
    "Arabic": "# حاوية",
    "symbols": "# ★ ☆",
    "emoji": "# 🐳",
    "digits": "# 2024",
    "footnote": "# One[^1]\n\n[^1]: Text.",
    "quotes": "# \"One\" 'two' «three»",
    "template": "# {name} {0} %s",
}
NEED_EXTENSIONS = ("own id", "footnote")
SETS = {"full": {}, "plain": {"extensions": {}}, "permalinks": {"extensions": PERMALINKS}}


@pytest.mark.parametrize(
    ("name", "extensions"),
    [(name, one) for name in HEADINGS for one in SETS if one == "full" or name not in NEED_EXTENSIONS],
)
def test_the_words_that_a_note_gives_find_its_heading(convert, name, extensions):
    heading, chosen = HEADINGS[name], SETS[extensions]
    lines = heading.split("\n")
    words = first_heading(lines, scan_fences(lines), first_line=1)
    assert words is not None
    text = f"# Zzz\n\n{heading}\n\nText.\n\n# Yyy\n"
    whole = convert(text, **chosen)
    page = convert(text, **chosen, heading=words.text)
    assert len(titles(whole.html)) == 3
    assert titles(page.html) == [titles(whole.html)[0], titles(whole.html)[2]]
    ids = re.findall(r'<h1[^>]* id="([^"]*)"', whole.html)
    assert page.page.anchor == (ids[1] if ids else None)


def test_an_own_id_is_the_anchor(convert):
    assert convert("# One {#own}\n", heading="One").page.anchor == "own"


def test_the_first_of_those_with_the_same_words(convert):
    page = convert("# Zero\n\n# One\n\n# ONE\n", heading="One")
    assert len(titles(page.html)) == 2
    assert page.page.anchor == "one"


@pytest.mark.parametrize("heading", ["Docker", "Dock", "Docker Compose in short", "", "★"])
def test_else_the_first(convert, heading):
    page = convert("Text.\n\n# Docker Compose\n\n# Two\n", heading=heading)
    assert page.page.anchor == "docker-compose"
    assert page.html.startswith('<p>Text.</p>\n<h1 id="two">')


@pytest.mark.parametrize("text", ["Text.", "## One\n", "> # One\n", "- # One\n", "!!! note\n\n    # One\n"])
def test_what_is_no_heading_of_the_page_stays(convert, text):
    assert convert(text, heading="One").html == convert(text).html
    assert convert(text, heading="One").page.anchor is None


def test_without_ids_there_is_no_anchor(convert):
    page = convert("# One\n\nText.\n", {}, heading="One")
    assert page.html == "<p>Text.</p>"
    assert page.page.anchor is None


def test_examples_are_heard_in_order(convert):
    texts = [f"services:\n  s{number}:\n    image: nginx\n" for number in range(12)]
    page = convert("\n".join(f"```\n{text}```\n" for text in texts))
    assert [one.text for one in page.page.examples] == texts
    assert [one.text for one in page.blocks] == texts
