from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.checks.silence_comments import silences_in_text, silences_in_yaml
from estiba.vault.text.fences import scan_fences

PIECES = (
    "<!-- estiba: allow x -->|a <!-- estiba: allow x -->|> <!-- estiba: allow y, x -- r, until 2024-01 -->|"
    "|||a|```|- b|# estiba: allow x|a: b # estiba: allow y -- z|#|  # estiba: allow x until 9999-99"
).split("|")
ODD = st.text(max_size=5).map(lambda text: f"<!-- estiba: allow x {text.replace(chr(10), '')}-->")
LINES = st.lists(st.sampled_from(PIECES) | ODD, max_size=12)
FIRST = 4


@given(LINES)
def test_a_silence_stands_on_its_line_and_covers_lines_from_there_on(lines):
    in_text = silences_in_text(lines, "nota.md", scan_fences(lines, first_line=FIRST), first_line=FIRST)
    in_yaml = silences_in_yaml(lines, "nota.md", first_line=FIRST)
    for mark, found in (("<!--", list(in_text)), ("#", list(in_yaml))):
        places = [one.position for one in found]
        assert places == sorted(set(places))
        for one in found:
            row, column = one.position
            assert lines[row - FIRST].startswith(mark, column - 1)
            assert row <= one.first_line <= one.last_line <= FIRST + len(lines)
            assert one.covers("x", one.first_line) == ("x" in one.checks)
            assert not one.covers("x", row - 1)


@pytest.mark.parametrize("read", ["text", "yaml"])
def test_each_of_many_silences_above_one_line_covers_it(read):
    lines = ["<!-- estiba: allow x -->" if read == "text" else "# estiba: allow x"] * 20_000 + ["a: b"]
    found = silences_in_text(lines, "", (), first_line=1) if read == "text" else silences_in_yaml(lines, "")
    assert {(one.first_line, one.last_line) for one in found} == {(20_001, 20_001)}
