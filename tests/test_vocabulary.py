from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.config import read_config
from estiba.policy_table import ConfigError
from estiba.vocabulary import LEVELS, Term, Vocabulary, tag_key

WHOLE = """
[tags]
closed = true

[tags.vocabulary.infrastructure]

[tags.vocabulary.network]
labels = { es = "Red", en = "Network" }
description = { es = " Lo que une  tus máquinas. " }
synonyms = ["redes", "#LAN"]
parent = "Infrastructure"

[tags.vocabulary."network/vpn"]
labels = { es = "Red privada" }
synonyms = ["vpn", "redes/tunel"]
"""


def read(content: str) -> Vocabulary:
    return read_config(content, Path("estiba.toml")).vocabulary


def complaint(content: str) -> str:
    with pytest.raises(ConfigError) as error:
        read(content)
    return str(error.value).removeprefix("estiba.toml: ")


def tags(**terms: str) -> str:
    """Write a vocabulary: tag -> the lines of its table."""
    return "\n".join(f'[tags.vocabulary."{name}"]\n{lines}' for name, lines in terms.items())


def test_a_whole_vocabulary():
    assert read(WHOLE) == Vocabulary(
        terms={
            "infrastructure": Term("infrastructure"),
            "network": Term(
                "network",
                {"es": "Red", "en": "Network"},
                "infrastructure",
                descriptions={"es": "Lo que une tus máquinas."},
            ),
            "network/vpn": Term("network/vpn", {"es": "Red privada"}),
        },
        names={
            "infrastructure": "infrastructure",
            "network": "network",
            "red": "network",
            "redes": "network",
            "lan": "network",
            "network/vpn": "network/vpn",
            "red privada": "network/vpn",
            "vpn": "network/vpn",
            "network/tunel": "network/vpn",
        },
        closed=True,
    )


def test_without_a_vocabulary_nothing_is_closed():
    assert read("[tags]\nclosed = false\n") == Vocabulary()


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("RED", "network"),
        ("#réd", "network"),
        (" redes ", "network"),
        ("Redes/VPN", "network/vpn"),
        ("redes / Túnel", "network/vpn"),
        ("lan/tunel/Casa", "network/vpn/casa"),
        ("vpn/casa", "network/vpn/casa"),
        ("casa/red", "casa/red"),
        ("redes2", "redes2"),
        ("//red//dns/", "network/dns"),
    ],
)
def test_names_of_the_owner_meet_in_one_tag(written, key):
    assert read(WHOLE).resolve(written) == key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Configuración", "configuracion"),
        ("man\u0303ana", "manana"),
        ("MAÑANA", "manana"),
        ("\uff03\uff36\uff30\uff2e", "vpn"),
        ("##red / vpn/", "red/vpn"),
        ("C#", "c#"),
        ("#", "#"),
        ("\uff0f", "#"),
        ("\u0301", "#"),
    ],
)
def test_spellings_of_one_tag_have_one_key(written, key):
    assert tag_key(written) == key


@pytest.mark.parametrize(
    ("key", "above"),
    [
        ("network/vpn/casa", ["network/vpn", "network", "infrastructure"]),
        ("network/dns", ["network", "infrastructure"]),
        ("infrastructure", []),
        ("a/b/c", ["a/b", "a"]),
        ("#", []),
    ],
)
def test_tags_stand_above_one_another(key, above):
    assert list(read(WHOLE).ancestors(key)) == above


def test_a_tag_nested_without_end_has_few_above_it():
    key = "/".join("a" * 5000)
    assert list(Vocabulary().ancestors(key)) == ["/".join("a" * depth) for depth in range(LEVELS, 0, -1)]
    assert read(WHOLE).resolve(key) == key


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("netwrok", ("network",)),
        ("rede", ("redes", "red")),
        ("network/vpm", ("network/vpn", "network")),
        ("infraestructura", ("infrastructure",)),
        ("docker", ()),
        ("network" * 20, ()),
    ],
)
def test_a_slip_is_near_to_the_names_that_were_meant(key, near):
    vocabulary = read(WHOLE)
    assert [vocabulary.near(key), vocabulary.near(key)] == [near, near]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("tags = 1", "tags: must be a table"),
        ("[tags]\nopen = true", "tags.open: unknown; known here: closed, vocabulary"),
        ("[tags]\nclosed = true", "tags.closed: there is no vocabulary that could be closed"),
        ("[tags]\nclosed = 'yes'", "tags.closed: must be true or false, not 'yes'"),
        ("[tags]\nvocabulary = ['a']", "tags.vocabulary: must be a table"),
        ("[tags.vocabulary]\na = 'b'", "tags.vocabulary.a: must be a table"),
        (
            tags(a="label = 'A'"),
            "tags.vocabulary.a.label: unknown; known here: labels, description, synonyms, parent",
        ),
        (tags(a="labels = 'A'"), "tags.vocabulary.a.labels: must be a table"),
        (tags(a="labels = {fr = 'A'}"), "tags.vocabulary.a.labels.fr: unknown; known here: en, es"),
        (tags(a="labels = {es = ''}"), "tags.vocabulary.a.labels.es: must be a text, not ''"),
        (tags(a="description = 'A'"), "tags.vocabulary.a.description: must be a table"),
        (tags(a="description = {fr = 'A'}"), "tags.vocabulary.a.description.fr: unknown; known here: en, es"),
        (tags(a="description = {es = 1}"), "tags.vocabulary.a.description.es: must be a text, not 1"),
        (tags(a="synonyms = 'b'"), "tags.vocabulary.a.synonyms: must be a list of texts"),
        (tags(a="synonyms = ['']"), "tags.vocabulary.a.synonyms: '' is no tag"),
        (tags(a="parent = 1"), "tags.vocabulary.a.parent: must be a text, not 1"),
        (tags(a="parent = 'b'"), "tags.vocabulary.a.parent: 'b' is no tag of the vocabulary"),
        (tags(a="parent = 'A'"), "tags.vocabulary.a.parent: goes round in a circle: 'a' > 'a'"),
        (
            tags(a="parent = 'b'", b="parent = 'c'", c="parent = 'a'"),
            "tags.vocabulary.a.parent: goes round in a circle: 'a' > 'b' > 'c' > 'a'",
        ),
        (
            tags(**{"a": "parent = 'a/b'", "a/b": ""}),
            "tags.vocabulary.a.parent: goes round in a circle: 'a' > 'a/b' > 'a'",
        ),
        (
            tags(**{"a/b": "parent = 'c'", "c": ""}),
            "tags.vocabulary.a/b.parent: 'a/b' says in its name what stands above it",
        ),
        (tags(á="", A=""), "tags.vocabulary.A: is the tag 'á' again"),
        (tags(**{"#": ""}), "tags.vocabulary.#: '#' is no tag"),
        (tags(**{"a/" * 9: ""}), f"tags.vocabulary.{'a/' * 9}: '{'a/' * 9}' has more than 8 levels"),
        (
            tags(a="synonyms = ['x']", b="synonyms = ['X']"),
            "tags.vocabulary.b.synonyms: 'X' is a name of the tag 'a'",
        ),
        (
            tags(a="labels = {es = 'Á', en = 'B'}", b=""),
            "tags.vocabulary.a.labels.en: 'B' is a name of the tag 'b'",
        ),
        (
            tags(**{"a": "synonyms = ['x']", "a/b": "", "c": "synonyms = ['x/b']"}),
            "tags.vocabulary.c.synonyms: 'x/b' is a name of the tag 'a/b'",
        ),
        (
            tags(**{"a": "synonyms = ['x']", "x/b": ""}),
            "tags.vocabulary.x/b: 'x/b' comes to the tag 'a/b'",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(content, message):
    assert complaint(content) == message


PATHS = st.lists(st.sampled_from("abcdÁ"), min_size=1, max_size=3).map("/".join)
VOCABULARIES = st.dictionaries(PATHS, st.tuples(st.lists(PATHS, max_size=2), st.none() | PATHS), max_size=4)


def written_out(terms) -> str:
    return tags(
        **{
            name: f"synonyms = {synonyms!r}\n" + (f"parent = {parent!r}" if parent else "")
            for name, (synonyms, parent) in terms.items()
        }
    )


@settings(max_examples=200)
@given(VOCABULARIES, st.lists(st.sampled_from("abcdÁ"), min_size=1, max_size=12).map("/".join))
def test_a_vocabulary_is_refused_or_gives_every_tag_one_meaning(terms, tag):
    try:
        vocabulary = read(written_out(terms))
    except ConfigError:
        return
    for name, (synonyms, _) in terms.items():
        assert {vocabulary.resolve(one) for one in (name, *synonyms)} == {tag_key(name)}
    meant = vocabulary.resolve(tag)
    assert vocabulary.resolve(meant) == meant
    above = list(vocabulary.ancestors(meant))
    assert len({meant, *above}) == len(above) + 1
    assert [vocabulary.resolve(one) for one in above] == above
