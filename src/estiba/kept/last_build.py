"""What the last build was made of, so that the next one may find that nothing has changed."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from estiba.git.repository import Repository
from estiba.git.running import GitError
from estiba.listing import FileMark, files_of
from estiba.store.digests import digest, stable_digest
from estiba.vault.files.finding import find_files

KIND = "build"
_VARIABLES = ("SOURCE_DATE_EPOCH", "MKDOCS_STRICT")
_WORD = re.compile(rb"[A-Za-z_]\w*")


@dataclass(frozen=True, slots=True)
class BuildInputs:
    """Where everything lies that a build is made of, by absolute paths."""

    notes: str
    """The folder of the vault."""
    folders: tuple[str, ...]
    """Folders of the owner's templates."""
    files: tuple[str, ...]
    """Configuration, policy, hooks; those too that are not there yet."""

    @property
    def name(self) -> str:
        """What tells them from others, whatever they hold."""
        return stable_digest(self).hex()

    def digest(self, programs: bytes) -> bytes:
        """Give the digest of all of it as it is now, and of the `programs` and the variables that count."""
        return digest(programs, *self._variables(), *self._contents(), _head(Path(self.notes)))

    def _contents(self) -> Iterator[bytes]:
        found = find_files(Path(self.notes))
        yield repr((found.paths, sorted(found.refused.items()))).encode("utf-8", "surrogatepass")
        yield from (_content(Path(self.notes, path)) for path in found.paths)
        for folder in self.folders:
            names = sorted(files_of(Path(folder)))
            yield repr(names).encode("utf-8", "surrogatepass")
            yield from (_content(Path(folder, name)) for name in names)
        yield from (_content(Path(file)) for file in self.files)

    def _variables(self) -> Iterator[bytes]:
        texts = [_content(Path(file)) for file in self.files if file.endswith((".yml", ".yaml"))]
        words = {word.decode() for text in texts if b"!ENV" in text for word in _WORD.findall(text)}
        for name in sorted(words.union(_VARIABLES)):
            yield f"{name}={os.environ.get(name)!r}".encode("utf-8", "surrogatepass")


@dataclass(frozen=True, slots=True)
class LastBuild:
    """A build that went well."""

    inputs: BuildInputs
    made_of: bytes
    """The digest of the inputs as they were."""
    site: str
    """The folder that it has made."""
    marks: Mapping[str, FileMark]
    """The files there."""
    day: dt.date
    options: tuple[str, ...]
    """What was asked for besides."""
    said: tuple[str, ...]
    """The errors and warnings that it named."""

    def is_current(self, made_of: bytes, day: dt.date, options: tuple[str, ...]) -> bool:
        """Whether a build on `day` with `options`, made of what has this digest, would give what is there."""
        if (made_of, day, options) != (self.made_of, self.day, self.options):
            return False
        return files_of(Path(self.site)) == self.marks


def key_of(config: Path, programs: bytes) -> bytes:
    """Give the key under which the last build with the configuration file `config` is kept."""
    return digest(programs, os.path.realpath(config).encode("utf-8", "surrogatepass"))


def _content(file: Path) -> bytes:
    try:
        return b"+" + file.read_bytes()
    except OSError:
        return b"-"


def _head(folder: Path) -> bytes:
    """Give the commit that is checked out, whose history tells when notes changed; nothing outside of Git."""
    try:
        return Repository.find(folder).commit("HEAD").encode()
    except (GitError, OSError):
        return b""
