"""Which tags go together."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from estiba.vault.related_tags import COUNTED, MOST, related_tags


def alone(notes: list[list[str]]) -> dict[str, tuple[str, ...]]:
    """Relate tags of which none stands above another."""
    return related_tags(notes, {})


def test_tags_of_the_same_notes_are_related_and_the_one_that_all_have_is_not():
    notes = [["docker", "vpn", "redes"], ["docker", "vpn", "redes"], ["docker", "luz"], ["docker", "fotos"]]
    assert alone(notes) == {
        "docker": (),
        "fotos": (),
        "luz": (),
        "redes": ("vpn",),
        "vpn": ("redes",),
    }


def test_the_tag_that_more_notes_share_is_nearer_and_a_common_one_is_further():
    notes = [
        *[["a", "often", "common"]] * 4,
        *[["a", "once"]],
        *[["common"]] * 4,
        *[["other"]] * 11,
    ]
    assert alone(notes)["a"] == ("often", "common", "once")


def test_what_two_tags_share_by_chance_relates_them_not():
    notes = [["a", "b"], ["a"], ["b"], []]
    assert alone(notes) == {"a": (), "b": ()}


def test_a_note_has_the_tags_above_its_own_and_these_are_not_related_to_it():
    above = {"redes": None, "redes/vpn": "redes", "redes/dns": "redes", "tunel": None, "z": None}
    notes = [["redes/vpn", "tunel"], ["redes/dns", "tunel"], ["z"], ["z"]]
    assert related_tags(notes, above) == {
        "redes": ("tunel",),
        "redes/dns": ("tunel",),
        "redes/vpn": ("tunel",),
        "tunel": ("redes", "redes/dns", "redes/vpn"),
        "z": (),
    }


def test_of_equally_near_tags_the_first_by_name_are_taken():
    many = [f"b{number:02}" for number in range(30)]
    assert alone([["a", *reversed(many)], ["z"]])["a"] == tuple(many[:MOST])


def test_of_a_note_with_thousands_of_tags_only_the_first_count():
    many = [f"t{number:04}" for number in range(5000)]
    found = alone([many, ["z"]])
    assert set(found) == {*many, "z"}
    assert found["t0000"] == tuple(many[1 : MOST + 1])
    assert found["t4999"] == tuple(many[:MOST])
    assert {one for related in found.values() for one in related} <= set(many[:COUNTED])


NOTES = st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=5), max_size=20)


@given(NOTES, st.randoms())
def test_related_tags_share_notes_both_ways_whatever_the_order_of_the_notes(notes, random):
    found = alone(notes)
    shared = Counter((one, other) for tags in notes for one in tags for other in tags if one != other)
    assert set(found) == {tag for tags in notes for tag in tags}
    for tag, related in found.items():
        assert len(set(related)) == len(related)
        assert all(shared[tag, other] > 0 and tag in found[other] for other in related)
    again = [random.sample(tags, len(tags)) for tags in random.sample(notes, len(notes))]
    assert alone(again) == found
