"""Whole pages: Markdown beside the HTML that it becomes, in tests/cases/pages/<extensions>/.

`ESTIBA_WRITE_CASES=1 pytest tests/markdown/test_pages.py` writes the HTML anew, to be
read in the diff.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

CASES = Path(__file__).parent.parent / "cases" / "pages"
NOTES = sorted(CASES.glob("*/*.md"))
_BELOW = re.compile(
    r'<section class="estiba-example__parts".*?</section>|<script [^>]*>.*?</script>', re.DOTALL
)
"""What is said below an example, which has tests of its own."""


def test_there_are_cases():
    assert NOTES


@pytest.mark.parametrize("note", NOTES, ids=lambda note: f"{note.parent.name}/{note.stem}")
def test_page(note, convert, sets):
    made = _BELOW.sub("", convert(note.read_text("utf-8"), sets[note.parent.name]).html) + "\n"
    expected = note.with_suffix(".html")
    if os.environ.get("ESTIBA_WRITE_CASES"):
        expected.write_text(made, "utf-8")
    assert made == expected.read_text("utf-8")
