from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown


def convert(text: str) -> str:
    return Markdown(extensions=["footnotes", "estiba"]).convert(text)


def notes(text: str) -> list[str]:
    return re.findall(r'<li id="[^"]*">\s*<p>(.*?)&#160;', convert(text), re.DOTALL)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a^[b]", ["b"]),
        ("a^[b *c*] d^[e]", ["b <em>c</em>", "e"]),
        ("a^[over\nlines]", ["over lines"]),
        ("- a^[b]\n- c", ["b"]),
        ("[^inline-1] a^[b]", ["b"]),
        ("a^[`]`]", ["<code>]</code>"]),
    ],
)
def test_footnotes(text: str, found: list[str]) -> None:
    assert notes(text) == found


def test_footnote_in_a_footnote() -> None:
    assert len(notes("a^[b^[c] d]")) == 2


@pytest.mark.parametrize("text", ["a^[b", "`a^[b]`", "a^ [b]", "x^2"])
def test_no_footnotes(text: str) -> None:
    assert notes(text) == []


def test_without_footnotes_nothing_changes() -> None:
    assert Markdown(extensions=["estiba"]).convert("a^[b]") == "<p>a^[b]</p>"


@given(st.lists(st.sampled_from(["^[", "]", "a", " ", "\n", "[", "`", "[^1]"]), max_size=30).map("".join))
def test_text_is_never_lost(text: str) -> None:
    assert convert(text).count("a") >= 0
    letters = re.sub(r"<[^>]*>", "", convert(text))
    assert letters.count("a") >= text.count("a")
