"""Fences are code wherever CommonMark sees them, whatever superfences asks for."""

from __future__ import annotations

import re

import pytest
from commonmark import Outline
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt

from estiba.markdown.blocks import Blocks
from estiba.markdown.fence_lines import SetFences

PLAIN = {"pymdownx.superfences": {}, "pymdownx.highlight": {"use_pygments": False}}
COMMONMARK = MarkdownIt("commonmark")


def set_fences(text: str) -> str:
    blocks = Blocks()
    blocks.start([text])
    mended = SetFences(Markdown(extensions=["pymdownx.superfences"]), blocks).run(text.split("\n"))
    return "\n".join(mended).replace(blocks.token, "TOKEN")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\n```\nb", "a\n\n```\nb\n```"),
        ("~~~~\nb\n\n", "~~~~\nb\n\n~~~~\n"),
        ("- a\n  ```\n  b\nc", "- a\n  ```\n  b\n  ```\nc"),
        ("> ```\n> b\n\nc", "> ```\n> b\n> ```\n\nc"),
        ("  ```\nb\n   c\n```", "  ```\n  b\n   c\n  ```"),
        ("```\nb\n  `````", "```\nb\n```"),
        ("- ```sh\n  b\n  ```", "- TOKENf\n  ```sh\n  b\n  ```"),
        ("> 1. - ~~~\n>      b", "> 1. - TOKENf\n>      ~~~\n>      b\n>      ~~~"),
        ("```yaml:compose.yml\n```", "```yaml\n```"),
        ('```js hl_lines="1" x\n```', "```js\n```"),
        ("```js linenums=1\n```", "```js\n```"),
        ("```???\n```", "```\n```"),
    ],
)
def test_mended(text, expected):
    assert set_fences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "```\na\n```",
        '- a\n\n    ```py hl_lines="1" linenums="1" title="x"\n    b\n\n      c\n    ```\n\n- d',
        '> ```{ .py #id title="x" }\n> b\n>\n> c\n> ```',
        "\t- a\n\n\t```\n\tcode",
        "<!--\n```\n-->",
        "a ```b``` c\n`~~~`",
    ],
)
def test_what_superfences_reads_stays(text):
    assert set_fences(text) == text


def test_without_a_reader_of_fences_nothing_changes():
    assert SetFences(Markdown(), Blocks("token")).run(["```", "- ```"]) == ["```", "- ```"]


@pytest.mark.parametrize("name", ["full", "fenced-code", "plain"])
@pytest.mark.parametrize("text", ["- ```not `\n  b", "- ```sh\n  b\n  ```", "1. ~~~\n   b"])
def test_our_word_is_on_no_page(convert, sets, name, text):
    html = convert(text, sets[name]).html
    assert re.findall(r"[a-z0-9]{8,}", re.sub(r"<[^>]*>", "", html)) == []


@pytest.mark.parametrize(
    "text",
    [
        "a\n\n```\n# b\n- c\n",
        "- a\n\n  ```\n  b\n\nc",
        "- ```\n  b\n  ```\n- ~~~\n  c",
        "> ```\n> b\n\nc",
        "``` a b c\nd\n```\n\n~~~ a ~~~ `b`\nd\n~~~",
        "   ```\n  a\n      b\n  ````\n\nc",
    ],
)
def test_as_in_commonmark(convert, text):
    assert Outline(convert(text, PLAIN).html).parts == Outline(COMMONMARK.render(text)).parts


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text('`~ \n>-ab:={}"1.', max_size=40))
def test_no_letter_is_lost(text):
    assert [one for one in set_fences(f"```\n{text}") if one in "ab"] == [one for one in text if one in "ab"]
