from __future__ import annotations

import pytest

from estiba.checks.hiding import publishable
from estiba.checks.silence_comments import counter_example
from estiba.checks.subjects import PlacedExample
from estiba.compose.example import read_example
from fake_secrets import RANDOM

SECRET = RANDOM["hexadecimal"]
TEXT = f"""services:
  a:
    image: a:1
    environment:
      API_TOKEN: {SECRET}  # one
      B_TOKEN: {SECRET}
"""
DOTS = "•" * len(SECRET)


def published(text, info="yaml", silences=()):
    example = read_example(text, info=info)
    assert example is not None
    return publishable(PlacedExample(example, "Nota.md", 11), silences)


def test_secret_is_covered():
    assert published(TEXT).text == TEXT.replace(SECRET, DOTS)


def test_example_without_a_secret_is_itself():
    example = read_example(TEXT.replace(SECRET, "x"), info="yaml")
    assert example is not None
    assert publishable(PlacedExample(example, "Nota.md", 11)) is example


@pytest.mark.parametrize(
    "comment",
    ["# estiba: allow live-secret -- of a test", "# estiba: allow live-secret -- old, until 2020-01"],
)
def test_silence_beside_it_lets_it_be_shown(comment):
    text = TEXT.replace("# one", comment)
    assert published(text).text == text[::-1].replace(SECRET[::-1], DOTS, 1)[::-1]


def test_silence_of_something_else_does_not():
    text = TEXT.replace("# one", "# estiba: allow literal-secret -- of a test")
    assert SECRET not in published(text).text


def test_fence_that_is_there_to_show_one_shows_it():
    assert published(TEXT, 'yaml bad="live-secret"').text == TEXT
    assert SECRET not in published(TEXT, 'yaml bad="unknown-key"').text


def test_silence_in_the_text_around_counts():
    around = counter_example(("live-secret",), "Nota.md", 16, 1)
    assert published(TEXT, silences=[around]).text == TEXT.replace(
        f"API_TOKEN: {SECRET}", f"API_TOKEN: {DOTS}"
    )
