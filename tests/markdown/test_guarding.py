"""Texts of which no page can be made, in plain Python-Markdown: left out, and the next one converted."""

from __future__ import annotations

from contextlib import contextmanager

import markdown
import pytest
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from estiba.markdown import guarding
from estiba.markdown.embedding import standard_markdown
from estiba.markdown.page import JudgedText, Page
from estiba.markdown.stop import Stop
from estiba.markdown.time_limit import TooLong
from estiba.vault.text.reading_marks import read_marks

LEFT_OUT = (
    '<div class="admonition failure" data-search-exclude>'
    '<p class="admonition-title">No page can be made of the text of this note; its author is told why.</p>'
    "</div>"
)
NEXT = "- **a**\n\n> [!tip] b\n> c"


class Fails(Preprocessor):
    """Does to a text what its first word says."""

    def run(self, lines):
        if lines[0] == "fail":
            self.md.parser.state.set("list")
            raise ValueError("no <good>")
        if lines[0] == "deep":
            raise RecursionError
        if lines[0] == "slow":
            raise TooLong
        return lines


class Failing(Extension):
    def extendMarkdown(self, md):  # noqa: N802
        md.preprocessors.register(Fails(md), "fails", 28)


@pytest.fixture
def failing():
    page = Page()
    md = standard_markdown(page)
    md.registerExtensions([Failing()], {})
    return md, page


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "\n".join("  " * level + "- a" for level in range(500)),
        "> " * 2_000,
        "> [!" * 20_000,
        "<a " * 20_000,
        "[^1] " * 20_000,
        "# A\n\n%%hidden%%\n\n```yaml\nservices: {a: {image: b}}\n```\n\n" + "![" * 100,
    ],
    ids=["brackets", "lists", "quotes", "callouts", "tags", "footnotes", "all"],
)
def test_a_text_past_a_limit_is_left_out(text):
    page = Page()
    md = standard_markdown(page)
    assert md.convert(text) == LEFT_OUT
    assert page.stopped is None
    assert md.reset().convert(NEXT) == standard_markdown(Page()).convert(NEXT)


def test_its_host_need_not_have_read_it():
    text = "[" * 100
    fences, marks = read_marks([text])
    page = Page(judged=JudgedText(text, {}, 1, fences, marks))
    assert standard_markdown(page).convert(text) == LEFT_OUT


def test_plain_python_markdown_is_guarded_too():
    assert markdown.markdown("[" * 20_000, extensions=["estiba"]) == LEFT_OUT


@pytest.mark.parametrize(
    ("word", "stopped", "fault"),
    [
        ("fail", Stop.FAILED, "ValueError: no <good>"),
        ("deep", Stop.TOO_DEEP, ""),
        ("slow", Stop.TOO_SLOW, ""),
    ],
)
def test_what_fails_is_left_out(failing, word, stopped, fault):
    md, page = failing
    assert md.convert(f"{word}\n\n*a* & b") == LEFT_OUT
    assert (page.stopped, page.fault) == (stopped, fault)
    assert md.reset().convert(NEXT) == standard_markdown(Page()).convert(NEXT)
    assert (page.stopped, page.fault) == (None, "")


def test_emphasis_within_emphasis_without_end():
    page = Page()
    md = standard_markdown(page)
    text = "*a _b " * 2_000 + "_ *" * 2_000
    assert md.convert(text) == LEFT_OUT
    assert page.stopped is Stop.TOO_DEEP
    assert md.reset().convert("*a*") == "<p><em>a</em></p>"


def test_a_note_has_its_time(failing, monkeypatch):
    given = []

    @contextmanager
    def limit(seconds):
        given.append(seconds)
        yield

    monkeypatch.setattr(guarding, "time_limit", limit)
    md, page = failing
    md.convert("a")
    page.is_embedded = True
    md.reset().convert("a")
    assert given == [guarding.SECONDS]


def test_where_there_is_a_limit_that_one_counts(failing, monkeypatch):
    monkeypatch.setattr(guarding, "is_limited", lambda: True)
    with pytest.raises(TooLong):
        failing[0].convert("slow")
