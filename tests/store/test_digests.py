from __future__ import annotations

import functools
import math
import os
import subprocess
import sys
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import Enum, Flag, IntEnum
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from estiba.store.digests import Unstable, digest, stable_digest

properties = settings(max_examples=120, deadline=None, derandomize=True, database=None)


class Colour(Enum):
    RED = 1
    BLUE = 2


class Number(IntEnum):
    ONE = 1


class Right(Flag):
    READ = 1
    WRITE = 2


@dataclass(frozen=True, slots=True)
class Place:
    line: int
    name: str = field(default="", compare=False)


@dataclass(frozen=True)
class Other:
    line: int
    name: str = ""


@dataclass
class Changing:
    line: int


parts = st.lists(st.binary(max_size=6), max_size=5)


@properties
@example([b""], [])
@example([b"a", b"b"], [b"ab"])
@example([b"\1\0\0\0\0\0\0\0a"], [b"", b"a"])
@given(parts, parts)
def test_lists_of_parts_have_one_digest_only_if_they_are_the_same(some, others):
    assert (digest(*some) == digest(*others)) == (some == others)


@properties
@given(st.binary(max_size=30), st.data())
def test_where_parts_are_divided_counts(text, data):
    places = st.integers(0, len(text))
    one, other = data.draw(places), data.draw(places)
    assert (digest(text[:one], text[one:]) == digest(text[:other], text[other:])) == (one == other)


def test_a_digest_is_the_same_for_ever():
    assert digest(b"one", b"two").hex() == "2bcd7324ea61572db4eaea1517eec87edef39420"
    assert stable_digest({"a": [1, None]}).hex() == "72a532102cce8883b1197ee8dc7a1dffd1e2604e"


DIFFERENT = (
    *(None, True, False, 1, 0, -1, 1.0, 0.0, -0.0, math.inf, math.nan, "1", b"1", "", b"", "ñ", "\udc80"),
    *((), [], {}, set(), (1,), [1], {1}, (1, 2), (2, 1), ((1, 2),), ((1,), 2), (1, (2,)), "None"),
    *({1: 2}, {2: 1}, {"1": 2}, {1: {2: 3}}, {1: 2, 3: 4}, {1: 4, 3: 2}, [(1, 2)], {(1, 2)}),
    *(date(2026, 1, 2), datetime(2026, 1, 2), datetime(2026, 1, 2, tzinfo=UTC), time(1, 2)),  # noqa: DTZ001
    datetime(2026, 1, 2, tzinfo=timezone(timedelta(hours=1))),
    datetime(2026, 1, 2, tzinfo=ZoneInfo("Europe/Madrid")),
    datetime(2026, 1, 2, tzinfo=ZoneInfo("Europe/Madrid"), fold=1),
    *(timedelta(1), timedelta(0, 1), "2026-01-02"),
    *(Path("a"), Path("b"), PureWindowsPath("a"), "a"),
    *(Colour.RED, Colour.BLUE, Number.ONE, Right.READ, Right.READ | Right.WRITE, Right(0), "RED"),
    *(Place(1), Place(2), Place(1, "x"), Other(1), Place, Other, Colour, int),
    *(len, max, math.sqrt, digest, stable_digest, functools.partial(digest), functools.partial(digest, b"a")),
    *(functools.partial(sorted, key=len), functools.partial(sorted, key=max)),
)


def test_what_is_different_has_different_digests():
    by_digest = {}
    for value in DIFFERENT:
        assert by_digest.setdefault(stable_digest(value), value) is value
    assert {len(made) for made in by_digest} == {20}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"a": 1}, MappingProxyType({"a": 1})),
        ({"b", "a", 1}, frozenset({1, "a", "b"})),
        ({1: {"x": 1, "y": 2}}, {1: {"y": 2, "x": 1}}),
        (Path("a/b"), PurePosixPath("a/b")),
        (Place(1), Place(line=1, name="")),
        (math.nan, float("nan")),
    ],
)
def test_what_is_the_same_has_one_digest(one, other):
    assert stable_digest(one) == stable_digest(other)


plain = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.floats(-1, 1, width=16)
    | st.sampled_from(["", "a", b"a"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.sampled_from(["a", "b", 1, None]), inner, max_size=3)
    ),
    max_leaves=8,
)


def spelled(value):
    """`repr`, but for the order of mappings."""
    if isinstance(value, dict):
        return "{" + ",".join(sorted(f"{key!r}:{spelled(one)}" for key, one in value.items())) + "}"
    if isinstance(value, list | tuple):
        return type(value).__name__ + "(" + "".join(f"{spelled(one)}," for one in value) + ")"
    return repr(value)


@properties
@given(plain, plain)
def test_values_have_one_digest_only_if_they_are_the_same(one, other):
    assert (stable_digest(one) == stable_digest(other)) == (spelled(one) == spelled(other))


@properties
@given(st.dictionaries(st.integers() | st.text(max_size=3), plain, max_size=6), st.randoms())
def test_the_order_of_a_mapping_does_not_matter(mapping, chance):
    pairs = list(mapping.items())
    chance.shuffle(pairs)
    assert stable_digest(dict(pairs)) == stable_digest(mapping)


def test_a_digest_is_the_same_in_every_process():
    expression = "{'a': {'x', 'y', 'z', 1, None}, b'b': frozenset({('k', 1.5), 'l'}), 3: [len, Path('a')]}"
    program = "from pathlib import Path; from estiba.store.digests import *;"
    made = set()
    for seed in ("1", "2"):
        words = [sys.executable, "-c", f"{program} print(stable_digest({expression}).hex())"]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        made.add(subprocess.run(words, env=environment, capture_output=True, check=True, text=True).stdout)
    value = {3: [len, Path("a")], "a": {None, 1, "z", "y", "x"}, b"b": frozenset({"l", ("k", 1.5)})}
    assert made == {stable_digest(value).hex() + "\n"}


def test_a_value_that_is_told_by_its_place_in_memory_has_none():
    circle = []
    circle.append(circle)

    def local():
        return circle

    for value in (object(), Changing(1), lambda: 1, local, "a".join, [].append, math, iter(()), circle):
        with pytest.raises(Unstable) as told:
            stable_digest({"deep": [(value,)]})
        assert "0x" not in str(told.value)
