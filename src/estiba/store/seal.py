"""The mark that only the owner of a secret can put on a result."""

from __future__ import annotations

import hmac
import struct
from hashlib import blake2b

_LENGTHS = struct.Struct("<II")


class Seal:
    """A MAC over kind, key and value: BLAKE2b with a key (RFC 7693), 16 bytes."""

    def __init__(self, secret: bytes) -> None:
        """Take a secret of up to 64 bytes."""
        self._begun = blake2b(key=secret, digest_size=16)

    def mark(self, kind: str, key: bytes, value: bytes) -> bytes:
        """Give the mark that stands beside `value`."""
        named = kind.encode()
        mac = self._begun.copy()
        mac.update(_LENGTHS.pack(len(named), len(key)) + named + key)
        mac.update(value)
        return mac.digest()

    def is_mine(self, kind: str, key: bytes, value: object, mark: object) -> bool:
        """Whether `mark` is that of `value`; both are what stood in the file, of whatever type."""
        if not (isinstance(value, bytes) and isinstance(mark, bytes)):
            return False
        return hmac.compare_digest(mark, self.mark(kind, key, value))
