"""The sentence around some words, and around the links of a note."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.config import Config
from estiba.vault.links.surroundings import Surroundings
from estiba.vault.note import read_note
from estiba.vault.text.sentences import LONGEST, Sentence, sentence_around


def shown(text: str) -> list[str | None]:
    """Give the sentence around each link of a note, with the link in brackets; None where there is none."""
    note = read_note(text.encode(), "nota.md", Config())
    surroundings = Surroundings(note)
    found = [surroundings.sentence(link) for link in note.marks.links]
    return [f"{one.before}[{one.words}]{one.after}" if one else None for one in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Una frase. ", " sigue aquí. Otra.", ("", " sigue aquí.")),
        ("¿Qué es? Un ", ", y nada más", ("Un ", ", y nada más")),
        ("Uno! «Dos.» Tres: ", "", ("Tres: ", "")),
        ("Véase p. ej. ", " v. 2.0 y luego", ("Véase p. ej. ", " v. 2.0 y luego")),
        ("Lo dice el Dr. House en ", ".", ("Lo dice el Dr. House en ", ".")),
        (
            "Acaba en minúscula. así que sigue ",
            "… y más. Fin",
            ("Acaba en minúscula. así que sigue ", "… y más."),
        ),
        ("(Con paréntesis.) ", " (y otro.) ¿Fin?", ("", " (y otro.)")),
    ],
)
def test_sentence_ends_where_one_ends(before, after, expected):
    found = sentence_around(before, "DNS", after)
    assert (found.before, found.words, found.after) == (expected[0], "DNS", expected[1])


def test_long_sentence_is_cut_between_words_on_both_sides():
    found = sentence_around("uno dos " * 40, "DNS", " tres cuatro" * 40).shortened()
    assert found == Sentence("…" + "uno dos " * 12, "DNS", " tres cuatro" * 8 + "…"), found


def test_short_side_leaves_its_room_to_the_other():
    found = sentence_around("El ", "DNS", " palabra" * 40).shortened()
    assert found == Sentence("El ", "DNS", " palabra" * 24 + "…")


@given(*[st.text(st.sampled_from("ab .…!?é\n"), max_size=500)] * 3)
def test_what_is_shown_is_short_and_the_authors(before, words, after):
    found = sentence_around(before, words, after)
    assert found.text in before + words + after
    short = found.shortened()
    assert len(short.text.replace("…", "")) <= LONGEST
    assert short.before.lstrip("…") in before
    assert short.after.rstrip("…") in after


def test_sentence_is_in_plain_words():
    text = "Antes. Mira la **[Red](red.md)**, que usa `nginx:1.30` y [[dns|los nombres]] #redes. Después.\n"
    assert shown(text) == [
        "Mira la [Red], que usa nginx:1.30 y los nombres #redes.",
        "Mira la Red, que usa nginx:1.30 y [los nombres] #redes.",
    ]


def test_words_of_a_link_that_has_none_are_those_of_the_page():
    assert shown("Mira [[red#Puertos]] y ![[redes/dns]].\n") == [
        "Mira [red > Puertos] y .",
        "Mira red#Puertos y [redes/dns].",
    ]


def test_sentence_runs_over_lines_and_stays_in_its_block():
    text = "Una frase\nque sigue con [[red]]\nen tres líneas.\n\nOtro párrafo.\n"
    assert shown(text) == ["Una frase que sigue con [red] en tres líneas."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Uno\n- Dos con [[red]] y más\n- Tres\n", "Dos con [red] y más"),
        ("- [ ] Probar [[red]]\n", "Probar [red]"),
        ("> [!note]- Sobre [[red]] aquí\n> Texto.\n", "Sobre [red] aquí Texto."),
        ("> Una cita de [[red]].\n", "Una cita de [red]."),
        ("## La parte de [[red]] ##\n\nTexto.\n", "La parte de [red]"),
        ("Una nota[^1].\n\n[^1]: Al pie, [[red]].\n", "Al pie, [red]."),
        ("| a | b |\n|---|---|\n| uno | Ver [[red\\|la red]] ya | tres |\n", "Ver [la red] ya"),
        ("a | b\n--|--\nuno | Ver [red](red.md) ya\nx | y\n", "Ver [red] ya"),
        ("Un bloque con [[red]] dentro ^mi-bloque\n", "Un bloque con [red] dentro"),
        ("---\ntitle: Una\n---\n\nTras [[red]] viene.\n", "Tras [red] viene."),
    ],
)
def test_sentence_of_each_kind_of_block(text, expected):
    assert shown(text) == [expected]


@pytest.mark.parametrize(
    "text", ["[[red]]\n", "- [[red]]\n", "| a |\n|---|\n| [[red]] |\n", "![[red]]\n", "[red]: red.md\n"]
)
def test_link_alone_has_no_sentence(text):
    assert shown(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Mira %%un secreto%% [[red]] %%otro secreto%% ya.\n",
        "Mira <!-- un secreto --> [[red]] <!-- otro\nsecreto --> ya.\n",
        "%%un secreto\nde dos líneas%%\nMira [[red]] ya.\n",
        "Mira [[red]] ya. <!-- un secreto sin fin\n",
        "%%\nun secreto\n%% Mira [[red]] ya.\n",
        "Mira [la %%secreto%% red](red.md) ya.\n",
        "Mira %%secreto [[plan]]%% [[red]] ya.\n",
    ],
)
def test_what_comments_hold_is_not_shown(text):
    (found,) = shown(text)
    assert found in ("Mira [red] ya.", "Mira [la red] ya.")


def test_text_far_away_is_not_looked_at():
    (found,) = shown("palabra " * 5_000 + "[[red]]" + " palabra" * 5_000 + "\n")
    assert found is not None
    assert found.count("palabra") < 300
