"""Silences: what they cover, and what is said of them."""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.catalogue import catalogue_for
from estiba.checks.judge import judge_note
from estiba.checks.rules import Rules
from estiba.checks.silence_comments import silences_in_text, silences_in_yaml
from estiba.config import Config
from estiba.vault.note import read_note

ENGLISH = catalogue_for("en")


def lines_of(text, *, today=dt.date(2026, 11, 22), **options):
    rules = Rules(Config(), today, **options)
    problems = judge_note(read_note(text.encode(), "Nota.md", rules.config), rules)
    return [f"{one.place}: {one.severity}: {ENGLISH.problem(one)} [{one.check}]" for one in problems]


TODO = "---\ndescription: TODO{}\n---\n"
FENCE = "```yaml\nservices:\n  a:\n    image: b:1{}\n    imagen: c{}\n```\n"
UNKNOWN_KEY = "Nota.md:5:5: error: 'imagen' is no key that is known here; did you mean 'image'? [unknown-key]"


def test_silence_beside_a_line_of_front_matter():
    assert lines_of(TODO.format("  # estiba: allow placeholder-text -- the name of a list")) == []


def test_silence_alone_above_a_line_of_yaml():
    text = "---\n# estiba: allow placeholder-text -- the name of a list\ndescription: TODO\n---\n"
    assert lines_of(text) == []


def test_silence_beside_a_line_of_an_example():
    assert lines_of(FENCE.format("", "  # estiba: allow unknown-key -- shown on purpose")) == []


def test_silence_covers_its_own_line_only():
    silence = "  # estiba: allow unknown-key -- on the wrong line"
    assert lines_of(FENCE.format(silence, "")) == [
        "Nota.md:4:17: warning: the silence of 'unknown-key' silences nothing; remove it [unused-silence]",
        UNKNOWN_KEY,
    ]


def test_silence_above_a_fence_covers_the_fence():
    text = "<!-- estiba: allow unknown-key -- a slip that the text explains -->\n\n"
    assert lines_of(text + FENCE.format("", "")) == []


def test_silences_above_one_another_add_up():
    text = (
        "```yaml\nservices:\n  a:\n    image: b:1\n"
        "    # estiba: allow unknown-key -- shown on purpose\n"
        "    # estiba: allow duplicate-key -- likewise\n"
        "    # a word to the reader\n"
        "    imagen: c\n    imagen: d  # estiba: allow duplicate-key, unknown-key -- likewise\n```\n"
    )
    assert [line.rpartition("[")[2] for line in lines_of(text)] == ["unused-silence]", "unused-silence]"]


def test_silences_above_a_fence_add_up():
    text = (
        "<!-- estiba: allow unknown-key -- a slip that the text explains -->\n"
        "<!-- estiba: allow floating-tag -- likewise -->\n"
    )
    assert lines_of(text + FENCE.format("", ""), select=frozenset({"unknown-key", "floating-tag"})) == []


def test_silence_above_a_paragraph_ends_with_it():
    text = "<!-- estiba: allow unknown-key -- for the text -->\nText.\n\n" + FENCE.format("", "")
    assert [line.rpartition("[")[2] for line in lines_of(text)] == ["unused-silence]", "unknown-key]"]


EXPLAINED = (
    "```yaml\nservices: {a: {image: b:1}}\n```\n\n- **image:** x\n- **ports:** y%s\n- **volumes:** z\n"
)
STALE = "Nota.md:7:3: warning: the example has nothing called 'volumes'; mend the explanation, or take it out"


def test_silence_behind_a_line_of_text_covers_that_line():
    silence = " <!-- estiba: allow stale-explanation -- the reader adds them -->"
    assert lines_of(EXPLAINED % silence) == [STALE + " [stale-explanation]"]


def test_silence_behind_the_wrong_line():
    text = "Text. <!-- estiba: allow stale-explanation -- x -->\n" + EXPLAINED % ""
    assert [line.rpartition("[")[2] for line in lines_of(text)] == [
        "unused-silence]",
        "stale-explanation]",
        "stale-explanation]",
    ]
    assert lines_of(text)[0].startswith("Nota.md:1:7: ")


def test_silence_in_a_quote():
    silence = "<!-- estiba: allow stale-explanation -- the reader adds them -->\n- **image"
    text = (EXPLAINED % "").replace("- **image", silence)
    assert lines_of("".join(f"> {line}\n" for line in text.splitlines())) == []


@pytest.mark.parametrize(
    "text",
    [
        "`<!-- estiba: allow odd-tag -- x -->`\n",
        "| <!-- estiba: allow odd-tag -- x --> |\n",
        "<!-- estiba: allow odd-tag -- x\n-->\n",
        "<!-- estiba: allows odd-tag -- x -->\n",
        "<!-- estiba: allow odd-tag why -->\n",
        "<!-- estiba: allow Odd-tag -- x -->\n",
    ],
)
def test_what_is_no_silence(text):
    assert lines_of(text) == []


@pytest.mark.parametrize("filler", [" ", "until ", "<!-- estiba: allow a -- ", ", a", "# estiba: "])
def test_very_long_silence(filler):
    text = f"<!-- estiba: allow odd-tag{filler * 50_000}x -->"
    assert len(list(silences_in_text([text], "Nota.md", [], first_line=1))) <= 1
    assert len(list(silences_in_yaml([f"a: b  # estiba: allow odd-tag{filler * 50_000}x"], "Nota.md"))) <= 1


def test_silence_shown_in_a_fence_is_text():
    assert lines_of("````markdown\n<!-- estiba: allow odd-tag -- x -->\n````\n") == []


def test_several_checks_in_one_silence():
    text = TODO.format("  # estiba: allow placeholder-text, odd-tag -- both")
    assert lines_of(text) == [
        "Nota.md:2:20: warning: the silence of 'odd-tag' silences nothing; remove it [unused-silence]"
    ]


def test_silence_of_a_check_that_does_not_run_is_not_unused():
    text = TODO.format("  # estiba: allow placeholder-text -- later")
    assert lines_of(text, ignore=frozenset({"placeholder-text"})) == []


def test_silence_of_no_check():
    assert lines_of("---\na: b  # estiba: allow odd-tagg -- x\n---\n")[-1] == (
        "Nota.md:2:7: warning: no check is called 'odd-tagg'; 'estiba checks' lists them [unused-silence]"
    )


@pytest.mark.parametrize(
    ("until", "today", "fails"),
    [
        ("2026-06", dt.date(2026, 6, 30), False),
        ("2026-06", dt.date(2026, 7, 1), True),
        ("2026-06-15", dt.date(2026, 6, 15), False),
        ("2026-06-15", dt.date(2026, 6, 16), True),
        ("2026-02-30", dt.date(2026, 2, 28), False),
        ("2026-13", dt.date(2027, 1, 1), True),
    ],
)
def test_end_of_a_silence(until, today, fails):
    text = TODO.format(f"  # estiba: allow placeholder-text -- later, until {until}")
    assert bool(lines_of(text, today=today)) == fails


def test_expired_silence_says_its_last_day():
    text = TODO.format("  # estiba: allow placeholder-text -- later, until 2026-06")
    expected = (
        "Nota.md:2:20: error: the silence of 'placeholder-text' ended on 2026-06-30;"
        " mend what it hid, or set a new date [expired-silence]"
    )
    assert lines_of(text) == [expected]


def test_silence_of_the_note_as_a_whole():
    text = "---\ntags: [a]\n# estiba: allow missing-field -- a list without a name\n---\n\nText.\n"
    rules = Rules(Config(), dt.date(2026, 11, 22))
    for note in (text, "<!-- estiba: allow missing-field -- a list -->\n\nText.\n"):
        assert judge_note(read_note(note.encode(), "a-note.md", rules.config), rules) == []


def test_silence_in_a_quoted_example():
    lines = FENCE.format("", "").splitlines()
    lines.insert(4, "    # estiba: allow unknown-key -- shown on purpose")
    assert lines_of("".join(f"> {line}\n" for line in lines)) == []


def test_silence_in_a_fence_that_is_no_example_is_text():
    assert lines_of("```bash\n# estiba: allow odd-tag -- x\n```\n") == []


def test_silence_in_yaml_that_cannot_be_read_is_not_judged():
    text = "```yaml\nservices:\n  a:\n    image: [b  # estiba: allow unknown-key -- x\n    ports: c\n```\n"
    assert [line.rpartition("[")[2] for line in lines_of(text)] == ["invalid-yaml]"]
