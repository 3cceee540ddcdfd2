"""Objects of ours as bytes, and back.

`unpack` runs what the bytes say: it is for what a `Store` gives back, which was marked by the user's key.
"""

from __future__ import annotations

import copyreg
import io
import pickle  # nosec B403 # what is read was marked by the user's key
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

_PROTOCOL = 5


class Unpackable(Exception):
    """An object that no bytes can stand for, or bytes that stand for none."""


def pack(value: object) -> bytes:
    """Give bytes from which `unpack` makes an equal object; raises `Unpackable`."""
    packed = io.BytesIO()
    pickler = pickle.Pickler(packed, _PROTOCOL)
    pickler.dispatch_table = {**copyreg.dispatch_table, MappingProxyType: _parts_of_proxy}
    try:
        pickler.dump(value)
    except (pickle.PicklingError, AttributeError, TypeError, ValueError, RecursionError) as error:
        raise Unpackable(f"cannot be packed: {error}") from error
    return packed.getvalue()


def unpack(data: bytes) -> Any:
    """Give the object that was packed; raises `Unpackable`, whatever is wrong."""
    try:
        return pickle.loads(data)  # nosec B301 # noqa: S301 - likewise
    except Exception as error:  # whatever a class of another version raises
        raise Unpackable(f"cannot be unpacked: {error}") from error


def _parts_of_proxy(proxy: MappingProxyType[Any, Any]) -> tuple[Callable[..., Any], tuple[dict[Any, Any]]]:
    return _proxy, (dict(proxy),)


def _proxy(mapping: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(mapping)
