"""The `.env` beside an example: which one is it."""

from __future__ import annotations

import pytest

from estiba.checks.companions import Companions
from estiba.checks.judge import examples_of
from estiba.config import Config
from estiba.vault.note import read_note

EXAMPLE = "```yaml\nservices:\n  web:\n    image: a:${A}\n```\n"


def environments(text):
    """Give the variables of each example of a note."""
    note = read_note(text.encode(), "Nota.md", Config())
    return [dict(example.variables) for example in examples_of(note)]


def env(value, info="env"):
    return f"```{info}\nA={value}\n```\n"


@pytest.mark.parametrize(
    "info",
    [
        "env",
        "ENV",
        "dotenv",
        ".env",
        "{.env}",
        '{ .env title="x" }',
        "env:.env",
        "ini:stack.env",
        'ini title=".env"',
        "properties title='/srv/web/web.env'",
    ],
)
def test_fence_that_says_what_it_is(info):
    assert environments(EXAMPLE + env(1, info)) == [{"A": "1"}]


@pytest.mark.parametrize(
    "info", ["", "bash", "ini", "yaml", "environment", 'ini title="env"', "ini title='.envrc'"]
)
def test_fence_that_does_not(info):
    assert environments(EXAMPLE + env(1, info)) == [{}]


@pytest.mark.parametrize(
    "above",
    [
        "## The `.env`\n\n",
        "And the `.env` file:\n\n",
        "**.env**\n",
        "The .env\n\n\n",
        "> the .env:\n\n",
        ".env\n",
    ],
)
def test_line_above_that_says_so(above):
    assert environments(EXAMPLE + "\n" + above + env(1, "")) == [{"A": "1"}]


@pytest.mark.parametrize(
    "above",
    ["The .env\n\nText.\n\n", "the .env.example:\n\n", "my.env\n\n", "web/.env\n\n", ".envrc\n\n", "env\n\n"],
)
def test_line_above_that_does_not(above):
    assert environments(EXAMPLE + "\n" + above + env(1, "")) == [{}]


def test_the_next_one_counts_and_else_the_last_before():
    text = env(1) + EXAMPLE + env(2) + env(3) + EXAMPLE + env(4) + EXAMPLE + EXAMPLE
    assert environments(text) == [{"A": "2"}, {"A": "4"}, {"A": "4"}, {"A": "4"}]


def test_one_without_variables_is_passed_over():
    assert environments(EXAMPLE + "```env\n# nothing\n```\n" + env(2)) == [{"A": "2"}]
    assert environments(env(1) + EXAMPLE + "```env\n$ docker ps\n```\n") == [{"A": "1"}]


def test_without_one():
    assert environments("Text on the .env\n\n" + EXAMPLE) == [{}]
    assert environments(EXAMPLE) == [{}]


def test_an_example_under_a_heading_that_says_env_is_none():
    assert environments("Write the .env and this:\n\n" + EXAMPLE + EXAMPLE) == [{}, {}]


@pytest.mark.parametrize("prefix", ["> ", "    "])
def test_in_a_quote_or_a_list(prefix):
    inner = "".join(f"{prefix}{line}\n" for line in (EXAMPLE + env("x y")).splitlines())
    above = "" if prefix == "> " else "- a\n\n"
    assert environments(above + inner) == [{"A": "x y"}]


def test_line_ends_of_windows():
    text = EXAMPLE + "\nThe `.env`:\n\n" + "```\nA=1 # one\nB='2'\n```\n"
    assert environments(text.replace("\n", "\r\n")) == [{"A": "1", "B": "2"}]


def test_values_may_use_those_above_them():
    assert environments(EXAMPLE + "```env\nB=2\nA=${B}.0\n```\n") == [{"B": "2", "A": "2.0"}]


def test_variables_are_put_into_the_example():
    note = read_note((EXAMPLE + env("1.0")).encode(), "Nota.md", Config())
    (example,) = examples_of(note)
    assert example.services["web"].text("image") == "a:1.0"
    assert Companions(note.text, note.fences).environment_of(note.fences[0]) == {"A": "1.0"}


def test_values_that_would_make_a_large_file_of_an_example_count_for_nothing():
    value = "x" * 1_000
    few, many = (EXAMPLE.replace("a:", f"a:{'$A' * count}") for count in (999, 1_001))
    assert environments(few + env(value)) == [{"A": value}]
    assert environments(many + env(value)) == [{}]
