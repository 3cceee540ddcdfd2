from hypothesis import given
from hypothesis import strategies as st

from estiba.review.differences import Sign, changed_spans, differences

LINES = st.lists(st.sampled_from(["a", "b", "c", "d d", "e e"]), max_size=40)
SIGNS = {Sign.KEPT: " ", Sign.ADDED: "+", Sign.REMOVED: "-"}


def written(before, after):
    """Write a difference as text: old number, new number, sign, line; a rule between hunks."""
    hunks = differences(before, after)
    return [
        line
        for number, hunk in enumerate(hunks)
        for line in (["---"] if number else [])
        + [f"{line.old or '.'} {line.new or '.'} {SIGNS[line.sign]}{line.text}" for line in hunk.lines]
    ]


def applied(before, hunks):
    """Do to `before` what the hunks say."""
    after, at = [], 0
    for hunk in hunks:
        first = next((line.old for line in hunk.lines if line.old), None)
        start = first - 1 if first else at
        after += before[at:start]
        at = start
        for line in hunk.lines:
            if line.new is not None:
                assert len(after) == line.new - 1
                after.append(line.text)
            if line.old is not None:
                assert before[line.old - 1] == line.text
                at += 1
    return after + before[at:]


@given(LINES, LINES)
def test_a_difference_makes_the_one_text_of_the_other(before, after):
    hunks = differences(before, after)
    assert applied(before, hunks) == after
    assert bool(hunks) == (before != after)


def test_lines_around_a_change_are_shown():
    before = [str(at) for at in range(1, 21)]
    after = [*before[:9], "ten", *before[10:]]
    assert written(before, after) == [
        "7 7  7",
        "8 8  8",
        "9 9  9",
        "10 . -10",
        ". 10 +ten",
        "11 11  11",
        "12 12  12",
        "13 13  13",
    ]


def test_changes_far_apart_are_two_hunks():
    before = [str(at) for at in range(1, 21)]
    after = ["one", *before[1:19], "twenty"]
    assert written(before, after) == [
        "1 . -1",
        ". 1 +one",
        "2 2  2",
        "3 3  3",
        "4 4  4",
        "---",
        "17 17  17",
        "18 18  18",
        "19 19  19",
        "20 . -20",
        ". 20 +twenty",
    ]


def test_words_that_differ_are_marked():
    (hunk,) = differences(["image: nginx:1.28 # web"], ["image: nginx:1.29 # web"])
    assert [[line.text[start:end] for start, end in line.spans] for line in hunk.lines] == [["28"], ["29"]]


def test_lines_with_little_in_common_are_not_compared():
    assert changed_spans("one two three", "four five six") == ((), ())


def test_long_lines_are_not_compared():
    assert changed_spans("a " * 1000, "a " * 999 + "b ") == ((), ())
