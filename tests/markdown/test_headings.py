"""Headings with `#`, and rules, are those of CommonMark."""

from __future__ import annotations

import pytest
from commonmark import Outline
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

PLAIN = {"pymdownx.highlight": {"use_pygments": False}}
COMMONMARK = MarkdownIt("commonmark")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#docker compose", "<p>#docker compose</p>"),
        ("#docker\n#5 bolt", "<p>#docker\n#5 bolt</p>"),
        ("####### seven", "<p>####### seven</p>"),
        ("    # code", "<pre><code># code\n</code></pre>"),
        (r"\# text", "<p># text</p>"),
        ("# one\ntext\n## two", "<h1>one</h1>\n<p>text</p>\n<h2>two</h2>"),
        ("   # one", "<h1>one</h1>"),
        ("#\tone", "<h1>one</h1>"),
        ("## C#", "<h2>C#</h2>"),
        ("## one ##  ", "<h2>one</h2>"),
        (r"## one \##", "<h2>one ##</h2>"),
        ("#\n## ##", "<h1></h1>\n<h2></h2>"),
        ("text\n# one\n#two", "<p>text</p>\n<h1>one</h1>\n<p>#two</p>"),
        ("> # one\n> #two", "<blockquote>\n<h1>one</h1>\n<p>#two</p>\n</blockquote>"),
        ("one\n===\n#docker\n---", "<h1>one</h1>\n<h2>#docker</h2>"),
        ("a\n\n-    -    -\n\nb", "<p>a</p>\n<hr />\n<p>b</p>"),
        ("a\n *  *  *\n__\nb", "<p>a</p>\n<hr />\n<p>__\nb</p>"),
    ],
)
def test_heading(convert, text, expected):
    assert convert(text, {}).html == expected


def test_attributes_stay(convert):
    text = "# One {: #own .x }\n\n## Two # {#other}\n"
    extensions = {"attr_list": {}}
    assert convert(text, extensions).html == convert(text, extensions, ours=()).html


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.from_regex(r" {0,3}#{1,7}( {0,2}(a|#|\\#|b #)){0,4} {0,2}", fullmatch=True))
def test_any_line_is_as_in_commonmark(convert, line):
    ours, theirs = convert(f"x\n{line}\ny", PLAIN).html, COMMONMARK.render(f"x\n{line}\ny")
    assert Outline(ours).parts == Outline(theirs).parts
