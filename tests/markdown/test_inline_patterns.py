"""A page is the same, whether all patterns are tried on its texts or only those that can match."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import InlineProcessor as TriesAll
from markdown.treeprocessors import Treeprocessor

from estiba.markdown.embedding import standard_markdown
from estiba.markdown.inline_patterns import ReadInline
from estiba.markdown.page import Page

PIECES = """
    a b * ** _ __ ~~ == ` `` \\ \\* [ ] [a] (b) [a](b) ![ ![a](b) [^1] [^ ] < > <b> </b> <https://example.org>
    <a@example.org> a@example.org https://example.org www.example.org & &amp; &#60; &x #red {.c} *[a]: : | - >
    """.split()
texts = st.lists(st.sampled_from([*PIECES, " ", "  \n", "\n", "\n\n", "- ", "# "]), max_size=12).map("".join)


def plain() -> Markdown:
    return Markdown(extensions=["estiba"])


def with_all(md: Markdown) -> Markdown:
    md.treeprocessors.register(TriesAll(md), "inline", 20)
    return md


SOME = {"standard": lambda: standard_markdown(Page()), "plain": plain}
CONVERTERS = {name: (make(), with_all(make())) for name, make in SOME.items()}
DEFINED = "\n\n[a]: https://example.org/a\n[^1]: note\n"


@pytest.mark.parametrize("name", SOME)
@settings(derandomize=True, deadline=None, max_examples=150)
@given(text=texts)
@example(text="*a*")
@example(text="a  \nb")
@example(text="[a] `b` \\* <b>c</b> &amp; ![d][a]")
def test_the_same_as_with_all_patterns(name, text):
    ours, all_of_them = CONVERTERS[name]
    assert isinstance(ours.treeprocessors["inline"], ReadInline)
    for source in (text, text + DEFINED):
        assert ours.reset().convert(source) == all_of_them.reset().convert(source)


def test_patterns_of_which_nothing_is_there_are_not_tried():
    md = standard_markdown(Page())
    md.convert("*a*")
    tried = [type(one).__name__ for one in md.treeprocessors["inline"].inlinePatterns]
    assert tried == ["MagiclinkPattern", "DelimiterProcessor"]
    md.reset().convert("a [b](c)")
    tried = [type(one).__name__ for one in md.treeprocessors["inline"].inlinePatterns]
    assert tried == [
        "ReferenceInlineProcessor",
        "LinkInlineProcessor",
        "ShortReferenceInlineProcessor",
        "MagiclinkPattern",
        "DelimiterProcessor",
    ]


class Says(InlineProcessor):
    """Brings text that others are to read."""

    def handleMatch(self, m, data):  # noqa: ARG002, N802
        element = Element("span")
        element.text = "[b](c) `d`"
        return element, m.start(0), m.end(0)


class Saying(Extension):
    def extendMarkdown(self, md):  # noqa: N802
        md.inlinePatterns.register(Says("say", md), "says", 195)


def test_what_an_owners_pattern_brings_is_read():
    html = Markdown(extensions=["estiba", Saying()]).convert("say")
    assert html == '<p><span><a href="c">b</a> <code>d</code></span></p>'


def said(source, language, css_class, md):
    element = Element("span")
    element.text = "[b](c)"
    return element


def test_what_an_owners_code_brings_is_read():
    configs = {"pymdownx.inlinehilite": {"custom_inline": [{"name": "say", "class": "k", "format": said}]}}
    md = Markdown(extensions=["pymdownx.inlinehilite", "estiba"], extension_configs=configs)
    assert md.convert("`#!say x`") == '<p><span><a href="c">b</a></span></p>'


class Own(Treeprocessor):
    pass


class Owning(Extension):
    def extendMarkdown(self, md):  # noqa: N802
        md.treeprocessors.register(Own(md), "inline", 20)


def test_an_owner_who_reads_texts_otherwise_goes_on_to():
    md = Markdown(extensions=[Owning(), "estiba"])
    assert md.convert("*a*") == "<p>*a*</p>"
