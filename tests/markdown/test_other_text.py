"""What is not ours comes out as it does without the extension."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from estiba.compose.example import read_example
from estiba.markdown.page import Page

INDENTS = ["", " ", "  ", "   ", "    ", "      ", "\t", "> ", ">", "> > ", ">     "]
PIECES = [
    "",
    "text",
    "text  ",
    "# heading",
    "heading\n===",
    "---",
    "-not a list",
    "1.not a list",
    "```\ncode\n```",
    "````\n```\n````",
    "~~~\nitem\n~~~",
    "```yaml\nkind: Pod\n```",
    "``` { .yaml #id }\nkey: value\n```",
    '```yaml title="x" hl_lines="1"\n# heading\n```',
    "```not a fence `",
    "!!! note",
    '??? tip "x"',
    '=== "tab"',
    "[^1]: note",
    "text[^1] and `code` &amp; *em*",
    ":   definition",
    "*[HTML]: abbreviation",
    "| a | b |\n| - | - |\n| `c` | d |",
    "<div>",
    "<div markdown>",
    "</div>",
    "<!--",
    "-->",
    "<pre>",
    "</pre>",
    "[link](x.md){ .class }",
    "a\tb",
    "\u2028\u0085\x0b\x0c",
    "text\r",
    "estiba0123456789abcdefn0e",
]
HTML = re.compile(r"<(?:/?[a-z]|!)|-->")
"""Where an author's own stands in a page, and nobody trusts it, what was left open is closed."""
FURTHER_ID = re.compile(r'<span class="estiba-anchor" id="[^"]*"></span>')
READ_AS_COMMONMARK = re.compile(r"^[> ]* #", re.MULTILINE)
"""What Python-Markdown reads otherwise: a heading behind spaces."""
lines = st.lists(st.tuples(st.sampled_from(INDENTS), st.sampled_from(PIECES)), max_size=14)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(lines, st.sampled_from(["full", "fenced-code", "plain"]))
@example([("", "text\r"), ("", "\r"), ("", "# heading\r")], "plain")
def test_a_page_without_examples_is_left_alone(convert, sets, lines, name):
    text = "\n".join(indent + piece.replace("\n", f"\n{indent}") for indent, piece in lines)
    ours = convert(text, sets[name])
    made = FURTHER_ID.sub("", ours.html)
    assume(not ours.page.examples and not READ_AS_COMMONMARK.search(text))
    theirs = convert(text, sets[name], ours=()).html
    if HTML.search(text):
        with patch.object(Page, "trusts_html", new=True):
            made = FURTHER_ID.sub("", convert(text, sets[name]).html)
    assert made == theirs


inside = st.lists(
    st.sampled_from(
        ["", "  ", "        ", "# é &amp; <b> ]]>", "x: \t*a*", "\x02wzxhzdk:0\x03", "wzxhzdk:0"]
    ),
    max_size=4,
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.sampled_from(["[^1]: no footnotes here", "!!! note", "??? note", '=== "A"', ":   nothing", "> :   x"]),
    inside,
    st.booleans(),
    st.sampled_from([{}, {"pymdownx.superfences": {}}, {"fenced_code": {}}, {"pymdownx.highlight": {}}]),
)
def test_what_is_indented_code_stays_what_its_author_wrote(convert, parent, below, twice, extensions):
    quote = "> " if parent.startswith(">") else ""
    fence = ["```yaml", "services:", "  web:", "    image: '<&amp;>'", *below, "```", ""] * (1 + twice)
    text = "\n".join([parent, quote, *(f"{quote}    {line}" if line else quote for line in fence)])
    ours = convert(f"{text}\n\nAfter.", extensions)
    assert len(ours.page.examples) == 1 + twice
    alone = convert(f"{text}\n\nAfter.", extensions, ours=())
    assert [line.rstrip() for line in ours.html.split("\n")] == [
        line.rstrip() for line in alone.html.split("\n")
    ]


CASES = [
    "kind: Pod\n",
    "on: push\njobs:\n  test:\n    services:\n      db:\n        image: postgres\n",
    "services:\n  - postgres\n",
]


@pytest.mark.parametrize("text", CASES)
@pytest.mark.parametrize("info", ["yaml", "yaml:compose.yml", "docker-compose", 'yaml title="compose.yaml"'])
def test_a_label_makes_no_example(convert, text, info):
    assert read_example(text, info=info) is None
    fence = f"``` {info}\n{text}```\n"
    assert convert(fence).html == convert(fence.replace(":compose.yml", ""), ours=()).html
