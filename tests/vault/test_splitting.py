from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from estiba.vault.splitting import split


@pytest.mark.parametrize(
    ("text", "block", "body"),
    [
        ("", None, ""),
        ("texto\n", None, "texto\n"),
        ("---\na: b\n---\nc\n", "a: b\n", "c\n"),
        ("---\na: b\n---", "a: b\n", ""),
        ("---\n---\nc", "", "c"),
        ("---\n\n---\n\nc", "\n", "\nc"),
        ("---  \na: b\n--- \t\nc", "a: b\n", "c"),
        ("---\na: b\n...\nc", "a: b\n", "c"),
        ("---\na: b\n... \nc\n---\nd", "a: b\n", "c\n---\nd"),
        ("---\na: b\n----\nc\n---\nd", "a: b\n----\nc\n", "d"),
        ("---\na: |\n  ---\n---\nc", "a: |\n  ---\n", "c"),
        ("---", None, "---"),
        ("---\n", None, "---\n"),
        ("--- \ntexto", None, "--- \ntexto"),
        ("----\na: b\n----\nc", None, "----\na: b\n----\nc"),
        ("--\na: b\n--\nc", None, "--\na: b\n--\nc"),
        (" ---\na: b\n---\nc", None, " ---\na: b\n---\nc"),
        ("--- a\n---\nc", None, "--- a\n---\nc"),
        ("Title: x\n\nc", None, "Title: x\n\nc"),
        ("\n---\na: b\n---\nc", "a: b\n", "c"),
        (" \n\t\n---\n# x\n\na: b\n---\nc", "# x\n\na: b\n", "c"),
        ("\n---\ntexto\n---\nc", None, "\n---\ntexto\n---\nc"),
        ("\n---\n---\nc", None, "\n---\n---\nc"),
        ("texto\n---\na: b\n---\nc", None, "texto\n---\na: b\n---\nc"),
    ],
)
def test_a_note_is_cut_in_two(text, block, body):
    cut = split(text)
    assert (cut.block, text[cut.body_start :]) == (block, body)
    assert cut.closed


@pytest.mark.parametrize("text", ["---\na: b\n\nc", "---\n# x\n\n  a: b", "\n\n---\na: b\n", "---\n'a b': c"])
def test_a_block_that_never_closes_is_text_and_a_hint(text):
    cut = split(text)
    assert not cut.closed
    assert cut.block == text[cut.block_start :]
    assert cut.body_start == 0


LINES = st.lists(
    st.sampled_from(
        ["---", "----", "...", "", " ", "a: b", "a: b: c", "- x", "\ta", "# h", "```", "d: |", "'"]
    )
    | st.text(max_size=6)
).map("\n".join)


@example("---\na: b\n---")
@given(LINES)
def test_cutting_loses_no_text(text):
    cut = split(text)
    above, body = text[: cut.body_start], text[cut.body_start :]
    assert above + body == text
    if cut.block is None:
        assert not above
    elif cut.closed:
        opening, closing = above[: cut.block_start], above[cut.block_start + len(cut.block) :]
        assert above == opening + cut.block + closing
        assert opening.strip() == "---"
        assert closing.strip() in ("---", "...")
