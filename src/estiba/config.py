"""`estiba.toml`, the policy of a vault -> `Config`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from estiba.policy_table import ConfigError, PolicyTable, either
from estiba.vocabulary import Vocabulary
from estiba.vocabulary_table import read_vocabulary

FILE_NAME = "estiba.toml"
LANGUAGES = ("en", "es")
SEVERITIES = ("error", "warning", "advice", "info", "off")
KEYS = ("title", "description", "date", "mod", "published", "draft", "tags")
"""The keys of front matter that Estiba gives a meaning to."""


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
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    """The owner's tags."""
    severities: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Name of a check -> `error`, `warning`, `advice`, `info` or `off`."""
    tags_page: str | None = None
    """Address of the tags page, without slashes at its ends; None: by language."""
    notes_page: str | None = None
    """Address of the page that lists every note; None: by language."""
    changes_page: str | None = None
    """Address of the page of what changed last; None: by language."""

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
    return read_config(text, path)


def read_config(text: str, path: Path) -> Config:
    """Read a policy that was found at `path`; raises `ConfigError` as `load_config` does."""
    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # besides TOML's own: five thousand digits, a deep list
        raise ConfigError(f"{path}: {error}") from None
    return _config(PolicyTable(data, path))


def _config(table: PolicyTable) -> Config:
    table.allow("language", "fields", "folders", "pages", "required", "keys", "tags", "checks")
    fields = table.table("fields")
    fields.values_in(KEYS)
    folders = table.table("folders")
    pages = table.table("pages")
    pages.allow("tags", "notes", "changes")
    required, keys, checks = (table.table(name) for name in ("required", "keys", "checks"))
    keys.allow("own")
    checks.values_in(SEVERITIES)
    language = table.text("language")
    if language not in (None, *LANGUAGES):
        table.fail("language", f"{language!r} is none of {either(LANGUAGES)}")
    return Config(
        language=language,
        fields=MappingProxyType({name.casefold(): key for name, key in fields.data.items()}),
        folders=MappingProxyType({path.strip("/"): folders.title(path) for path in folders.data}),
        required=_required(required),
        own_keys=frozenset(key.strip().casefold() for key in keys.texts("own")),
        vocabulary=read_vocabulary(table.table("tags"), LANGUAGES),
        severities=MappingProxyType(dict(checks.data)),
        tags_page=pages.address("tags"),
        notes_page=pages.address("notes"),
        changes_page=pages.address("changes"),
    )


def _required(table: PolicyTable) -> Mapping[str, tuple[str, ...]]:
    if not table.data:
        return Config().required
    for folder in table.data:
        for key in table.texts(folder):
            if key not in KEYS:
                table.fail(folder, f"{key!r} is none of {either(KEYS)}")
    return MappingProxyType({folder.strip("/"): table.texts(folder) for folder in table.data})
