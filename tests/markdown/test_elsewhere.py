"""Nothing of another site is asked for by a page, unless the owner allows it."""

from __future__ import annotations

import pytest

from estiba.catalogue import catalogue_for
from estiba.config import Config
from estiba.markdown.elsewhere import without_elsewhere
from estiba.markdown.embedding import standard_markdown
from estiba.markdown.page import Page
from estiba.security import Security
from estiba.vault.vault import read_vault

BADGE = "https://img.example.org/badge.svg"
LINK = '<a class="estiba-elsewhere" href="{}">{}</a>'
WORDS = '<span class="estiba-elsewhere">{}</span>'
NAMED = LINK.format(BADGE, "Estado (picture on img.example.org)")


def convert(text, security=None):
    config = Config(security=security or Security())
    vault = read_vault(
        [("a.md", text.encode()), ("b.md", f"![B]({BADGE})".encode())], config, attachments=["p.png"]
    )
    page = Page(path="a.md", vault=vault)
    return standard_markdown(page).convert(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (f"![Estado]({BADGE})", NAMED),
        (f"![Estado|200]({BADGE})", NAMED),
        (f"![Estado][x]\n\n[x]: {BADGE}", NAMED),
        (f"![]({BADGE})", LINK.format(BADGE, "badge.svg (picture on img.example.org)")),
        ("![x](//h/a.png?b=1&c=2)", LINK.format("//h/a.png?b=1&amp;c=2", "x (picture on h)")),
        (
            f"[![Estado]({BADGE})](https://ci.example.org)",
            f'<a href="https://ci.example.org">{WORDS.format("Estado (picture on img.example.org)")}</a>',
        ),
        ("![p](p.png)", '<img alt="p" src="p.png" />'),
        (f"`![Estado]({BADGE})`", f"<code>![Estado]({BADGE})</code>"),
    ],
)
def test_bad_input_61_a_picture_of_another_site_is_a_link(text, html):
    assert convert(text) == f"<p>{html}</p>"


def test_a_note_that_is_shown_in_another_asks_for_nothing_either():
    html = convert("![[b]]")
    assert "<img" not in html
    assert LINK.format(BADGE, "B (picture on img.example.org)") in html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<iframe src="https://h/x" onload="x"><b>y</b></iframe>', LINK.format("https://h/x", "x (on h)")),
        (
            'a <iframe src="//h/x" title="<b>"></iframe> c',
            f"<p>a {LINK.format('//h/x', '&lt;b&gt; (on h)')} c</p>",
        ),
        ('<iframe src="b.html"></iframe>', ""),
        (
            '<iframe src="https://h/x" srcdoc="<script>x</script>"></iframe>',
            LINK.format("https://h/x", "x (on h)"),
        ),
        ('<iframe srcdoc="<b>"></iframe>', ""),
        ("<iframe src=javascript:x></iframe>", ""),
    ],
)
def test_a_frame_of_another_site_is_a_link_and_no_other_frame_is_left(written, shown):
    assert convert(written) == shown


def test_of_a_frame_that_becomes_a_link_nothing_is_said_but_what_runs():
    frame = '<iframe src="https://h/x" frameborder="0" allow="autoplay" onload="x"></iframe>'
    marks = read_vault([("a.md", frame.encode())], Config()).notes["a.md"].marks
    assert [one.attribute for one in marks.refused] == ["onload"]


def test_what_the_owner_allows_is_shown():
    security = Security(sources={"img-src": ("https://img.example.org",)})
    assert convert(f"![Estado]({BADGE})", security) == f'<p><img alt="Estado" src="{BADGE}" /></p>'
    assert "<img" not in convert("![x](https://example.org/a.png)", security)
    frame = '<iframe src="https://h/x" title="T"></iframe>'
    assert convert(frame, Security(sources={"frame-src": ("https://h/",)})) == frame


def test_a_page_of_no_vault_stays_as_it_is_but_for_frames():
    assert standard_markdown(Page()).convert(f"![x]({BADGE})") == f'<p><img alt="x" src="{BADGE}" /></p>'
    frame = standard_markdown(Page()).convert('<iframe src="https://h/x"></iframe>')
    assert frame == LINK.format("https://h/x", "x (on h)")


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<img alt="a>b" src=https://h/x>', LINK.format("https://h/x", "a&gt;b (picture on h)")),
        ("<IMG/SRC='\\\\h\\x.png'>", LINK.format("//h/x.png", "x.png (picture on h)")),
        ('<img src="p.png" srcset="p.png 1x, https://h/x 2x" alt="&quot;">', '<img src="p.png" alt="&#34;">'),
        ('<img src="ftp://h/x">', WORDS.format("x (picture on h)")),
        ('<img src="https://[h">', LINK.format("https://[h", "https://[h (picture on )")),
        ('<video src="p.mp4" poster="https://h/x" controls></video>', '<video src="p.mp4" controls></video>'),
        (
            '<video src="https://h/x.mp4" controls></video>',
            LINK.format("https://h/x.mp4", "x.mp4 (on h)") + "<video hidden></video>",
        ),
        ('<video><source src="https://h/x"><track src="//h/y"></video>', "<video></video>"),
        (
            '<iframe src="https://h/x" title="T"></iframe>',
            LINK.format("https://h/x", "T (on h)"),
        ),
        ('<a href="https://h/x">x</a> <img src="p.png">', '<a href="https://h/x">x</a> <img src="p.png">'),
        ('<img alt="', '<img alt="'),
    ],
)
def test_in_the_authors_html(html, shown):
    assert without_elsewhere(html, Security(), catalogue_for("en")) == shown
