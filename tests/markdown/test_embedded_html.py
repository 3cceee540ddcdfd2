from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.markdown.embedded_html import without_clashes


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ('<h2 id="a">A</h2>', "<h2>A</h2>"),
        ('<h2 id="a">A<a class="headerlink" href="#a">¶</a></h2>', "<h2>A</h2>"),
        ('<p id="a">x</p>', '<p id="p-a">x</p>'),
        ('<a href="#a">x</a>', '<a href="/h/#a">x</a>'),
        ('<a href="#fn:1">x</a>', '<a href="#p-fn:1">x</a>'),
        ('<a href="../b/#a">x</a>', '<a href="../b/#a">x</a>'),
        ('<label for="a b">x</label>', '<label for="p-a p-b">x</label>'),
        ('<p title="a &quot; id=&quot;b">id="c" &lt;p id="d"&gt;</p>', None),
        ("<pre><code>&lt;p id=x&gt; &#38;</code></pre><!-- id=a -->", None),
        ('<input id="a" disabled checked/>', '<input id="p-a" disabled checked />'),
        ('<p id="a&quot;b">', '<p id="p-a&quot;b">'),
    ],
)
def test_ids(text: str, changed: str | None) -> None:
    assert without_clashes(text, "p-", "/h/") == (text if changed is None else changed)


@given(st.text(st.characters(exclude_characters="<>&\r\x00")))
def test_text_stays(text: str) -> None:
    assert without_clashes(f"<p>{text}</p>", "p-", "/") == f"<p>{text}</p>"
