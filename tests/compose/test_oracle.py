"""Our verdicts are Docker Compose's: over the table of cases, and over every example in docs/."""

from __future__ import annotations

import hashlib
import os

import pytest

import oracle
from compose_cases import errors_of, examples_in_docs, read_cases

CASES = read_cases()
ROWS = [
    pytest.param(case, id=case.name, marks=pytest.mark.xfail(reason=case.open) if case.open else ())
    for case in CASES
]
EXAMPLES = examples_in_docs()
EVERY_CASE = "ESTIBA_EVERY_CASE" in os.environ
SHARE = 5
"""Docker Compose is asked about one case in so many: it takes its time over each."""
with_oracle = pytest.mark.skipif(oracle.program() is None, reason="no Docker Compose for this machine")


def is_asked(case):
    digest = hashlib.sha256(case.text.encode()).digest()
    return not oracle.reaches_out(case.text) and (EVERY_CASE or digest[0] % SHARE == 0)


@with_oracle
def test_recorded_verdicts_are_those_of_docker_compose():
    asked = [case for case in CASES if is_asked(case)]
    said = oracle.verdicts(case.text for case in asked)
    assert {case.name: one.word for case, one in zip(asked, said, strict=True)} == {
        case.name: case.verdict for case in asked
    }


@with_oracle
def test_docker_compose_takes_every_example_in_the_documents():
    said = oracle.verdicts(text for _, text in EXAMPLES)
    assert {place: one for (place, _), one in zip(EXAMPLES, said, strict=True) if one.word == "refused"} == {}


def test_we_take_every_example_in_the_documents():
    assert EXAMPLES
    assert {place: errors_of(text, in_note=True) for place, text in EXAMPLES} == {
        place: [] for place, _ in EXAMPLES
    }


@pytest.mark.parametrize("case", ROWS)
def test_errors_of_a_file_are_those_of_the_table(case):
    found = tuple(f"{one.position.line} {one.check}" for one in errors_of(case.text))
    assert found == case.errors


@pytest.mark.parametrize("case", [case for case in CASES if not case.open], ids=lambda case: case.name)
def test_a_note_has_no_error_that_the_file_has_not(case):
    in_note = {f"{one.position.line} {one.check}" for one in errors_of(case.text, in_note=True)}
    assert in_note <= set(case.errors)


def test_the_table_says_why_each_refused_file_is_refused():
    assert [case.name for case in CASES if (case.verdict == "refused") != bool(case.errors)] == []


def test_no_name_and_no_file_stands_twice_in_the_table():
    assert len({case.name for case in CASES}) == len(CASES)
    assert len({case.text for case in CASES}) == len(CASES)


@with_oracle
def test_a_file_of_five_hundred_services_is_accepted():
    services = "".join(
        f"  s{number}:\n    image: x\n    ports: ['{10000 + number}:80']\n    environment: [A{number}=b]\n"
        for number in range(500)
    )
    text = f"services:\n{services}"
    assert errors_of(text) == []
    assert oracle.verdict(text).word == "accepted"


def test_nothing_that_reaches_for_the_network_is_run():
    text = "include:\n  - https://example.invalid/x.git\nservices:\n  a:\n    image: x\n"
    assert oracle.reaches_out(text)
    with pytest.raises(ValueError, match="network"):
        oracle.verdict(text)
