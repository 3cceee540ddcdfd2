"""What a page depends on besides its own text: whenever that changes, so does the page."""

from __future__ import annotations

import pytest

from dependency_cases import CASES
from rebuilding import build, differing, edit, rebuild, tree


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_dependency(vault, caplog, case):
    if case.first:
        edit(vault, case.first)
        build(vault, caplog)
    before = tree(vault / "site")
    edit(vault, case.edit)
    after, last = rebuild(vault, caplog)
    assert set(case.changes.split()) <= set(differing(before, after))
    assert not case.keeps or case.keeps in last.kept
