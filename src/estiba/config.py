"""`estiba.toml`, the policy of a vault -> `Config`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

FILE_NAME = "estiba.toml"
LANGUAGES = ("en", "es")
SEVERITIES = ("error", "warning", "advice", "info", "off")
KEYS = ("title", "description", "date", "mod", "published", "draft", "tags")
"""The keys of front matter that Estiba gives a meaning to."""


class ConfigError(Exception):
    """An `estiba.toml` that cannot be used; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Config:
    """What the owner of a vault decides. The defaults stand for an absent file."""

    language: str | None = None
    """`en` or `es`: the language of the site where `mkdocs.yml` names none."""
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Other names for the keys of front matter: folded name -> one of `KEYS`."""
    folders: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Titles of folders that have no index of their own: path in the vault -> title."""
    required: Mapping[str, tuple[str, ...]] = field(
        default_factory=lambda: MappingProxyType({"": ("title",)})
    )
    """Keys that notes must have: folder, `""` for the whole vault -> some of `KEYS`."""
    own_keys: frozenset[str] = frozenset()
    """Keys of the owner's own, casefolded."""
    severities: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Name of a check -> `error`, `warning`, `advice`, `info` or `off`."""
    tags_page: str | None = None
    """Address of the tags page, without slashes at its ends; None: by language."""
    notes_page: str | None = None
    """Address of the page that lists every note; None: by language."""

    def required_in(self, path: str) -> tuple[str, ...]:
        """Give the keys that the note at `path` must have: the nearest folder with a rule decides."""
        folder = path.rpartition("/")[0]
        while folder and folder not in self.required:
            folder = folder.rpartition("/")[0]
        return self.required.get(folder, ())


def load_config(path: Path) -> Config:
    """Read the policy at `path`; a missing file is an empty one.

    Raises `ConfigError` for a file that is not TOML, an unknown key or a value that
    has the wrong form.
    """
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from None
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # besides TOML's own: five thousand digits, a deep list
        raise ConfigError(f"{path}: {error}") from None
    return _Table(data, path, "").config()


class _Table:
    """One table of the file, with words for what is wrong in it."""

    def __init__(self, data: Mapping[str, Any], path: Path, name: str) -> None:
        self.data = data
        self.path = path
        self.name = name

    def config(self) -> Config:
        self.allow("language", "fields", "folders", "pages", "required", "keys", "checks")
        fields = self.table("fields")
        fields.values_in(KEYS)
        folders = self.table("folders")
        pages = self.table("pages")
        pages.allow("tags", "notes")
        required, keys, checks = (self.table(name) for name in ("required", "keys", "checks"))
        keys.allow("own")
        checks.values_in(SEVERITIES)
        language = self.text("language")
        if language not in (None, *LANGUAGES):
            self.fail("language", f"{language!r} is none of {_either(LANGUAGES)}")
        return Config(
            language=language,
            fields=MappingProxyType({name.casefold(): key for name, key in fields.data.items()}),
            folders=MappingProxyType({path.strip("/"): folders.title(path) for path in folders.data}),
            required=required.required(),
            own_keys=frozenset(key.strip().casefold() for key in keys.texts("own")),
            severities=MappingProxyType(dict(checks.data)),
            tags_page=pages.address("tags"),
            notes_page=pages.address("notes"),
        )

    def allow(self, *keys: str) -> None:
        for key in self.data:
            if key not in keys:
                self.fail(key, f"unknown; known here: {', '.join(keys)}")

    def table(self, key: str) -> _Table:
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            self.fail(key, "must be a table")
        return _Table(value, self.path, f"{self.name}{key}.")

    def text(self, key: str) -> str | None:
        value = self.data.get(key)
        if value is not None and not (isinstance(value, str) and value.strip()):
            self.fail(key, f"must be a text, not {value!r}")
        return value

    def title(self, key: str) -> str:
        return self.text(key) or self.fail(key, "must be a text")

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.fail(key, "must be a list of texts")
        return tuple(value)

    def required(self) -> Mapping[str, tuple[str, ...]]:
        if not self.data:
            return Config().required
        for folder in self.data:
            for key in self.texts(folder):
                if key not in KEYS:
                    self.fail(folder, f"{key!r} is none of {_either(KEYS)}")
        return MappingProxyType({folder.strip("/"): self.texts(folder) for folder in self.data})

    def address(self, key: str) -> str | None:
        value = self.text(key)
        if value is None:
            return None
        parts = value.strip("/").split("/")
        if any(part in ("", ".", "..") or part != part.strip() for part in parts) or "\\" in value:
            self.fail(key, f"{value!r} is no address inside the site")
        return "/".join(parts)

    def values_in(self, allowed: tuple[str, ...]) -> None:
        for key, value in self.data.items():
            if value not in allowed:
                self.fail(key, f"{value!r} is none of {_either(allowed)}")

    def fail(self, key: str, why: str) -> NoReturn:
        shown = key or '""'
        raise ConfigError(f"{self.path}: {self.name}{shown}: {why}")


def _either(words: tuple[str, ...]) -> str:
    return ", ".join(repr(word) for word in words)
