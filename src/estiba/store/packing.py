"""Objects of ours as bytes, and back.

`unpack` runs what the bytes say: it is for what a `Store` gives back, which was marked by the user's key.
"""

from __future__ import annotations

import io
import pickle  # nosec B403 # what is read was marked by the user's key
from dataclasses import fields, is_dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

_PROTOCOL = 5


class Unpackable(Exception):
    """An object that no bytes can stand for, or bytes that stand for none."""


def _proxy(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)


class _Pickler(pickle.Pickler):
    """Writes a dataclass with slots as a call of its class: `dataclasses` sets field by field, in Python."""

    def reducer_override(self, value: Any) -> Any:
        """Give the class and the values, where that is all."""
        kind: Any = type(value)
        if kind is MappingProxyType:
            return _proxy, (dict(value),)
        names = _field_names(kind)
        return NotImplemented if names is None else (kind, tuple([getattr(value, name) for name in names]))


def pack(value: object) -> bytes:
    """Give bytes from which `unpack` makes an equal object; raises `Unpackable`."""
    packed = io.BytesIO()
    try:
        _Pickler(packed, _PROTOCOL).dump(value)
    except (pickle.PicklingError, AttributeError, TypeError, ValueError, RecursionError) as error:
        raise Unpackable(f"cannot be packed: {error}") from error
    return packed.getvalue()


def unpack(data: bytes) -> Any:
    """Give the object that was packed; raises `Unpackable`, whatever is wrong."""
    try:
        return pickle.loads(data)  # nosec B301 # noqa: S301 - likewise
    except Exception as error:  # whatever a class of another version raises
        raise Unpackable(f"cannot be unpacked: {error}") from error


@cache
def _field_names(kind: Any) -> tuple[str, ...] | None:
    """Give the fields of a class whose objects have slots, and are made of all of them in their order."""
    if not is_dataclass(kind) or "__slots__" not in vars(kind) or hasattr(kind, "__post_init__"):
        return None
    all_fields = fields(kind)
    is_made_of_all = all(one.init and not one.kw_only for one in all_fields)
    has_own_form = "__reduce__" in vars(kind) or "__reduce_ex__" in vars(kind)
    return tuple(one.name for one in all_fields) if is_made_of_all and not has_own_form else None
