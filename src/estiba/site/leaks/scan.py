"""The files of a site, looked through for what must not show."""

from __future__ import annotations

import hashlib
import os
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from estiba.site.leaks.addresses import HiddenAddresses, bare
from estiba.site.leaks.contents import (
    Content,
    Unreadable,
    attributes_of,
    read_content,
    sentences_in,
    taken_apart,
)
from estiba.site.leaks.hidden import Hidden, Name, Secret
from estiba.site.leaks.words import Run, looks_like_address

_LINKS = frozenset("href src srcset poster action formaction cite data background".split())
"""Attributes that hold addresses: no words, which an author may choose."""

_PARTS = re.compile(r"[/_.,=?&#\-]+")

Bytes = tuple[int, bytes]
"""How many bytes a file has, and their SHA-256."""


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """One thing that must not show, in a file of the site."""

    file: str
    """Relative to the site's root, with `/`."""
    secret: Secret


@dataclass(slots=True)
class _Finds:
    """What may not show, at first sight."""

    runs: list[Run] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    secrets: list[Secret] = field(default_factory=list)
    written: list[tuple[str, Secret]] = field(default_factory=list)
    """Addresses in a text, which an author may have written there."""

    def is_empty(self) -> bool:
        return not (self.runs or self.names or self.secrets or self.written)


class Scan:
    """A search through one site. What many pages have in common is looked at once."""

    def __init__(
        self,
        hidden: Hidden,
        addresses: HiddenAddresses,
        attachments: dict[Bytes, Secret],
        published: Iterable[str],
    ) -> None:
        """Take what must not show; `attachments` are files by their content; `published` texts may show."""
        self._hidden = hidden
        self._words = hidden.words
        self._addresses = addresses
        self._attachments = attachments
        self._sizes = {size for size, _ in attachments}
        self._known: set[int] = set()
        """Pairs of lines that hold nothing."""
        self._known_tags: set[str] = set()
        self._telling_tags: set[str] = set()
        """Those that may hold something, depending on the page."""
        self._known_sentences = {one for text in published for one in _sentences(text)}
        self._found: dict[str, _Finds] = {}

    def read(self, site: Path, names: Iterable[str], *, copied: Collection[str]) -> None:
        """Look through the files called `names` in the folder `site`; of those `copied`, at their bytes."""
        for name in names:
            finds = _Finds()
            secret = self._addresses.holding(name)
            if secret is not None:
                finds.secrets.append(secret)
            finds.names += self._names_in_path(name)
            self._read_file(site / name, name, finds, is_copied=name in copied)
            if not finds.is_empty():
                self._found[name] = finds

    def leaks(self, public: Iterable[str]) -> list[Leak]:
        """Tell what was found, less what stands in the texts `public`: read only where something was."""
        if not self._found:
            return []
        written = {token for finds in self._found.values() for token, _ in finds.written}
        allowed: set[str] = set()
        runs = {run for finds in self._found.values() for run in finds.runs}
        self._hidden.keep_only(runs, (name for finds in self._found.values() for name in finds.names))
        for text in public:
            self._hidden.forget(text)
            allowed.update(token for token in written if token in text)
        places = self._hidden.places_of(run for run in runs if self._hidden.runs_in(run))
        return sorted(
            {
                Leak(name, secret)
                for name, finds in self._found.items()
                for secret in self._secrets(finds, places, allowed)
            }
        )

    def _secrets(self, finds: _Finds, places: dict[Run, Secret], allowed: set[str]) -> Iterator[Secret]:
        yield from finds.secrets
        yield from (places[run] for run in finds.runs if run in places)
        yield from (secret for name in finds.names if (secret := self._hidden.secret_of(name)))
        yield from (secret for token, secret in finds.written if token not in allowed)

    def _read_file(self, path: Path, name: str, finds: _Finds, *, is_copied: bool) -> None:
        if is_copied:
            if self._sizes and path.stat().st_size in self._sizes:
                self._look_at_bytes(path.read_bytes(), finds)
            return
        data = path.read_bytes()
        self._look_at_bytes(data, finds)
        try:
            content = read_content(posixpath.basename(name), data)
        except Unreadable as error:
            finds.secrets.append(Secret(f"what nobody can look through ({error})", name, 1))
            return
        self._look_at_content(content, finds, posixpath.dirname(name))

    def _look_at_bytes(self, data: bytes, finds: _Finds) -> None:
        if len(data) in self._sizes and (secret := self._attachments.get(bytes_of(data))):
            finds.secrets.append(secret)

    def _look_at_content(self, content: Content, finds: _Finds, folder: str) -> None:
        """Look at what does not stand in other files as well, where it held nothing."""
        lines = ["", *content.text.split("\n"), ""]
        pairs = list(map(hash, pairwise(lines)))
        unknown = set(pairs) - self._known
        if not unknown:
            return
        is_new = [pair in unknown for pair in pairs]
        near = zip(lines[1:], is_new, is_new[1:], strict=False)
        fresh = content._replace(text="\n".join(line for line, above, below in near if above or below))
        text, tags = taken_apart(fresh)
        is_known = self._look_at_text(fresh, text, finds, folder)
        if self._look_at_tags(set(tags), finds, folder) and is_known:
            self._known |= unknown

    def _look_at_text(self, content: Content, text: str, finds: _Finds, folder: str) -> bool:
        """Look at what stands beside tags; gives whether it needs no other look in another file."""
        sentences = [one for one in _sentences(text) if one not in self._known_sentences]
        tokens = " ".join(sentences).split()
        words = self._words.of(tokens)
        leading = self._words.leading.intersection(tokens)
        has_run, has_name = bool(self._hidden.runs_in(words)), any(self._hidden.names_in(words))
        for token in leading:
            if secret := self._addresses.find(token, folder, in_text=True):
                finds.written.append((bare(token), secret))
        if has_run:
            for sentence in sentences_in(content):
                finds.runs += self._hidden.runs_in(self._words.of(sentence.split()))
        if has_name:
            finds.names += self._hidden.names_in_text(text)
        if leading or has_run or has_name:
            return False
        self._known_sentences.update(sentences)
        return True

    def _look_at_tags(self, tags: set[str], finds: _Finds, folder: str) -> bool:
        """Look at tags; gives whether they need no other look in another file."""
        new = tags - self._known_tags - self._telling_tags
        if self._may_tell(new):
            self._telling_tags.update(tag for tag in new if self._may_tell((tag,)))
        self._known_tags |= new - self._telling_tags
        telling = tags & self._telling_tags
        for tag in telling:
            for name, value in attributes_of(tag):
                self._look_at_value(name, value, finds, folder)
        return not telling

    def _may_tell(self, tags: Iterable[str]) -> bool:
        """Whether there is anything in `tags` that is worth a closer look."""
        tokens = _values(tags).split()
        words = self._words.of(tokens)
        if not self._words.leading.isdisjoint(tokens) or self._hidden.runs_in(words):
            return True
        return any(self._hidden.names_in(words))

    def _look_at_value(self, name: str, value: str, finds: _Finds, folder: str) -> None:
        is_link = name in _LINKS
        for token in _in_value(name, value):
            in_text = not is_link or "://" in token
            if is_link or looks_like_address(token):
                secret = self._addresses.find(token, folder, in_text=in_text)
                if secret and in_text:
                    finds.written.append((bare(token), secret))
                elif secret:
                    finds.secrets.append(secret)
            if "/" in token:
                finds.names += self._names_in_path(token)
        words = self._words.of(value.split())
        finds.runs += self._hidden.runs_in(words)
        if "/" not in value or " " in value:
            finds.names += self._hidden.names_in_text(value)

    def _names_in_path(self, path: str) -> Iterator[Name]:
        """Give the names that are a part of `path`, between slashes."""
        for part in path.split("/"):
            for spelling in (part, posixpath.splitext(part)[0]):
                if name := self._hidden.name_in_path(spelling):
                    yield name


def _sentences(text: str) -> list[str]:
    """Give what stands between full stops."""
    return " ".join(text.split()).split(". ")


def _values(tags: Iterable[str]) -> str:
    """Give what stands in the attributes of `tags`, in parts between which a name may stand."""
    found = [(name in _LINKS, value) for tag in tags for name, value in attributes_of(tag)]
    values = " \n".join(f"./{value}" if is_link and "/" not in value else value for is_link, value in found)
    return f"{values}\n{_PARTS.sub(' ', values)}"


def _in_value(name: str, value: str) -> list[str]:
    """Give what may be an address in an attribute: `a.png 1x, b.png 2x`, `0; url=a/`."""
    if name in _LINKS and name != "srcset":
        return [value.strip()]
    return value.replace(",", " ").replace("=", " ").split()


def bytes_of(data: bytes) -> Bytes:
    """Give what is equal of files with equal content."""
    return len(data), hashlib.sha256(data).digest()


def files_of(site: Path) -> Iterator[str]:
    """Give the paths of all files below `site`, sorted, with `/`; Git's own are none of the site's."""
    for folder, folders, names in os.walk(site):
        if Path(folder) == site:
            folders[:] = [one for one in folders if one != ".git"]
        folders.sort()
        for name in sorted(names):
            yield Path(folder, name).relative_to(site).as_posix()
