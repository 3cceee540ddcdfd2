"""Where files of a vault stand in a site."""

from __future__ import annotations

import unicodedata

import pytest

from estiba.vault.files.addresses import TakenPlaces, address_of, is_index, natural_place, one_on_disk


@pytest.mark.parametrize(
    ("path", "place", "flat"),
    [
        ("a.md", "a/index.html", "a.html"),
        ("redes/dns.markdown", "redes/dns/index.html", "redes/dns.html"),
        ("index.md", "index.html", "index.html"),
        ("redes/README.md", "redes/index.html", "redes/index.html"),
        ("redes/Index.md", "redes/Index/index.html", "redes/Index.html"),
        ("readme.md", "readme/index.html", "readme.html"),
        ("v1.2.md", "v1.2/index.html", "v1.2.html"),
        ("a#b?c%41.md", "a#b?c%41/index.html", "a#b?c%41.html"),
        (unicodedata.normalize("NFD", "mañana.md"), "ma\xf1ana/index.html", "ma\xf1ana.html"),
    ],
)
def test_the_file_that_a_note_becomes(path, place, flat):
    assert natural_place(path) == place
    assert natural_place(path, flat=True) == flat


@pytest.mark.parametrize(
    ("place", "address", "flat"),
    [
        ("index.html", "./", "index.html"),
        ("a/index.html", "a/", "a/index.html"),
        ("a.html", "a.html", "a.html"),
        (
            "a#b?c%41 & ñ/index.html",
            "a%23b%3Fc%2541%20%26%20%C3%B1/",
            "a%23b%3Fc%2541%20%26%20%C3%B1/index.html",
        ),
        ("javascript:x/index.html", "javascript%3Ax/", "javascript%3Ax/index.html"),
    ],
)
def test_an_address_is_encoded(place, address, flat):
    assert address_of(place) == address
    assert address_of(place, flat=True) == flat


def test_indexes_are_those_of_mkdocs():
    names = ("index.md", "a/README.md", "Index.md", "readme.md", "README.markdown", "index.es.md")
    assert [name for name in names if is_index(name)] == ["index.md", "a/README.md", "README.markdown"]


def test_what_is_one_on_some_disks():
    assert one_on_disk("Fo\xd1O") == one_on_disk("fon\u0303o")
    assert one_on_disk("straße") != one_on_disk("strasse")


@pytest.mark.parametrize(
    ("place", "owner"),
    [
        ("a/index.html", "one"),
        ("A/Index.html", "one"),
        ("a", "one"),
        ("a/index.html/x", "one"),
        ("a/b", None),
        ("b", None),
        ("LICENSE/index.html", "two"),
        ("license", "two"),
    ],
)
def test_a_place_is_taken_by_what_cannot_stand_beside_it(place, owner):
    taken = TakenPlaces()
    taken.add("a/index.html", "one")
    taken.add("LICENSE", "two")
    assert taken.owner(place) == owner
    assert (place in taken) == (owner is not None)
    assert list(taken) == ["a/index.html", "LICENSE"]
    assert len(taken) == 2
