from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.config import Config
from estiba.vault.note import Note, read_note
from estiba.vault.tags import index_tags, title_order
from estiba.vocabulary import Vocabulary, tag_key

PLAIN = Vocabulary()


def note(path: str, tags: Iterable[str], title: str = "") -> Note:
    block = "\n".join(f"- {tag!r}" for tag in tags)
    return read_note(f"---\ntitle: {title or path}\ntags:\n{block}\n---\n".encode(), path, Config())


def index(*lists: Iterable[str]) -> dict[str, tuple[str, str, list[str]]]:
    notes = [note(f"{number}.md", tags) for number, tags in enumerate(lists)]
    found = index_tags(notes, PLAIN)
    return {key: (tag.name, tag.slug, [one.path for one in tag.notes]) for key, tag in found.items()}


@pytest.mark.parametrize(
    "name", ["#Configuración", "configuracion", "CONFIGURACIÓN", " configuracio\u0301n "]
)
def test_bad_input_6_spellings_of_one_word_are_one_tag(name):
    assert tag_key(name) == "configuracion"


def test_bad_input_6_a_mark_makes_no_other_tag():
    assert index(["#a", "a"]) == {"a": ("a", "a", ["0.md"])}


def test_bad_input_6_a_tag_is_called_as_most_notes_call_it():
    assert index(["Docker"], ["docker"], ["docker", "DOCKER"]) == {
        "docker": ("docker", "docker", ["0.md", "1.md", "2.md"])
    }


def test_bad_input_6_of_spellings_as_common_the_first_in_order_is_shown():
    assert index(["docker", "Docker", "DOCKER"])["docker"][0] == "DOCKER"


def test_bad_input_6_accents_and_ene_make_no_other_tag():
    assert index(["Configuración", "configuracion"], ["mañana"], ["manana", "man\u0303ana"]) == {
        "configuracion": ("Configuración", "configuracion", ["0.md"]),
        "manana": ("mañana", "manana", ["1.md", "2.md"]),
    }


def test_bad_input_6_different_tags_never_share_an_address():
    found = index(["C", "C++", "C#", "c-2"], ["Ελλάδα", "日本"])
    assert {name: address for name, address, _ in found.values()} == {
        "C": "c",
        "C#": "c-2",
        "C++": "c-3",
        "c-2": "c-2-2",
        "Ελλάδα": "tag",
        "日本": "tag-2",
    }


def test_bad_input_7_a_tag_keeps_its_text_and_its_address_is_plain():
    tag = "<img src=x onerror=alert(1)>"
    assert index([tag]) == {tag: (tag, "img-src-x-onerror-alert-1", ["0.md"])}


def test_tags_come_in_the_order_of_their_keys_and_notes_in_that_of_their_titles():
    notes = [note("c.md", ["b"], "Árbol"), note("b.md", ["b", "A"], "zeta"), note("a.md", ["b"], "arbol")]
    found = index_tags(notes, PLAIN)
    assert list(found) == ["a", "b"]
    assert [one.path for one in found["b"].notes] == ["a.md", "c.md", "b.md"]
    assert [one.path for one in sorted(notes, key=title_order)] == ["a.md", "c.md", "b.md"]


def test_a_note_that_spells_a_tag_twice_has_it_once():
    assert index(["vpn", "VPN"])["vpn"][2] == ["0.md"]


TAGS = st.lists(
    st.lists(st.text(st.sampled_from("aAáÁ#+-日"), min_size=1, max_size=3), max_size=4), max_size=4
)


@given(TAGS)
def test_every_tag_of_every_note_is_found_under_its_key_and_no_address_twice(lists):
    notes = [note(f"{number}.md", tags) for number, tags in enumerate(lists)]
    found = index_tags(notes, PLAIN)
    assert {tag_key(name) for one in notes for name in one.tags} == set(found)
    assert len({tag.slug for tag in found.values()}) == len(found)
    for one in notes:
        assert all(one in found[tag_key(name)].notes for name in one.tags)


@given(TAGS)
def test_the_order_in_which_notes_are_read_does_not_matter(lists):
    notes = [note(f"{number}.md", tags) for number, tags in enumerate(lists)]
    assert list(index_tags(notes, PLAIN).items()) == list(index_tags(reversed(notes), PLAIN).items())
