from contextlib import contextmanager

import pytest

from estiba.markdown.time_limit import TooLong
from estiba.review import rendering, reviewing, text_differences

NOTES = {f"docs/n{at}.md": f"# N{at}\n" for at in range(5)}


def reasons(read, after=NOTES):
    notes = read({}, after).review.notes
    return [note.after.reason for note in notes], [note.difference.reason for note in notes]


def test_articles_stop_where_notes_take_too_long(read, monkeypatch):
    @contextmanager
    def no_time(seconds):
        raise TooLong
        yield

    monkeypatch.setattr(rendering, "time_limit", no_time)
    assert reasons(read) == (["too-slow"] * 3 + ["too-many"] * 2, [""] * 5)


def test_a_note_behind_one_that_took_too_long_is_shown(read, monkeypatch):
    begun = []

    @contextmanager
    def little_time(seconds):
        begun.append(seconds)
        yield
        if len(begun) == 2:
            raise TooLong

    monkeypatch.setattr(rendering, "time_limit", little_time)
    assert reasons(read)[0] == ["", "too-slow", "", "", ""]


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        ((rendering, "LARGEST", 3), (["too-large"] * 5, [""] * 5)),
        ((reviewing, "_MOST_ARTICLES", 2), (["", "", *["too-many"] * 3], [""] * 5)),
        ((reviewing, "_MOST_CHARACTERS", 0), (["", *["too-many"] * 4], [""] * 5)),
        ((reviewing, "_MOST_DIFFERENCES", 2), ([""] * 5, ["", "", *["too-many"] * 3])),
        ((text_differences, "LARGEST", 3), ([""] * 5, ["too-large"] * 5)),
    ],
)
def test_what_is_too_much_is_said(read, monkeypatch, limit, expected):
    monkeypatch.setattr(*limit)
    notes = {path: f"{text}\n\ntexto\n" for path, text in NOTES.items()}
    assert reasons(read, notes) == expected


def test_a_long_difference_is_cut(note_of, monkeypatch):
    monkeypatch.setattr(text_differences, "_MOST_LINES", 4)
    difference = note_of("# A\n", "# A\n" + "x\n" * 9).difference
    assert sum(len(hunk.lines) for hunk in difference.hunks) == 4
    assert (difference.added, difference.left_out) == (9, 6)
