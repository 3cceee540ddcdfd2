"""Obsidian's callouts become what Material shows as admonitions."""

from __future__ import annotations

import re

import pytest
from markdown import Markdown

from estiba.catalogue import catalogue_for

SERVICES = "services:\n  web:\n    image: nginx:1.30\n"


def note(content: str, title: str = "Note", kind: str = "note") -> str:
    return f'<div class="admonition {kind}">\n<p class="admonition-title">{title}</p>\n{content}</div>'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> [!note]", note("")),
        ("> [!note]\n> a\n> b", note("<p>a\nb</p>\n")),
        (">[!tip] A *title*\n>a", note("<p>a</p>\n", "A <em>title</em>", "tip")),
        ("> [!INFO|wide] T", note("", "T", "info")),
        ("> [!my-own type] \n> a", note("<p>a</p>\n", "My own type")),
        ("> [!note] <b>&</b>\n> a", note("<p>a</p>\n", "<b>&amp;</b>")),
        ("> [!a]\n\n> [!b]", f"{note('', 'A')}\n{note('', 'B')}"),
        ("> [!note]\n> [!tip] b", note("<p>[!tip] b</p>\n")),
        ("text\n> [!note]\n> a", f"<p>text</p>\n{note('<p>a</p>' + chr(10))}"),
        ("> [!note]\nlazy\n===\n# h", f"{note('<p>lazy' + chr(10) + ' ===</p>' + chr(10))}\n<h1>h</h1>"),
        (
            "> [!note]\n> - a\n>   - b\n- c",
            note("<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n") + "\n<ul>\n<li>c</li>\n</ul>",
        ),
        (
            "> [!note]\n>\n>     code\n>\n> # h\n>\n> a",
            note("<pre><code>code\n</code></pre>\n<h1>h</h1>\n<p>a</p>\n"),
        ),
        ("> [!note]\n\n    code", f"{note('')}\n<pre><code>code\n</code></pre>"),
        ("> [!note]\n> a\n\n> b", f"{note('<p>a</p>' + chr(10))}\n<blockquote>\n<p>b</p>\n</blockquote>"),
        ("> b\n\n> [!note]", f"<blockquote>\n<p>b</p>\n</blockquote>\n{note('')}"),
        ("> [!a]\n> > [!b]\n> > c\n>\n> d", note(f"{note('<p>c</p>' + chr(10), 'B')}\n<p>d</p>\n", "A")),
        (
            "- a\n  > [!note]\n  > b\n- c",
            f"<ul>\n<li>a{note('<p>b</p>' + chr(10))}\n</li>\n<li>c</li>\n</ul>",
        ),
        (
            "> [!faq]- Closed\n> a",
            '<details class="question">\n<summary>Closed</summary>\n<p>a</p>\n</details>',
        ),
        (
            "> [!faq]+\n> a",
            '<details class="question" open="open">\n<summary>FAQ</summary>\n<p>a</p>\n</details>',
        ),
    ],
)
def test_callout(convert, text, expected):
    html = convert(text, {"admonition": {}, "pymdownx.details": {}}).html
    assert html == expected


@pytest.mark.parametrize(
    "text",
    [
        "> [!note](x.md) a",
        "> [!note]a",
        "> a\n> [!note]",
        "> [!]",
        "> [!a\n> b]",
        "[!note] a",
        "    > [!note]",
    ],
)
def test_what_is_no_callout_stays(convert, text):
    assert convert(text).html == convert(text, ours=()).html


KINDS = {
    "note": "note",
    "abstract": "abstract summary tldr",
    "info": "info",
    "todo": "todo",
    "tip": "tip hint important",
    "success": "success check done",
    "question": "question help faq",
    "warning": "warning caution attention",
    "failure": "failure fail missing",
    "danger": "danger error",
    "bug": "bug",
    "example": "example",
    "quote": "quote cite",
}
NAMES = [(name, kind) for kind, names in KINDS.items() for name in names.split()]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("name", "kind"), NAMES)
def test_types_and_their_aliases(convert, name, kind, language):
    title = catalogue_for(language).text(f"callout.{name}")
    assert convert(f"> [!{name}]", {}, language=language).html == note("", title, kind)


def test_every_text_has_its_type():
    texts = {key.removeprefix("callout.") for key in catalogue_for("en").texts if key.startswith("callout.")}
    assert texts == {name for name, _ in NAMES}


def test_what_a_callout_holds(convert):
    table, code = "| a | b |\n|---|---|\n| c | d |", "```sh\nls\n```"
    content = f"```yaml\n{SERVICES}```\n\n{table}\n\n{code}\n"
    text = "> [!tip] T\n" + "".join(f"> {line}" for line in content.splitlines(keepends=True))
    page = convert(text)
    assert [block.text for block in page.blocks] == [SERVICES]
    assert page.html.startswith(
        '<div class="admonition tip">\n<p class="admonition-title">T</p>\n<div class="estiba-example"'
    )
    assert page.html.count("<td>") == 2
    assert page.html.endswith("</code></pre></div>\n</div>")
    assert "blockquote" not in page.html


def test_many_callouts(convert):
    html = convert("> [!note]- a\n> b\n\n" * 300, {}).html
    assert html == "\n".join(['<details class="note">\n<summary>a</summary>\n<p>b</p>\n</details>'] * 300)


def test_callouts_deep_in_each_other_lose_no_word():
    text = "\n".join("> " * depth + f"[!note] word{depth}" for depth in range(1, 65))
    html = Markdown(extensions=["estiba"]).convert(text)
    assert re.findall(r"word\d+", html) == [f"word{depth}" for depth in range(1, 65)]
