"""Lists are those that CommonMark sees, for which markdown-it-py stands; and no word is lost in them."""

from __future__ import annotations

import re

import pytest
from commonmark import Outline
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt

from estiba.markdown.list_lines import ListReader

PLAIN = {"pymdownx.superfences": {}, "pymdownx.highlight": {"use_pygments": False}}
COMMONMARK = MarkdownIt("commonmark")
AS_COMMONMARK = {
    "below-a-paragraph": "text:\n- a\n- b\n\ntext:\n1. a\n\ntext:\n  + a",
    "below-a-heading": "# h\n- a",
    "below-a-quote": "> q\n- a",
    "by-two": "- a\n  - b\n    - c\n  - d\n- e",
    "by-three": "1. a\n   1. b\n      - c\n2. d",
    "by-four": "- a\n    - b\n      - c\n    - d",
    "by-four-and-two": "- a\n    - b\n  - c",
    "by-tabs": "- a\n\t- b\n\t\t- c",
    "wide-marker": "-   a\n    - b\n\n    c",
    "other-marker": "- a\n+ b\n* c\n1. d\n1) e",
    "parenthesis": "1) a\n2) b",
    "number": "text\n\n3. a\n4. b\n\ntext\n\n0. a",
    "no-interruption": "text\n2. a\n*\n-b",
    "no-marker": "-a\n\n1.b\n\n1234567890. c",
    "rule": "- a\n***\n- b\n\n- - -",
    "rule-within": "- a\n\n  ***\n- b\n- * * *",
    "dashes-below": "- a\n---\nb",
    "equals-below": "- a\n===\n  - b\n===",
    "lazy": "- a\nb\n- > c\nd\n- e\n  - f\ng",
    "not-lazy": "- a\n> q\n\n- # b\nc",
    "heading-ends": "- a\n# h",
    "heading-within": "- # h\n  a\n- b\n  ===\n- c",
    "loose": "- a\n- b\n\n- c",
    "loose-within": "- a\n\n  b\n- c",
    "tight-around-loose": "- a\n  - b\n\n  - c\n- d",
    "loose-around-tight": "- a\n\n  - b\n  - c\n- d",
    "text-behind-a-list": "- a\n  - b\n\n  c",
    "blank-lines": "- a\n\n\n\n- b\n\n\n  c\n\n\nd",
    "empty-items": "-\n- a\n-\n  b\n-\n\n  c",
    "items-in-a-line": "- - 1. a\n     2. b\n- c",
    "quote-within": "- a\n  > b\n  > c\n- d",
    "list-in-a-quote": "> a\n> - b\n>   - c\n>\n> d",
    "fence-by-two": "- a\n\n  ```\n  code\n  ```\n- b",
    "fence-tight": "- a\n  - b\n    ```\n    code\n    ```\n  - c",
    "fence-on-the-marker": "- ```\n  code\n\n    more\n  ```\n- b\n\ntext\n1. ~~~\n   code\n   ~~~",
    "fence-in-a-quote": "> - a\n>\n>   ```\n>   code\n>   ```\n> - b",
    "fence-without-an-end": "- a\n\n  ```\n  code\n\nb",
    "code": "- a\n  b\n\n      code\n\n      code\n\n  c",
    "code-on-the-marker": "-     code\n- a",
}
AS_PYTHON_MARKDOWN = {
    "code-by-eight": "- a\n\n        code\n\n- b",
    "paragraph-by-four": "1. a\n\n    b\n\n2. c",
    "four-a-level": "1. a\n    - b\n        - c\n\n            d\n\n2. e",
    "admonition": "1. a\n   b\n\n    !!! tip\n        c\n\n    d\n\n2. e",
    "in-an-admonition": "!!! tip\n    - a\n\n    - b\n\n        c\n\nd",
    "in-tabs": '=== "a"\n\n    - b\n    - c\n\n    d\n',
    "in-details": '??? tip "a"\n    - b\n\n    - c\n',
    "in-a-footnote": "a[^1]\n\n[^1]:\n    - b\n    - c\n",
    "definition": "term\n:   - a\n        - b\n\n    c",
    "table": "a | b\n- | -\n- | d",
    "tasks": "- [ ] a\n    - [x] b\n- [ ] c",
    "attributes": "- a\n{: .x }\n- b\n",
}


@pytest.mark.parametrize("text", AS_COMMONMARK.values(), ids=AS_COMMONMARK)
def test_as_in_commonmark(convert, text):
    assert Outline(convert(text, PLAIN).html).parts == Outline(COMMONMARK.render(text)).parts


@pytest.mark.parametrize("text", AS_PYTHON_MARKDOWN.values(), ids=AS_PYTHON_MARKDOWN)
def test_what_is_written_for_python_markdown_stays(convert, text):
    ours, theirs = convert(text).html, convert(text, ours=()).html
    ours = ours.replace(' aria-label="To do"', "").replace(' aria-label="Done"', "")
    assert [line.strip() for line in ours.split("\n")] == [line.strip() for line in theirs.split("\n")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n  <div>x</div>\n- b", "<ul>\n<li>a\n<div>x</div></li>\n<li>b</li>\n</ul>"),
        ("- a\n  <!-- x -->\n- b", "<ul>\n<li>a\n<!-- x --></li>\n<li>b</li>\n</ul>"),
        (
            "- a\n\n  <div>x</div>\n\n- b",
            "<ul>\n<li>\n<p>a</p>\n<div>x</div>\n\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>",
        ),
    ],
)
def test_what_else_an_item_holds(convert, text, expected):
    assert convert(text).html == expected


def test_an_owner_may_have_other_lists():
    md = Markdown(extensions=["pymdownx.fancylists", "estiba"])
    assert '<ol type="a">' in md.convert("a. one\nb. two")


def test_sane_lists_are_ours(convert):
    text = "text\n- a\n  - b"
    assert convert(text, {"sane_lists": {}}).html == convert(text, {}).html


MARKERS = ["-", "*", "1.", "2)", "10."]


@st.composite
def list_lines(draw, below=("text", "blank", "lazy")):
    """Write lists by the column of their text, and what stands `below` in items."""
    lines: list[str] = []
    columns = [0]
    for number in range(draw(st.integers(1, 12))):
        columns = columns[: draw(st.integers(1, len(columns)))]
        left = " " * columns[-1]
        kind = draw(st.sampled_from(["item", "item", "item", *below]))
        if kind == "item":
            marker = draw(st.sampled_from(MARKERS))
            lines.append(f"{left}{marker} word{number}")
            columns.append(columns[-1] + len(marker) + 1)
        elif kind == "blank":
            lines.append("")
        else:
            lines.append({"text": left, "quote": f"{left}> ", "lazy": ""}[kind] + f"word{number}")
    return "\n".join(lines)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(list_lines(below=("text", "quote", "blank", "lazy")))
def test_no_word_is_lost(convert, text):
    words = re.findall(r"word\d+", convert(text).html)
    assert words == re.findall(r"word\d+", text)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(list_lines())
def test_any_list_is_as_in_commonmark(convert, text):
    ours, theirs = (Outline(html).parts for html in (convert(text, PLAIN).html, COMMONMARK.render(text)))
    assert ours == theirs


def test_each_level_reads_a_line_once(monkeypatch):
    taken = 0
    take = ListReader.take

    def counting(reader, lines):
        nonlocal taken
        number = take(reader, lines)
        taken += number
        return number

    monkeypatch.setattr(ListReader, "take", counting)
    md = Markdown(extensions=["estiba"])
    for number in (100, 200, 400):
        taken = 0
        md.reset().convert("text\n" + "- a\n  - b\n  - c\n" * number)
        assert taken == 5 * number + 3


def test_64_lists_may_stand_in_one_another(convert):
    text = "\n".join("  " * level + f"- item{level}" for level in range(64))
    html = convert(text, {}).html
    assert html.count("<ul>") == 64
    assert re.findall(r"item\d+", html) == [f"item{level}" for level in range(64)]
