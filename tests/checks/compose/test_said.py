"""What authors are told about the examples of tests/cases/examples, a file a check.

Each fence there is a Compose file, or an example of a note (`in a note`), and the list below
it says all that the check has to say: line, column, message and hint.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from said import said

FOLDER = Path(__file__).parents[2] / "cases" / "examples"
CASE = re.compile(
    r"^```yaml(?P<in_note> in a note)?\n(?P<text>.*?)^```\n\n(?P<found>(?:- [^\n]*\n)+)",
    re.MULTILINE | re.DOTALL,
)
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}-{number}")
    for path in sorted(FOLDER.glob("*.md"))
    for number, case in enumerate(CASE.finditer(path.read_text("utf-8")), 1)
]


@pytest.mark.parametrize(("check", "case"), CASES)
def test_said(check, case):
    found = said(case["text"], check, in_note=bool(case["in_note"]))
    wanted = [line.removeprefix("- ") for line in case["found"].splitlines()]
    assert (found or ["nothing"]) == wanted


def test_every_fence_is_a_case():
    fences = sum(path.read_text("utf-8").count("\n```yaml") for path in FOLDER.glob("*.md"))
    assert len(CASES) == fences > 100
