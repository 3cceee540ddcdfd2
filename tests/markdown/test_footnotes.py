from __future__ import annotations

import re

import pytest
from markdown import Markdown

from estiba.markdown.standard import STANDARD


def convert(text):
    extensions = [*STANDARD, "estiba"]
    return Markdown(extensions=extensions, extension_configs={**STANDARD}).convert(text)


def back(number, label):
    return (
        f'<p><a class="footnote-backref" href="#fnref:{label}"'
        f' title="Jump back to footnote {number} in the text">&#8617;</a></p>'
    )


def footnotes(*items):
    return '<div class="footnote">\n<hr />\n<ol>\n' + "\n".join(items) + "\n</ol>\n</div>"


@pytest.mark.parametrize("text", ["[^1]:", "[^1]: ", "[^1]: *[a]: b"])
def test_a_footnote_without_text_that_nothing_calls_for(text):
    assert convert(text) == footnotes(f'<li id="fn:1">\n{back(1, "1")}\n</li>')


def test_those_that_are_called_for_come_first_and_keep_their_link_back():
    html = convert("[^uno]:\n\n[^dos]: b\n\na[^dos]")
    assert html.endswith(
        footnotes(
            f'<li id="fn:dos">\n{back(1, "dos").replace("<p>", "<p>b&#160;")}\n</li>',
            f'<li id="fn:uno">\n{back(2, "uno")}\n</li>',
        )
    )


def test_one_that_is_called_for_twice_leads_back_twice():
    assert convert("a[^1] b[^1]\n\n[^1]:").count('class="footnote-backref"') == 2


@pytest.mark.parametrize("text", ["a[^1]\n\n[^1]: [^2]: b", "a[^1]\n\n[^1]:\n    [^2]: b\n\n", "a^[[^2]: b]"])
def test_one_that_is_defined_in_another_stands_behind_it(text):
    html = convert(text)
    assert re.search(r'<sup id="fnref:[^"]*1"><a class="footnote-ref"', html)
    assert re.search(r'<li id="fn:[^"]*1">\n.*</li>\n<li id="fn:2">\n<p>b', html, re.DOTALL)


def test_without_footnotes_the_text_stays():
    assert Markdown(extensions=["estiba"]).convert("[^1]:") == "<p>[^1]:</p>"
