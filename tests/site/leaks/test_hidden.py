from __future__ import annotations

import pytest

from estiba.site.leaks.hidden import Hidden, Secret
from estiba.site.leaks.words import Words

TITLE = Secret("its title", "a.md", 2)
TEXT = "Nada.\n\nEsta frase [tiene](x.md) más de ocho\npalabras y nadie la publica.\n"


@pytest.fixture
def hidden():
    made = Hidden(Words(lambda _: False), ["enero"])
    made.add_text(TEXT, "a.md")
    made.add_name("Servidor secreto", TITLE)
    return made


def words(text):
    return Words(lambda _: False).of(text.split())


def test_a_sentence_is_found_with_its_line(hidden):
    runs = hidden.runs_in(words("x palabras y nadie la publica esta frase tiene más de ocho palabras y"))
    assert runs == [tuple("esta frase tiene mas de ocho palabras y".split())]
    assert hidden.places_of(runs) == {runs[0]: Secret("a sentence of it", "a.md", 3)}


def test_what_is_published_may_show(hidden):
    hidden.forget("**Esta** frase tiene más de ocho palabras y nadie")
    found = hidden.runs_in(words("Esta frase tiene más de ocho palabras y nadie la publica"))
    assert [run[-2:] for run in found] == [("nadie", "la"), ("la", "publica")]


@pytest.mark.parametrize("text", ["un SERVIDOR secreto.", "servidor-secreto"])
def test_a_name_is_found_and_forgotten(hidden, text):
    assert list(hidden.names_in_text(text)) == [("servidor", "secreto")]
    hidden.forget_names(["Otro servidor", f"Un {text}"])
    assert list(hidden.names_in_text(text)) == []


@pytest.mark.parametrize("text", ["servidores secretos", "servidor otro secreto", "servidorsecreto"])
def test_other_words_are_no_name(hidden, text):
    assert list(hidden.names_in_text(text)) == []


@pytest.mark.parametrize("name", ["25 enero 2025", "2025-10-25", "ab", "¿?"])
def test_names_that_cannot_be_told(name):
    hidden = Hidden(Words(lambda _: False), ["enero"])
    hidden.add_name(name, TITLE)
    assert list(hidden.names_in_text(f"x {name} y")) == []
