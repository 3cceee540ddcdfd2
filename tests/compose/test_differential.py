"""Docker Compose and we say the same of files that nobody has written; longer: `make fuzz`.

What is found here is a real difference: it becomes a case in tests/cases/compose/.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings

import oracle
from by_schema import files_by_schema
from compose_cases import difference, errors_of, good_files
from slips import with_slips

GOOD = good_files()
SLOW = (HealthCheck.too_slow, HealthCheck.large_base_example, HealthCheck.data_too_large)
with_oracle = pytest.mark.skipif(oracle.program() is None, reason="no Docker Compose for this machine")
compared = settings(
    max_examples=50, derandomize=True, deadline=None, database=None, suppress_health_check=SLOW
)
ours_alone = settings(compared, max_examples=200)


@with_oracle
@compared
@given(with_slips(GOOD))
def test_slips_in_good_files(text):
    assume(not oracle.reaches_out(text))
    assert difference(text) is None, text


@with_oracle
@compared
@given(files_by_schema())
def test_what_the_schema_allows(text):
    assume(not oracle.reaches_out(text))
    assert difference(text) is None, text


@ours_alone
@given(with_slips(GOOD) | files_by_schema())
def test_a_note_is_never_judged_more_harshly_than_a_file(text):
    as_file = {(one.check, one.position) for one in errors_of(text)}
    assert {(one.check, one.position) for one in errors_of(text, in_note=True)} <= as_file
    lines = text.split("\n")
    assert all(position.line <= len(lines) for _, position in as_file)
