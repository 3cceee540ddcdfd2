from __future__ import annotations

import copyreg
import pickle
import threading
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from estiba.position import Position
from estiba.store.packing import Unpackable, pack, unpack


@pytest.mark.parametrize(
    "value",
    [
        None,
        {"a": [1, 2.5, b"x", ("ñ",)], 3: {"s"}},
        MappingProxyType({"a": MappingProxyType({}), "b": (MappingProxyType({1: 2}),)}),
        date(2026, 11, 23),
        Path("a/b"),
        Position(3, 4),
    ],
)
def test_what_was_packed_is_unpacked(value):
    made = unpack(pack(value))
    assert made == value
    assert type(made) is type(value)


def test_a_proxy_within_is_a_proxy_again_and_cannot_be_written():
    made = unpack(pack({"deep": [MappingProxyType({"a": 1})]}))
    with pytest.raises(TypeError):
        made["deep"][0]["a"] = 2


def test_nobody_else_can_pickle_a_proxy_after_that():
    pack(MappingProxyType({}))
    assert MappingProxyType not in copyreg.dispatch_table
    with pytest.raises(TypeError):
        pickle.dumps(MappingProxyType({}))


@pytest.mark.parametrize("value", [threading.Lock(), lambda: 1, (n for n in ())])
def test_what_cannot_be_packed_is_told(value):
    with pytest.raises(Unpackable):
        pack([value])


def test_every_part_of_a_packed_value_is_no_value():
    data = pack({"a": Position(1, 2), "b": MappingProxyType({1: "text"})})
    for length in range(len(data)):
        with pytest.raises(Unpackable):
            unpack(data[:length])


@pytest.mark.parametrize(
    "data",
    [
        pack(Position(1, 2)).replace(b"Position", b"Positiom"),
        pack(Position(1, 2)).replace(b"estiba.position", b"estiba.positiom"),
        b"no pickle",
        b"\x80\xff.",
    ],
)
def test_bytes_of_a_class_that_is_gone_or_of_nothing_are_told(data):
    with pytest.raises(Unpackable):
        unpack(data)
