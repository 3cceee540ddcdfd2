"""Each of the 64 bad inputs has a test, and the table names none that is not there."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from bad_input_rows import ROWS, rows_of

TESTS = Path(__file__).parents[1]


def test_every_row_is_there():
    assert list(ROWS) == list(range(1, 65))
    assert all(ROWS.values())


@pytest.mark.parametrize("row", ROWS)
def test_the_tests_of_a_row_are_there(row):
    for node in ROWS[row]:
        path, _, rest = node.partition("::")
        name, _, case = rest.rstrip("]").partition("[")
        source = (TESTS / path).read_text("utf-8")
        names = {one.name for one in ast.parse(source).body if isinstance(one, ast.FunctionDef)}
        assert any(one.startswith("test_") for one in names)
        assert not name or name in names
        assert f'"{case}"' in source or not case


def test_a_test_is_found_by_its_row(request):
    nodes = [item.nodeid for item in request.session.items if rows_of(item.nodeid)]
    assert [one.nodeid for one in request.session.items if "row_55" in one.extra_keyword_matches] == [
        node for node in nodes if 55 in rows_of(node)
    ]
    assert rows_of("tests/checks/test_bad_inputs.py::test_author_is_told[22]") == [22]
    assert rows_of("tests/vault/files/test_file_kinds.py::test_any[x]") == [56]
    assert rows_of("tests/site/test_notes.py::test_no_text_is_lost_at_all") == []
