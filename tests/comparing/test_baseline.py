"""The file of known debt: what is in it, and what it leaves out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.comparing.baseline import BaselineError, Debt, read_baseline, split, write_baseline
from estiba.position import Position
from estiba.problem import Problem, Severity

MARK = "0123456789abcdef" * 2
DEBTS = st.frozensets(
    st.builds(Debt, st.text(), st.text(), st.from_regex(r"[0-9a-f]{32}", fullmatch=True)), max_size=5
)


def problem(check="odd-tag", line=1, path="a.md", severity=Severity.WARNING):
    return Problem(check, severity, path, Position(line, 1))


def test_an_entry_is_a_line_and_holds_nothing_of_a_note():
    debts = [
        Debt("b.md", "odd-tag", MARK),
        Debt("a/ñ.md", "odd-tag", MARK),
        Debt("a/ñ.md", "broken-link", MARK),
    ]
    assert write_baseline(debts) == (
        "{\n"
        '  "version": 1,\n'
        '  "problems": [\n'
        f'    {{"path": "a/ñ.md", "check": "broken-link", "fingerprint": "{MARK}"}},\n'
        f'    {{"path": "a/ñ.md", "check": "odd-tag", "fingerprint": "{MARK}"}},\n'
        f'    {{"path": "b.md", "check": "odd-tag", "fingerprint": "{MARK}"}}\n'
        "  ]\n"
        "}\n"
    )


@given(DEBTS)
@settings(derandomize=True, deadline=None)
def test_what_is_written_is_read(debts):
    text = write_baseline(debts)
    assert json.loads(text)["version"] == 1
    assert read_baseline(text, "b.json") == frozenset(one for one in debts if one.check != "live-secret")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "b.json:1:1: is no JSON"),
        ('{\n<<<<<<< HEAD\n  "version": 1', "b.json:2:1: is no JSON"),
        ("[" * 100_000, "b.json: is no JSON that anybody wrote"),
        ("[]", "b.json: is no baseline of version 1, as 'estiba check' writes it"),
        (
            '{"version": 2, "problems": []}',
            "b.json: is no baseline of version 1, as 'estiba check' writes it",
        ),
        ('{"version": 1}', "b.json: problems: must be a list"),
        ('{"version": 1, "problems": ["a"]}', "b.json: problem 1: has not the keys path, check, fingerprint"),
        (
            '{"version": 1, "problems": [{"path": 1, "check": "a", "fingerprint": "b"}]}',
            "b.json: problem 1: has a value that is no text",
        ),
        (
            '{"version": 1, "problems": [{"path": "a", "check": "a", "fingerprint": "0\\n::error::x"}]}',
            "b.json: problem 1: '0\\n::error::x' is no fingerprint",
        ),
        (
            write_baseline([Debt("a", "live-secret", MARK)]),
            "b.json: problem 1: 'live-secret' is never left out; mend it",
        ),
    ],
)
def test_a_file_of_another_form_is_refused_in_one_line(text, message):
    with pytest.raises(BaselineError) as error:
        read_baseline(text, "b.json")
    assert str(error.value) == message


def test_what_is_known_is_left_out_however_its_line_moves():
    lines = {"a.md": ["x", "y", "x"]}
    begun = split([problem(line=1), problem(line=2)], lines, frozenset())
    assert (len(begun.new), len(begun.unknown), begun.known) == (2, 2, frozenset())
    moved = {"a.md": ["", "y", "x", "z"]}
    found = split([problem(line=2), problem(line=3), problem(line=4)], moved, begun.unknown)
    assert found.new == (problem(line=4),)
    assert found.known == begun.unknown


def test_the_same_twice_is_two_debts():
    lines = {"a.md": ["x", "x", "x"]}
    known = split([problem(line=1), problem(line=2)], lines, frozenset()).unknown
    assert len(known) == 2
    again = split([problem(line=line) for line in (1, 2, 3)], lines, known)
    assert again.new == (problem(line=3),)
    assert len(split([problem(line=1)], lines, known).known) == 1


@pytest.mark.parametrize(
    "other",
    [
        problem(severity=Severity.ADVICE),
        problem(severity=Severity.INFO),
        problem("live-secret", severity=Severity.ERROR),
    ],
)
def test_what_fails_nothing_and_real_credentials_are_no_debt(other):
    found = split([other], {"a.md": ["x"]}, frozenset())
    assert (found.new, found.unknown) == ((other,), frozenset())


def test_a_path_begins_at_the_folder_of_the_file():
    known = split([problem()], {"a.md": ["x"]}, frozenset(), "docs").unknown
    assert [one.path for one in known] == ["docs/a.md"]
    assert split([problem()], {"a.md": ["x"]}, known, "docs").new == ()
    assert split([problem()], {"a.md": ["x"]}, known).new == (problem(),)
    assert split([problem(path="docs/a.md")], {"docs/a.md": ["x"]}, known).new == ()
