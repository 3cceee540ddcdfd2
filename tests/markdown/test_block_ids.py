from __future__ import annotations

import pytest
from markdown import Markdown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a ^x", '<p id="^x">a</p>'),
        ("a **b** ^x", '<p id="^x">a <strong>b</strong></p>'),
        ("- a ^x\n- b", '<ul>\n<li id="^x">a</li>\n<li>b</li>\n</ul>'),
        ("> a\n\n^x\n\nb", '<blockquote id="^x">\n<p>a</p>\n</blockquote>\n<p>b</p>'),
        ("a ^x\n\n^y", '<p id="^x"><span id="^y"></span>a</p>'),
        ("^x", ""),
        ("`a ^x`", "<p><code>a ^x</code></p>"),
    ],
)
def test_block_ids(text: str, html: str) -> None:
    assert Markdown(extensions=["estiba"]).convert(text) == html


def test_block_of_an_example() -> None:
    html = Markdown(extensions=["pymdownx.superfences", "estiba"]).convert("```sh\na\n```\n\n^x\n")
    assert html.startswith('<div id="^x"><div class="highlight">')
    assert "^x<" not in html
