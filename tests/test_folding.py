from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from estiba.folding import fold, slug, unique

properties = settings(max_examples=300, deadline=None, derandomize=True, database=None)
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Configuración", "configuracion"),
        ("CONFIGURACIO\u0301N", "configuracion"),
        ("mañana", "manana"),
        ("Straße", "strasse"),
        ("ﬁchero", "fichero"),
        ("Docker™", "dockertm"),
        ("℡", "tel"),
        ("½", "1\u20442"),
        ("Ελλάδα", "ελλαδα"),
        ("한국어", "한국어"),
        ("C++ / C#", "c++ / c#"),
    ],
)
def test_what_is_one_word_folds_to_one_text(text, expected):
    assert fold(text) == expected


@properties
@example("™")
@example("ϓ")
@example("İ")
@example("\u0345")
@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@properties
@given(st.text())
def test_case_does_not_matter(text):
    assert fold(text) == fold(text.casefold())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Contraseñas y más", "contrasenas-y-mas"),
        ("  --- a --- b ---  ", "a-b"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con"),
        ("Ελλάδα", "x"),
        ("😀", "x"),
        ("", "x"),
        ("a" * 300, "a" * 64),
        ("a" * 63 + " b", "a" * 63),
    ],
)
def test_a_slug_is_a_plain_part_of_an_address(text, expected):
    assert slug(text) == expected


def test_a_text_without_letters_has_the_slug_that_the_caller_gives():
    assert slug("Ελλάδα", fallback="tag") == "tag"


@properties
@given(st.text(max_size=200))
def test_a_slug_has_its_alphabet_its_length_and_is_its_own_slug(text):
    made = slug(text)
    assert SLUG.fullmatch(made)
    assert len(made) <= 64
    assert slug(made) == made


def test_names_that_are_taken_are_numbered():
    taken: set[str] = {"a-2"}
    assert [unique("a", taken) for _ in range(3)] == ["a", "a-3", "a-4"]


def test_a_number_stands_before_the_suffix():
    taken: set[str] = set()
    assert [unique("a", taken, suffix=".md") for _ in range(2)] == ["a.md", "a-2.md"]


@properties
@given(st.lists(st.sampled_from(["a", "a-2", "a-3", "b", "a-2-2"])))
def test_names_never_clash(names):
    taken: set[str] = set()
    given_out = [unique(name, taken) for name in names]
    assert len(set(given_out)) == len(names)
    assert taken == set(given_out)
