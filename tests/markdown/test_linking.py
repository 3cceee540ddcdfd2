from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from estiba.checks.judge import examples_of, find_in_note
from estiba.checks.judged import JudgedExample, judged_examples
from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.markdown.page import JudgedText, Page
from estiba.vault.note import Note, read_note
from estiba.vault.text.marks import Marks
from estiba.vault.vault import read_vault

VAULT = read_vault(
    [
        ("a.md", b""),
        ("folder/b c.md", b"## Secci\xc3\xb3n\n\ntext ^id\n"),
        ("folder/draft.md", b"---\npublished: no\n---\n"),
    ],
    Config(),
    attachments=["folder/p.png", "folder/m.mp4", "x.pdf"],
)
TAGS = {"known": "tags/known.md"}


def convert(text: str, *extensions: str, path: str = "a.md", judged: JudgedText | None = None) -> str:
    page = Page(path=path, vault=VAULT, tag_path=lambda name: TAGS.get(name, ""), judged=judged)
    page.url_of = lambda target: f"/{target}"
    return Markdown(extensions=[*extensions, "estiba"], extension_configs={"estiba": {"page": page}}).convert(
        text
    )


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[[b c]]", '<p><a href="folder/b%20c.md">b c</a></p>'),
        ("[[b c#Sección|<x> *y*]]", '<p><a href="folder/b%20c.md#secci%C3%B3n">&lt;x&gt; *y*</a></p>'),
        ("*[[b c]]*s", '<p><em><a href="folder/b%20c.md">b c</a></em>s</p>'),
        ("[[b c]]s_x_", '<p><a href="folder/b%20c.md">b c</a>s_x_</p>'),
        (
            "[[draft|words]] [x](folder/draft.md)",
            '<p><span class="estiba-missing">words</span> <span class="estiba-missing">x</span></p>',
        ),
        (
            "[[nothing]] [x](nothing.md) [y](nothing.zip)",
            (
                '<p><span class="estiba-missing">nothing</span> <span class="estiba-missing">x</span>'
                ' <a href="nothing.zip">y</a></p>'
            ),
        ),
        ("[*x*](b%20c.md#secci%C3%B3n)", '<p><a href="folder/b%20c.md#secci%C3%B3n"><em>x</em></a></p>'),
        ("[x](folder/b%20c.md#nowhere)", '<p><a href="folder/b%20c.md#nowhere">x</a></p>'),
        ("[x][r]\n\n[r]: folder/b%20c", '<p><a href="folder/b%20c.md">x</a></p>'),
        ("![x](p.png)", '<p><img alt="x" src="folder/p.png" /></p>'),
        (
            "![[m.mp4]]",
            (
                '<p>\n<video aria-label="m.mp4" controls="" preload="metadata"'
                ' src="/folder/m.mp4"></video>\n</p>'
            ),
        ),
        (
            "#known #new",
            (
                '<p><a class="estiba-tag" href="tags/known.md">#known</a> <span'
                ' class="estiba-tag">#new</span></p>'
            ),
        ),
        (
            "<div>[[b c]] <code>[[b c]]</code> <i title='[[b c]]'>x</i></div>",
            '<div><a href="/folder/b c.md">b c</a> <code>[[b c]]</code> <i title="[[b c]]">x</i></div>',
        ),
        ("    [[b c]] #known", "<pre><code>[[b c]] #known\n</code></pre>"),
        ("[x](http://e.org/a.md)", '<p><a href="http://e.org/a.md">x</a></p>'),
        ("[x](JaVaScRiPt&#58;alert(1)) ![y](data:text/html,x)", "<p><span>x</span> <span>y</span></p>"),
        ("![y](data:image/png;base64,AA==)", '<p><img alt="y" src="data:image/png;base64,AA==" /></p>'),
    ],
)
def test_links(text: str, html: str) -> None:
    assert convert(text) == html


def test_links_of_a_note_in_a_folder() -> None:
    assert convert("[[a]] [[#Sección]] ![[p.png]]", path="folder/b c.md") == (
        '<p><a href="../a.md">a</a> <a href="#secci%C3%B3n">Sección</a>'
        ' <img alt="p.png" loading="lazy" src="p.png" /></p>'
    )


def test_in_tables_the_bar_may_stand() -> None:
    html = convert("| x | y |\n|---|---|\n| [[b c|b]] | [[b c\\|c]] |", "tables")
    assert html.count("<td>") == 2
    assert '<td><a href="folder/b%20c.md">b</a></td>\n<td><a href="folder/b%20c.md">c</a></td>' in html


def test_without_a_vault_links_stay_text() -> None:
    text = "[[a]] ![[p.png]] #tag"
    assert Markdown(extensions=["estiba"]).convert(text) == f"<p>{text}</p>"


def test_words_of_ours_are_nowhere() -> None:
    text = "[[a]] `[[a]]` ![x [[a]] y](p.png '[[a]]') [[[a]]](a.md) <b [[a]]> #known^ ^id\n\n[[a]]: x"
    assert not re.search(r"estiba[0-9a-f]{16}", convert(text, "footnotes"))


PIECES = st.sampled_from(
    "[[a]] [[b|c]] ![[b c]] `  **x** _ # #t <b> </b> [x](a.md) \n - > | ^id ~~ $ \\ %% ^[".split(" ")
)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_nothing_raises_and_no_word_of_ours_is_left(text: str) -> None:
    html = convert(text, "footnotes", "tables", "pymdownx.superfences")
    assert not re.search(r"estiba[0-9a-f]{16}", html)


def _examples(note: Note) -> dict[int, JudgedExample]:
    rules, examples = Rules(Config(), dt.date.min), list(examples_of(note))
    judged = judged_examples(examples, find_in_note(note, rules, examples), rules)
    return {one.shown.first_line - note.body_line: one for one in judged}


def test_what_the_host_has_read_is_not_read_again() -> None:
    example = b"```yaml\nservices:\n  web:\n    image: nginx:1.29\n```\n\n- **image:** x\n"
    data = b"---\ntitle: A\n---\n\nText [[b c]] %%x%%\n\n" + example
    note = read_note(data, "a.md", Config())
    known = JudgedText(note.body, _examples(note), note.body_line, note.fences, note.marks)
    assert convert(note.body, judged=known) == convert(note.body)
    assert 'href="#estiba-example-1-3"' in convert(note.body, judged=known)
    other = JudgedText(note.body, {}, 1, (), Marks())
    assert "[[b c]]" in convert(note.body, judged=other)
