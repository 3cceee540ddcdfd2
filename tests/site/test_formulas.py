from __future__ import annotations

import feedparser
import pytest

from estiba.site.formulas import with_latex
from search_files import pages_found

NOTE = {
    "nota.md": "---\nmod: 2025-01-01\n---\n\nSi $\\frac{a}{b} < c$ y $HOME:$PATH:\n\n$$\n\\sqrt{x}\n$$\n",
}
CONFIG = "site_name: Semilla\nsite_url: http://127.0.0.1/\nplugins: [estiba]\n"


def test_formulas_in_page_search_and_feed(build_site):
    site = build_site(NOTE, CONFIG)
    page = site.read("nota/index.html")
    assert 'alttext="\\frac{a}{b} &lt; c"><mrow><mfrac><mrow>' in page
    assert (
        '<div class="estiba-formula estiba-formula--block"><math display="block" alttext="\\sqrt{x}">' in page
    )
    assert "assets/estiba/formulas.css" in page
    assert pages_found(site.root)["/nota/"]["content"] == "Nota. Si \\frac{a}{b} < c y $HOME:$PATH: \\sqrt{x}"
    entry = feedparser.parse(site.read("feed.xml")).entries[0]
    assert entry.content[0].value == (
        "<p>Si <code>\\frac{a}{b} &lt; c</code> y $HOME:$PATH:</p>\n<div><code>\\sqrt{x}</code></div>"
    )


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>a</p>", "<p>a</p>"),
        ("<math><mi>x</mi></math>", "<math><mi>x</mi></math>"),
        ('<math display="inline" alttext="a"><mi>x</mi></math>', "<code>a</code>"),
        (
            '<math display="block" alttext="<i>&amp;&lt;"><mi>\n</mi></math>b',
            "<code>&lt;i&gt;&amp;&lt;</code>b",
        ),
    ],
)
def test_with_latex(page, expected):
    assert with_latex(page) == expected
