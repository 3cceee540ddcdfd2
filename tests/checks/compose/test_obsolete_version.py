"""What an author is told about `version:`."""

from __future__ import annotations

import pytest

from said import said

ABOVE = "services:\n  web:\n    image: nginx:1.29\n"
TOLD = "'version' is obsolete and passed over; remove the line"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('version: "3.8"\n' + ABOVE, [f"1:1 {TOLD}"]),
        ("version: 3\n" + ABOVE, [f"1:1 {TOLD}"]),
        ("# a\n\nversion:\n" + ABOVE, [f"3:1 {TOLD}"]),
        (ABOVE + "'version': '3'\n", [f"4:1 {TOLD}"]),
        (ABOVE + "    labels: {version: '3'}\n", []),
        (ABOVE + "# version: 3\n", []),
    ],
)
def test_told(text, told):
    assert said(text, "obsolete-version") == told


def test_told_in_a_note():
    assert said("version: '3'\n" + ABOVE, "obsolete-version", in_note=True) == [f"4:1 {TOLD}"]
