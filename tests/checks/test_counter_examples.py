"""Examples that are there to show a problem: `bad="bad-port"`."""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.catalogue import catalogue_for
from estiba.checks.judge import judge_note
from estiba.checks.rules import Rules
from estiba.checks.silence_comments import counter_example
from estiba.config import Config
from estiba.position import Position
from estiba.vault.note import read_note

ENGLISH = catalogue_for("en")
BAD = "services:\n  web:\n    image: a:1.0\n    imagen: b\n"


def told(bad, text=BAD, **options):
    note = read_note(f"Text.\n\n```yaml bad={bad}\n{text}```\n".encode(), "Nota.md", Config())
    rules = Rules(Config(), dt.date(2026, 1, 1), **options)
    return [
        f"{one.place} {one.severity} {ENGLISH.problem(one)} [{one.check}]" for one in judge_note(note, rules)
    ]


def test_what_it_shows_is_allowed():
    assert told('"unknown-key"') == []
    assert told("'unknown-key'") == []


def test_every_line_of_it_is_covered():
    assert told('"unknown-key"', "imagen: b\n" + BAD + "volume: {}\n") == []


def test_what_else_is_wrong_is_told():
    assert told('"unknown-key"', BAD + "    ports: 80\n") == [
        (
            "Nota.md:8:12 error 'services.web.ports' is '80', and must be a list;"
            " write '- 80' on a line of its own [wrong-type]"
        )
    ]
    assert told('"unknown-key, wrong-type"', BAD + "    ports: 80\n") == []


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (
            '"unknown-key wrong-type"',
            (
                'the example says bad="wrong-type" and shows no such problem;'
                " remove the word, or break the example"
            ),
        ),
        ('"unknown-key, no-such-check"', "no check is called 'no-such-check'; 'estiba checks' lists them"),
    ],
)
def test_what_it_does_not_show_is_told_at_the_fence(bad, message):
    assert told(bad) == [f"Nota.md:3:1 warning {message} [unused-silence]"]


def test_a_check_that_does_not_run_is_not_missed():
    assert told('"unknown-key"', ignore=frozenset({"unknown-key"})) == []


def test_unreadable():
    assert told('"invalid-yaml"', "services:\n  web:\n    image: [a\n") == []


def test_silence_of_a_counter_example():
    silence = counter_example(("unknown-key",), "Nota.md", 4, 3)
    assert silence.position == Position(3, 1)
    assert silence.is_counter_example
    assert [silence.covers("unknown-key", line) for line in (3, 4, 6, 7)] == [False, True, True, False]
    assert not silence.covers("wrong-type", 4)
