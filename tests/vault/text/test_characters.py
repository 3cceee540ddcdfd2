from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.vault.text.characters import hidden_characters, without_controls


def places(text: str, path: str = "nota.md") -> list[str]:
    return [f"{one.place} {one.check} {one.values['char']}" for one in hidden_characters(text, path)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Texto\tcon ñ, 😀 y\u200bmás.\n", []),
        (
            "a\x00\nb\x1b[31m",
            ["nota.md:1:2 control-character U+0000", "nota.md:2:2 control-character U+001B"],
        ),
        ("😀\x7f\x0b", ["nota.md:1:2 control-character U+007F", "nota.md:1:3 control-character U+000B"]),
        ("a \u202eb\u2069", ["nota.md:1:3 hidden-direction U+202E"]),
    ],
)
def test_bad_inputs_50_and_51_what_no_editor_shows_is_told_with_its_place(text, expected):
    assert places(text) == expected


def test_bad_input_51_a_files_name_may_turn_the_direction_too():
    (problem,) = hidden_characters("", "no\u202eta.md")
    assert (problem.check, problem.variant, problem.values["char"]) == ("hidden-direction", "name", "U+202E")


def test_of_very_many_the_first_twenty_are_told():
    assert places("\x00" * 50)[-1] == "nota.md:1:20 control-character U+0000"
    assert len(places("\x00" * 50)) == 20


@given(st.text())
def test_nothing_but_control_characters_is_taken_away(text):
    kept = without_controls(text)
    assert kept == "".join(
        char for char in text if char in "\t\n" or not ("\0" <= char < " " or char == "\x7f")
    )
    assert not [one for one in places(kept) if "control-character" in one]
