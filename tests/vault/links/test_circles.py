from __future__ import annotations

import pytest

from estiba.config import Config
from estiba.vault.links.circles import circles_of
from estiba.vault.vault import read_vault


@pytest.mark.parametrize(
    ("leads_to", "expected"),
    [
        ({}, []),
        ({"a": ""}, ["a"]),
        ({"a": "a"}, ["a"]),
        ({"a": "b", "b": "a"}, ["ab"]),
        ({"a": "b", "b": "c", "c": ""}, ["a", "b", "c"]),
        ({"a": "b", "b": "ca", "c": "d", "d": "c"}, ["ab", "cd"]),
        ({"d": "c", "c": "db", "b": "a", "a": "b"}, ["ab", "cd"]),
        ({"a": "bc", "b": "d", "c": "d", "d": "a", "e": "a"}, ["abcd", "e"]),
    ],
)
def test_things_that_lead_to_each_other_share_a_number(leads_to, expected):
    groups = {}
    for thing, number in circles_of(leads_to).items():
        groups.setdefault(number, []).append(thing)
    assert sorted("".join(sorted(group)) for group in groups.values()) == expected


def test_a_long_way_is_no_burden():
    count = 20_000
    circle = circles_of({number: [(number + 1) % count] for number in range(count)})
    assert len(set(circle.values())) == 1


def test_parts_of_a_note_go_in_circles_by_way_of_one_another():
    sections = "".join(f"## S{number}\n\n![[A#S{number + 1}]] ![[B]]\n\n" for number in range(300))
    notes = {"A.md": sections, "B.md": "![[A#S0]]\n"}
    vault = read_vault(((path, text.encode()) for path, text in notes.items()), Config())
    found = vault.embeds_in_circles
    assert [link.to.written for link in found["B.md"]] == ["A#S0"]
    assert len(found["A.md"]) == 600  # the last one names a part that is not there, and so all of it
