from __future__ import annotations

import pytest

from estiba.vault.text.html_tags import HtmlTag, read_tag
from estiba.vault.text.marks import Address


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("<b>", HtmlTag(3)),
        ("</b >x", HtmlTag(5)),
        ("<https://a.b/c>", HtmlTag(15, is_address=True)),
        ('<a href="x&amp;y.md#z" id=i>', HtmlTag(28, (Address("x&y.md#z", "", "x&y.md", "z"),), ("i",))),
        ("<img data-src=a src='b'>", HtmlTag(24, (Address("b", "", "b", ""),))),
        ("<pre class=x>", HtmlTag(13, (), (), "pre")),
        ("</pre>", HtmlTag(6)),
        ("<code/>", HtmlTag(7)),
        ("< b>", None),
        ("<3", None),
        ("<b <i>", None),
    ],
)
def test_tags(text: str, tag: HtmlTag | None) -> None:
    assert read_tag(text, 0) == tag
