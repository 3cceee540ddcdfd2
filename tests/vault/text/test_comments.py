from __future__ import annotations

import pytest

from estiba.config import Config
from estiba.vault.note import read_note
from estiba.vault.text.comments import without_comments
from estiba.vault.text.reading_marks import read_marks


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a %%b%% c", "a  c"),
        ("a %%b\nc\nd%% e %%f%%", "a \n\n e "),
        ("%%\na\n%%\nb", "\n\n\nb"),
        ("nothing", "nothing"),
    ],
)
def test_text_without_comments(text: str, left: str) -> None:
    lines = text.split("\n")
    marks = read_marks(lines, first_line=4)[1]
    assert "\n".join(without_comments(lines, marks.comments, first_line=4)) == left


def test_comments_are_in_no_title_and_no_description() -> None:
    note = read_note(b"%%\n# Hidden\n%%\n\n# Shown %%not%%\n\nWords %%secret%% here.\n", "a.md", Config())
    assert note.title == "Shown"
    assert note.description == "Words here."
