"""The secret by which a store knows its own results again. It lies outside of the vault."""

from __future__ import annotations

import os
import secrets
import stat
from hashlib import blake2b
from pathlib import Path

import platformdirs

from estiba.store.faults import Unusable
from estiba.store.new_file import made_once

VARIABLE = "ESTIBA_STORE_KEY"
_LEAST = 16
_LENGTH = 32
_PERSON = b"estiba store key"
_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def read_secret(root: Path) -> bytes:
    """Give 32 bytes, from the variable or from the user's file, which is made where there is none.

    `root` is the real path of the vault. A key that lies in it would come with a pull request, and one
    that others may read is no secret. An empty variable is none: CI hands those to foreign pull
    requests. Raises `Unusable`.
    """
    if text := os.environ.get(VARIABLE):
        if len(text) < _LEAST:
            raise Unusable(f"{VARIABLE} has fewer than {_LEAST} characters")
        given = text.encode("utf-8", "surrogateescape")
        return blake2b(given, digest_size=_LENGTH, person=_PERSON).digest()
    path = Path(platformdirs.user_state_dir("estiba", appauthor=False), "store-key")
    if not path.is_absolute() or Path(os.path.realpath(path)).is_relative_to(root):
        raise Unusable(f"its key would lie in the vault, in {path}; set {VARIABLE}")
    try:
        return _read(path) or _make(path)
    except OSError as error:
        raise Unusable(
            f"its key in {path} cannot be read or made ({error.strerror}); set {VARIABLE}"
        ) from None


def _read(path: Path) -> bytes | None:
    """Give the key; None if there is none, or less than one, as a power cut leaves it."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):
        raise Unusable(f"its key in {path} is no file")
    if os.name == "posix" and (status.st_mode & _OTHERS or status.st_uid != os.geteuid()):
        raise Unusable(f"its key in {path} is not yours alone; remove it")
    secret = path.read_bytes()
    if len(secret) != _LENGTH:
        path.unlink()
        return None
    return secret


def _make(path: Path) -> bytes:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with made_once(path) as new, new.open("wb") as file:
        file.write(secrets.token_bytes(_LENGTH))
        file.flush()
        os.fsync(file.fileno())
    made = _read(path)  # another process may have been first
    if made is None:
        raise Unusable(f"its key in {path} does not stay")
    return made
