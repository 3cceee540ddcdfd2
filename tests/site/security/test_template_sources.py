from __future__ import annotations

import pytest

from estiba.site.security.template_sources import hash_of, inline_scripts, sources_of


@pytest.mark.parametrize(
    ("html", "sources"),
    [
        ("<script>a()</script>", {"script-src": {hash_of("a()")}}),
        ("<script type=module>a()</script>", {"script-src": {hash_of("a()")}}),
        ("<script>'<b>&amp;'</script>", {"script-src": {hash_of("'<b>&amp;'")}}),
        ('<script type="application/json">{}</script>', {}),
        ('<script src="a.js"></script><script src="/b.js">x</script>', {}),
        ('<script src="https://h.org/a.js?v=1#x"></script>', {"script-src": {"https://h.org/a.js"}}),
        ('<script src="//h.org/a;b,c.js"></script>', {"script-src": {"https://h.org/a%3Bb%2Cc.js"}}),
        ('<link rel="stylesheet" href="https://h.org/css?family=A">', {"style-src": {"https://h.org/css"}}),
        ('<link rel="preconnect" href="https://f.org" crossorigin>', {"font-src": {"https://f.org"}}),
        ('<link rel="preconnect" href="https://f.org"><link rel="canonical" href="https://h.org/">', {}),
        ('<link rel="icon" href="https://h.org/i.png">', {"img-src": {"https://h.org/i.png"}}),
        ('<img src="https://h.org:8443/">', {"img-src": {"https://h.org:8443"}}),
        ("<style>a{}</style>", {"style-src": {hash_of("a{}")}}),
        ('<img src="a.png"><img src="https://h.org; script-src *">', {}),
    ],
)
def test_what_templates_need(html, sources):
    assert sources_of(html) == sources


def test_a_hash_is_that_of_the_standard():
    # "alert('Hello, world.');" is the example of CSP3, 8.4
    assert hash_of("alert('Hello, world.');") == "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"


def test_scripts_within_a_page():
    page = (
        "<script>a()</script><SCRIPT type='text/javascript'>b()\n</SCRIPT >"
        '<script type="application/ld+json">{}</script><script src=x>c()</script><script async>d()</script>'
    )
    assert inline_scripts(page) == ["a()", "b()\n", "d()"]
