from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.vault.near_tags import near_duplicates


@pytest.mark.parametrize(
    "group",
    [
        ("red", "redes"),
        ("servidor", "servidores"),
        ("backup", "backups"),
        ("luces", "luz"),
        ("categories", "category"),
        ("home assistant", "home-assistant", "homeassistant"),
        ("node.js", "nodejs"),
        ("contenedor", "contenedro"),
        ("contenedor", "contenedr"),
        ("contanedor", "contenedor"),
        ("red/servidor", "red/servidores"),
        ("日本語日本話", "日本語日本語"),
    ],
)
def test_tags_that_look_like_one_are_a_group(group):
    assert near_duplicates(["otra", *reversed(group), "zzz"]) == [group]


@pytest.mark.parametrize(
    "keys",
    [
        ("python2", "python3"),
        ("python", "python3"),
        ("redes", "redis"),
        ("c", "c#", "c++"),
        ("red", "red/vpn"),
        ("docker", "docker-compose"),
        ("servidor", "servicio"),
        ("contenedor", "ocntenedro"),
        ("a" * 61, "a" * 60 + "b"),
    ],
)
def test_other_tags_are_none(keys):
    assert near_duplicates(keys) == []


def test_tags_that_the_owner_keeps_apart_are_none():
    keys = ["servidor", "servidores", "servidro"]
    assert near_duplicates(keys[:2], apart=keys[:2]) == []
    assert near_duplicates(keys, apart=keys[:2]) == [("servidor", "servidro")]


def test_groups_that_have_a_tag_in_common_are_one():
    assert near_duplicates(["servidores", "servidor", "servidro"]) == [("servidor", "servidores", "servidro")]


def test_many_tags_that_differ_in_one_letter_take_no_pairs():
    keys = [f"etiqueta{chr(code)}" for code in range(0x4E00, 0x4E00 + 20_000)]
    assert near_duplicates(keys) == [tuple(keys)]


KEYS = st.lists(st.text(st.sampled_from("ab-12s"), min_size=1, max_size=8), unique=True, max_size=8)


@given(KEYS)
def test_every_tag_is_in_one_group_at_most_and_order_does_not_matter(keys):
    groups = near_duplicates(keys)
    members = [key for group in groups for key in group]
    assert len(set(members)) == len(members)
    assert set(members) <= set(keys)
    assert all(len(group) > 1 and list(group) == sorted(group) for group in groups)
    assert near_duplicates(reversed(keys)) == groups
    assert near_duplicates(keys, apart=keys) == []


@given(st.text(st.characters(categories=["Ll"]), min_size=7, max_size=20), st.data())
def test_one_letter_left_out_is_a_slip(key, data):
    place = data.draw(st.integers(0, len(key) - 1))
    slip = key[:place] + key[place + 1 :]
    assert near_duplicates([key, slip]) == [tuple(sorted((key, slip)))]
