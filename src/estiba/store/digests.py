"""Short names for bytes and for values: the same in every process, different for what is different."""

from __future__ import annotations

import functools
import struct
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum, Flag
from hashlib import blake2b
from pathlib import PurePath, PureWindowsPath
from types import BuiltinFunctionType, FunctionType, MappingProxyType, ModuleType
from typing import Any
from zoneinfo import ZoneInfo

_LENGTH = struct.Struct("<Q")


class Unstable(Exception):
    """A value that has no digest: what it is can only be told by where it lies in memory."""


def digest(*parts: bytes) -> bytes:
    """Give 20 bytes for a list of parts; other parts, or parts divided otherwise, give others.

    >>> digest(b"ab", b"c") == digest(b"a", b"bc")
    False
    """
    made = blake2b(digest_size=20)
    for part in parts:
        made.update(_LENGTH.pack(len(part)))
        made.update(part)
    return made.digest()


def stable_digest(value: object) -> bytes:
    """Give 20 bytes for a plain value: numbers, texts, dates, paths, containers, frozen dataclasses …

    Types count: `True`, `1` and `1.0` differ, and so do a tuple and a list; the order of a mapping or a
    set does not. Functions and classes go by their names. Raises `Unstable` for any other object,
    wherever it stands.
    """
    try:
        return digest(_form(value))
    except RecursionError:
        raise Unstable("a value within itself, or too deep") from None


def _form(value: Any) -> bytes:
    """Give bytes that stand for `value` alone, and say themselves where they end."""
    kind = type(value)
    if write := _PLAIN.get(kind):
        return _framed(kind.__name__, write(value))
    if write := _HOLDING.get(kind):
        return write(value)
    if isinstance(value, Enum):
        return _framed("enum", _named(kind), _enumerated(value))
    if isinstance(value, PurePath):
        return _framed("path", b"%d" % isinstance(value, PureWindowsPath), _form(str(value)))
    if isinstance(value, type):
        return _framed("class", _named(value))
    if is_dataclass(value) and kind.__dataclass_params__.frozen:
        values = (_form(getattr(value, field.name)) for field in fields(value))
        return _framed("dataclass", _named(kind), *values)
    raise Unstable(f"{kind.__module__}.{kind.__qualname__}")


def _framed(tag: str, *parts: bytes) -> bytes:
    text = b"".join(_LENGTH.pack(len(part)) + part for part in (tag.encode(), *parts))
    return _LENGTH.pack(len(text)) + text


def _named(thing: Any) -> bytes:
    """Give the name of a class or a function; raises `Unstable` for one of many that a function makes."""
    if "<" in thing.__qualname__:
        raise Unstable(f"{thing.__module__}.{thing.__qualname__}")
    return f"{thing.__module__}:{thing.__qualname__}".encode()


def _enumerated(value: Enum) -> bytes:
    return _form(value.value if isinstance(value, Flag) else value.name)


def _builtin(function: BuiltinFunctionType) -> bytes:
    if not isinstance(function.__self__, ModuleType):
        raise Unstable(f"{function.__qualname__} of an object")
    return _named(function)


def _moment(moment: datetime | time) -> bytes:
    zone = moment.tzinfo
    if not (zone is None or type(zone) in {timezone, ZoneInfo}):
        raise Unstable(f"the time zone {type(zone).__qualname__}")
    return f"{moment.isoformat()} {moment.fold} {zone}".encode()


def _held(tag: str, values: Iterable[Any]) -> bytes:
    return _framed(tag, *map(_form, values))


def _set(values: Iterable[Any]) -> bytes:
    return _framed("set", *sorted(map(_form, values)))


def _mapping(values: Mapping[Any, Any]) -> bytes:
    return _framed("mapping", *sorted(_framed("", _form(key), _form(values[key])) for key in values))


_PLAIN: Mapping[type, Callable[[Any], bytes]] = {
    type(None): lambda _: b"",
    bool: lambda value: b"%d" % value,
    int: lambda value: b"%x" % value,
    float: lambda value: value.hex().encode(),
    str: lambda value: value.encode("utf-8", "surrogatepass"),
    bytes: lambda value: value,
    date: lambda value: value.isoformat().encode(),
    datetime: _moment,
    time: _moment,
    timedelta: lambda value: f"{value.days} {value.seconds} {value.microseconds}".encode(),
    FunctionType: _named,
    BuiltinFunctionType: _builtin,
}
_HOLDING: Mapping[type, Callable[[Any], bytes]] = {
    tuple: functools.partial(_held, "tuple"),
    list: functools.partial(_held, "list"),
    set: _set,
    frozenset: _set,
    dict: _mapping,
    MappingProxyType: _mapping,
    functools.partial: lambda value: _held("partial", (value.func, value.args, value.keywords)),
}
