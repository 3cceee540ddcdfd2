"""One kind of results in the store."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar, cast

from estiba.store.packing import Unpackable, unpack
from estiba.store.store import Store

Kept = TypeVar("Kept")


class Shelf(Generic[Kept]):
    """Results of one kind by their keys; what cannot be read any more is as if it were not there."""

    def __init__(self, store: Store, kind: str) -> None:
        self._store, self._kind = store, kind

    def get(self, key: bytes) -> Kept | None:
        """Give what is kept under `key`."""
        return self._unpacked(self._store.get(self._kind, key))

    def get_many(self, keys: Iterable[bytes]) -> dict[bytes, Kept]:
        """Give what is kept under each of `keys`, as far as there is anything."""
        found = self._store.get_many(self._kind, keys)
        unpacked = ((key, self._unpacked(data)) for key, data in found.items())
        return {key: value for key, value in unpacked if value is not None}

    def put(self, key: bytes, packed: bytes) -> None:
        """Keep a result that is packed already."""
        self._store.put(self._kind, key, packed)

    def _unpacked(self, data: bytes | None) -> Kept | None:
        try:
            return None if data is None else cast("Kept", unpack(data))
        except Unpackable:
            return None
