"""The goldens in tests/cases/pages/full/cards*.md show the pages; here is what holds for all of them."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from estiba.markdown.cards import Card, read_card, render_card
from estiba.vault.text.pasted_cards import OPENING

FORM = (
    '<div class="obsidian-meta-links" style="position: relative;"><a href="{url}" style="display: flex;">'
    '<div style="width: 35%;"><div style="background-image: url({image})"></div></div>'
    '<div style="padding: 8px;"><h5 style="margin: 0;">{title}</h5><p style="margin: 0;">{text}</p>'
    "<p>{url}</p></div></a></div>"
)
KNOWN = Card("https://example.org/", "Title", "Text.", "example.org")


def written(url="https://example.org/", title="Title", text="Text.", image="https://img.example.net/x.png"):
    return FORM.format(url=url, title=title, text=text, image=image)


@pytest.mark.parametrize("behind", ["", "text", "\ntext", "</div>", "<b>text</b>"])
def test_a_card_ends_where_its_block_is_closed(behind):
    assert read_card(written() + behind) == (KNOWN, len(written()))


@pytest.mark.parametrize(
    "text",
    [
        written().replace("<div", "<DIV").replace("</div>", "</DIV >"),
        written().replace("><", ">\n<"),
        written().replace("<p ", "<br><img src=x><hr/><p "),
        written(image="undefined"),
        written(image=""),
        written(title="  Title\n"),
        written(title="Ti<b>tle</b>"),
        written(text="Text&#46;"),
    ],
)
def test_forms_of_one_card(text):
    read = read_card(text)
    assert read is not None
    assert read[0] == KNOWN


@pytest.mark.parametrize(
    ("text", "card"),
    [
        (written(text="Title"), Card("https://example.org/", "Title", "", "example.org")),
        (written(text="https://example.org/"), Card("https://example.org/", "Title", "", "example.org")),
        (written(title=""), Card("https://example.org/", "Text.", "", "example.org")),
        (written(title="", text=""), Card("https://example.org/", "example.org", "", "example.org")),
        (
            written(url="HTTPS://User@Example.ORG:8443/a?b=1&amp;c"),
            Card("HTTPS://User@Example.ORG:8443/a?b=1&c", "Title", "Text.", "example.org"),
        ),
        (written(title="&quot;&gt;&lt;b&gt;"), Card("https://example.org/", '"><b>', "Text.", "example.org")),
    ],
)
def test_what_a_card_says(text, card):
    read = read_card(text)
    assert read is not None
    assert read[0] == card


@pytest.mark.parametrize(
    "url",
    [
        "",
        "/local",
        "note.md",
        "//example.org/",
        "https://",
        "https:///path",
        "https://[x",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java&#10;script:alert(1)",
        "&#1;javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
def test_only_addresses_of_the_web_become_links(url):
    read = read_card(written(url=url))
    assert read is not None
    card = read[0]
    assert (card.url, card.host, card.title) == ("", "", "Title")
    assert "href" not in render_card(card)


@pytest.mark.parametrize(
    "missing", ["</div>", "</div></a></div>", "<p>https://example.org/</p></div></a></div>"]
)
def test_a_card_that_is_never_closed_ends_with_its_line(convert, missing):
    text = written().removesuffix(missing)
    assert read_card(text + "\n<b>text</b>") == (KNOWN, len(text))
    assert convert(f"{text}\n\n*After.*\n").html.endswith("<p><em>After.</em></p>")


def test_a_tag_that_is_never_closed_is_no_card():
    assert read_card(f"{OPENING} style=") is None


nasty = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    [
        '"',
        "'",
        "<b>",
        "</a></div>",
        "&amp;",
        "\x02wzxhzdk:0\x03",
        '" onclick="x',
        "javascript:x",
        "{0}",
        "url(x)",
    ]
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(nasty, nasty, nasty)
@example('" onclick="x', "</span><script>", "\x02wzxhzdk:0\x03")
def test_a_card_brings_nothing_of_its_own(convert, path, title, text):
    block = written(
        url="https://example.org/" + html.escape(path), title=html.escape(title), text=html.escape(text)
    )
    made = convert(" ".join(block.split()), {}).html
    tags = re.findall(r"<[^>]*>", made)
    for tag in tags:
        assert re.fullmatch(
            r'</?p>|</?span>|</a>|<span class="estiba-card(?:__\w+)?">'
            r'|<a class="estiba-card" href="https://[^"]*" rel="noopener">',
            tag,
        )
    assert "img.example.net" not in made


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.lists(
        st.sampled_from(
            [
                OPENING,
                ">",
                "<div>",
                "</div>",
                "<a href=https://a.b>",
                "</a>",
                "<p>",
                "<h5>",
                "x",
                "\n",
                "<!--",
                "<",
            ]
        )
    )
)
def test_any_block_is_read(pieces):
    text = OPENING + "".join(pieces)
    read = read_card(text)
    assert read is None or text[: read[1]].endswith(">")
