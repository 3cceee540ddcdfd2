"""Templates of the theme: found without going through its icons, compiled once in many builds."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from mkdocs.theme import Theme

from estiba.store.digests import digest
from estiba.store.store import Store

if TYPE_CHECKING:
    from jinja2.bccache import Bucket
    from mkdocs.config.defaults import MkDocsConfig

_KIND = "template"


def quicken(config: MkDocsConfig, store: Store, programs: bytes) -> None:
    """Have `config` give MkDocs an environment that finds and compiles templates in less time."""
    config.theme.get_env = partial(_environment, config.theme, store, programs)  # type: ignore[method-assign]


def _environment(theme: Theme, store: Store, programs: bytes) -> Environment:
    env = Theme.get_env(theme)
    if type(env.loader) is FileSystemLoader:
        env.loader = ThemeFiles(env.loader.searchpath)
    env.bytecode_cache = env.bytecode_cache or KeptTemplates(store, programs)
    return env


class ThemeFiles(FileSystemLoader):
    """Lists no file in a folder that begins with a point, for MkDocs copies none.

    Material has 14,000 icons there, of which a page shows thirty.
    """

    def __init__(self, folders: Sequence[str]) -> None:
        super().__init__(folders)

    def list_templates(self) -> list[str]:
        """Give the paths of the others, from A to Z."""
        found: set[str] = set()
        for root in self.searchpath:
            for folder, folders, names in os.walk(root, followlinks=self.followlinks):
                folders[:] = [one for one in folders if not one.startswith(".")]
                below = Path(folder).relative_to(root)
                found.update((below / name).as_posix() for name in names)
        return sorted(found)


class KeptTemplates(BytecodeCache):
    """Keeps what Jinja makes of a template, by its source."""

    def __init__(self, store: Store, programs: bytes) -> None:
        self._store, self._programs = store, programs

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take it from the store, where it is there."""
        code = self._store.get(_KIND, self._key(bucket))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Put it there."""
        self._store.put(_KIND, self._key(bucket), bucket.bytecode_to_string())

    def _key(self, bucket: Bucket) -> bytes:
        env = bucket.environment
        compiled_by = repr((env.autoescape, sorted(env.extensions), bucket.key, bucket.checksum))
        return digest(self._programs, compiled_by.encode())
