"""One table of `estiba.toml`, and words for what is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn


class ConfigError(Exception):
    """An `estiba.toml` that cannot be used; the message says where and why."""


class PolicyTable:
    """A table of the file at `path`; `name` is where it stands, with a point at its end.

    Whatever has not the form that is asked for raises `ConfigError`.
    """

    def __init__(self, data: Mapping[str, Any], path: Path, name: str = "") -> None:
        self.data = data
        self.path = path
        self.name = name

    def allow(self, *keys: str) -> None:
        """Refuse all keys but these."""
        for key in self.data:
            if key not in keys:
                self.fail(key, f"unknown; known here: {', '.join(keys)}")

    def table(self, key: str) -> PolicyTable:
        """Give the table under `key`, an empty one if it is not there."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            self.fail(key, "must be a table")
        return PolicyTable(value, self.path, f"{self.name}{key}.")

    def text(self, key: str) -> str | None:
        """Give the text under `key`, None if it is not there."""
        value = self.data.get(key)
        if value is not None and not (isinstance(value, str) and value.strip()):
            self.fail(key, f"must be a text, not {value!r}")
        return value

    def title(self, key: str) -> str:
        """Give the text under `key`, which must be there."""
        return self.text(key) or self.fail(key, "must be a text")

    def texts(self, key: str) -> tuple[str, ...]:
        """Give the list of texts under `key`, an empty one if it is not there."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.fail(key, "must be a list of texts")
        return tuple(value)

    def truth(self, key: str, *, default: bool = False) -> bool:
        """Give the truth value under `key`, `default` if it is not there."""
        value = self.data.get(key, default)
        if not isinstance(value, bool):
            self.fail(key, f"must be true or false, not {value!r}")
        return value

    def address(self, key: str) -> str | None:
        """Give the address inside the site under `key`, without slashes at its ends."""
        value = self.text(key)
        if value is None:
            return None
        parts = value.strip("/").split("/")
        if any(part in ("", ".", "..") or part != part.strip() for part in parts) or "\\" in value:
            self.fail(key, f"{value!r} is no address inside the site")
        return "/".join(parts)

    def values_in(self, allowed: tuple[str, ...]) -> None:
        """Refuse all values but these."""
        for key, value in self.data.items():
            if value not in allowed:
                self.fail(key, f"{value!r} is none of {either(allowed)}")

    def fail(self, key: str, why: str) -> NoReturn:
        """Raise `ConfigError` for what stands under `key`."""
        shown = key or '""'
        raise ConfigError(f"{self.path}: {self.name}{shown}: {why}")


def either(words: tuple[str, ...]) -> str:
    """Write words as a message lists them: `'en', 'es'`."""
    return ", ".join(repr(word) for word in words)
