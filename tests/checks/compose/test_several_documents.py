"""What an author is told about several documents in one file."""

from __future__ import annotations

import pytest

from said import said

ABOVE = "services:\n  web:\n    image: nginx:1.29\n"
TOLD = "YAML documents, which Compose lays over each other; write one, without '---' in between"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (ABOVE + "---\nvolumes: {a: }\n", [f"5:1 2 {TOLD}"]),
        (ABOVE + "---\n# a\n" + ABOVE + "---\n" + ABOVE, [f"6:1 3 {TOLD}"]),
        ("---\n" + ABOVE, []),
        (ABOVE + "...\n", []),
        (ABOVE + "    command: |\n      ---\n", []),
    ],
)
def test_told(text, told):
    assert said(text, "several-documents") == told


def test_told_in_a_note():
    assert said(ABOVE + "---\nvolumes: {a: }\n", "several-documents", in_note=True) == [f"8:1 2 {TOLD}"]
