"""`estiba.toml`, the policy of a vault -> `Config`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from estiba.folding import fold
from estiba.forge import Forge
from estiba.forge_table import read_forge
from estiba.policy_table import ConfigError, PolicyTable, either
from estiba.security import Security
from estiba.security_table import read_security
from estiba.vocabulary import Vocabulary
from estiba.vocabulary_table import read_vocabulary

FILE_NAME = "estiba.toml"
DRAFTS_VARIABLE = "ESTIBA_DRAFTS"
"""Of the environment: `1` asks `mkdocs serve` for the notes that are not published."""
LANGUAGES = ("en", "es")
SEVERITIES = ("error", "warning", "advice", "info", "off")
PUBLISHING = ("all", "opt-in")
TRUST = ("contributed", "trusted")
KEYS = ("title", "description", "date", "mod", "published", "draft", "unlisted", "aliases", "tags")
"""The keys of front matter that Estiba gives a meaning to."""
_TABLES = """
    language fields folders pages publish trust attachments mermaid required keys tags checks new forge fix
    security
""".split()
_SCRIPT = re.compile(r"[^:?#\s][^:?#\n]*\.m?js")
_NO_FOLDER = re.compile(r"\\|(?:^|/)\.{1,2}(?:/|$)|//")

Rule = TypeVar("Rule")


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
    publish: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({"": "all"}))
    """Which notes are published: folded folder, `""` for the whole vault -> one of `PUBLISHING`."""
    trust: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({"": "contributed"}))
    """Whose HTML reaches the page as it is, and whose attachments may run: folded folder, `""` for the
    whole vault -> one of `TRUST`.
    """
    kept_files: tuple[str, ...] = ()
    """Files that are in the site though no note uses them: patterns of paths (`downloads/*`)."""
    mermaid: str | None = None
    """Path in the vault of the script that draws diagrams."""
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
    forge: Forge = field(default_factory=Forge)
    """Where the vault is kept, as far as its owner says so."""
    template: str | None = None
    """Path in the vault of the template of new notes."""
    new_folder: str = ""
    """Path in the vault of the folder that paths of new notes begin at."""
    mends_mod: bool = True
    """Whether `estiba fix` sets `mod` to the day of a note's last change, as Git knows it."""
    security: Security = field(default_factory=Security)
    """What pages may ask for from other sites."""

    def required_in(self, path: str) -> tuple[str, ...]:
        """Give the keys that the note at `path` must have: the nearest folder with a rule decides."""
        return _nearest(self.required, path, ())

    def is_opt_in(self, path: str) -> bool:
        """Whether the note at `path` is published only if it says so: the nearest folder with a rule decides.

        Case, accents and Unicode form of a folder do not count: file systems and editors change them.
        """
        return _nearest(self.publish, fold(path), "all") == "opt-in"

    def is_trusted(self, path: str) -> bool:
        """Whether the HTML of the note at `path` is the owner's own: the nearest folder with a rule decides.

        Folders are compared as those of `publish` are.
        """
        return _nearest(self.trust, fold(path), "contributed") == "trusted"


def _nearest(rules: Mapping[str, Rule], path: str, default: Rule) -> Rule:
    folder = path.rpartition("/")[0]
    while folder and folder not in rules:
        folder = folder.rpartition("/")[0]
    return rules.get(folder, default)


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
    table.allow(*_TABLES)
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
        publish=_by_folder(table, "publish", PUBLISHING, Config().publish),
        trust=_by_folder(table, "trust", TRUST, Config().trust),
        kept_files=_kept_files(table.table("attachments")),
        mermaid=_script(table, "mermaid"),
        own_keys=frozenset(key.strip().casefold() for key in keys.texts("own")),
        vocabulary=read_vocabulary(table.table("tags"), LANGUAGES),
        severities=MappingProxyType(dict(checks.data)),
        tags_page=pages.address("tags"),
        notes_page=pages.address("notes"),
        changes_page=pages.address("changes"),
        forge=read_forge(table.table("forge")),
        template=_path_for_new(table.table("new"), "template"),
        new_folder=(_path_for_new(table.table("new"), "folder") or "").strip("/"),
        mends_mod=_mends_mod(table.table("fix")),
        security=read_security(table.table("security")),
    )


def _required(table: PolicyTable) -> Mapping[str, tuple[str, ...]]:
    if not table.data:
        return Config().required
    for folder in table.data:
        for key in table.texts(folder):
            if key not in KEYS:
                table.fail(folder, f"{key!r} is none of {either(KEYS)}")
    return MappingProxyType({folder.strip("/"): table.texts(folder) for folder in table.data})


def _kept_files(table: PolicyTable) -> tuple[str, ...]:
    table.allow("keep")
    patterns = table.texts("keep")
    for pattern in patterns:
        if not pattern.strip() or pattern.startswith("/") or _NO_FOLDER.search(pattern):
            table.fail("keep", f"{pattern!r} is no path in the vault, or pattern of paths")
    return patterns


def _script(table: PolicyTable, key: str) -> str | None:
    path = table.text(key)
    if path is not None and (path.startswith("/") or not _SCRIPT.fullmatch(path) or _NO_FOLDER.search(path)):
        table.fail(key, f"{path!r} is no path in the vault of a script (.js)")
    return path


def _path_for_new(table: PolicyTable, key: str) -> str | None:
    table.allow("template", "folder")
    path = table.text(key)
    if path is not None and (path.startswith("/") or _NO_FOLDER.search(path) or "\n" in path):
        table.fail(key, f"{path!r} is no path in the vault")
    return path


def _mends_mod(table: PolicyTable) -> bool:
    table.allow("mod")
    return table.truth("mod", default=True)


def _by_folder(
    table: PolicyTable, key: str, words: tuple[str, ...], default: Mapping[str, str]
) -> Mapping[str, str]:
    """Read `publish = "opt-in"`, or a table of folders; one of `words` each."""
    mode = table.data.get(key, {})
    if not isinstance(mode, dict):
        if mode not in words:
            table.fail(key, f"{mode!r} is none of {either(words)}")
        return MappingProxyType({"": str(mode)})
    folders = table.table(key)
    folders.values_in(words)
    rules = dict(default)
    named: dict[str, str] = {}
    for written, rule in folders.data.items():
        folder = fold(written.strip("/"))
        if _NO_FOLDER.search(folder):
            folders.fail(written, f"{written!r} is no folder of the vault")
        if folder in named:
            folders.fail(written, f"is the same folder as {named[folder]!r}")
        named[folder] = written
        rules[folder] = rule
    return MappingProxyType(rules)
