"""Whole pages: Markdown beside the HTML that it becomes, in tests/cases/pages/<extensions>/.

`ESTIBA_WRITE_CASES=1 pytest tests/markdown/test_pages.py` writes the HTML anew, to be
read in the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CASES = Path(__file__).parent.parent / "cases" / "pages"
NOTES = sorted(CASES.glob("*/*.md"))


def test_there_are_cases():
    assert NOTES


@pytest.mark.parametrize("note", NOTES, ids=lambda note: f"{note.parent.name}/{note.stem}")
def test_page(note, convert, sets):
    made = convert(note.read_text("utf-8"), sets[note.parent.name]).html + "\n"
    expected = note.with_suffix(".html")
    if os.environ.get("ESTIBA_WRITE_CASES"):
        expected.write_text(made, "utf-8")
    assert made == expected.read_text("utf-8")
