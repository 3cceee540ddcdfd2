"""Lines of an example with ids, marks and links."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from estiba.markdown.fence_info import FenceInfo
from estiba.markdown.highlighting import code_text, highlight_yaml
from estiba.markdown.lines import LineLink, LineMark, number_lines

MADE = '<code><span id="estiba-line-3-7">a\n</span><span id="estiba-line-3-8">b\n</span></code>'


def test_lines_get_ids_from_one_whatever_number_is_shown():
    assert number_lines(MADE, "block", {}) == (
        '<code><span id="block-1">a\n</span><span id="block-2">b\n</span></code>'
    )


def test_marks_and_links_say_nothing_in_the_text():
    mark = LineMark(("one", "two"), (LineLink("#why", 'Why "this" <b>'),))
    made = number_lines(MADE, "block", {2: mark, 9: mark})
    assert made == (
        '<code><span id="block-1">a\n</span><span id="block-2" class="one two">'
        '<a class="estiba-line__why" href="#why" aria-label="Why &#34;this&#34; &lt;b&gt;"></a>'
        "b\n</span></code>"
    )
    assert code_text(made) == "a\nb\n"


@pytest.mark.parametrize("info", [FenceInfo(), FenceInfo(linenums=5), FenceInfo(hl_lines=(1, 3))])
@settings(max_examples=50)
@given(st.text(st.characters(exclude_characters="\r\x00\x02\x03", codec="utf-8"), max_size=80))
def test_every_line_has_its_id_and_the_text_stays(info, text):
    md = Markdown(extensions=["pymdownx.highlight"])
    text = text.rstrip("\n") + "\n"
    marks = {1: LineMark(("x",), (LineLink("#a", "b"),))}
    made = highlight_yaml(md, text, info, "block", marks)
    assert code_text(made) == text
    assert [made.count(f'id="block-{line}"') for line in range(1, text.count("\n") + 1)] == [1] * text.count(
        "\n"
    )
