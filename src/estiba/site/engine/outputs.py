"""The files of a site that a build need not write, for they would come out the same."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from estiba.kept.shelf import Shelf
from estiba.listing import FileMark
from estiba.site.engine.asking import Question
from estiba.site.state import SiteState, keeper_of
from estiba.store.digests import digest
from estiba.store.packing import pack
from estiba.store.store import Store

_SITE = "site"


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as it was written."""

    facts: bytes
    """The digest of what its template read of it."""
    questions: tuple[Question, ...]
    answers: bytes
    """The digest of what its template was told."""
    refused: tuple[str, ...] = ()
    """The hashes of scripts in it that may not run."""


@dataclass(frozen=True, slots=True)
class SiteRecord:
    """What the last build has left."""

    marks: Mapping[str, FileMark] = field(default_factory=dict)
    """Of all files, by path."""
    pages: Mapping[str, Rendered] = field(default_factory=dict)
    """By the paths of their files."""
    copies: Mapping[str, bytes] = field(default_factory=dict)
    """The digests of what the other files hold, as far as it is known, by path."""
    surroundings: bytes = b""
    """The digest of all that a page can show besides its own note's text; empty where nobody knows."""
    keys: Mapping[str, bytes] = field(default_factory=dict)
    """What tells the notes from others, by their paths."""
    stopped: frozenset[str] = frozenset()
    """Paths of the notes of whose texts no page could be made."""


class Outputs:
    """The outputs of one build, and of the one before, whose files have not been touched since."""

    def __init__(self, store: Store, state: SiteState) -> None:
        self._store, self._state = store, state
        self._key = digest(state.basis, str(state.last_site).encode("utf-8", "surrogatepass"))
        kept = Shelf[SiteRecord](store, _SITE).get(self._key) if state.can_keep else None
        self.last = kept or SiteRecord()
        self.pages: dict[str, Rendered] = {}
        self.copies: dict[str, bytes] = {}
        self.surroundings = b""
        self.stopped: set[str] = set()
        self.is_ours = False
        """Whether nobody but Estiba has a hand in the build."""
        state.on_published.append(self._keep)

    @property
    def is_untouched(self) -> bool:
        """Whether the last site is as a whole as the last build has left it."""
        return bool(self.last.marks) and self._state.last_files == self.last.marks

    def is_untouched_in(self, folder: str) -> bool:
        """Whether nobody has changed what the last site holds in `folder`, which ends with `/`."""
        marks, files = self.last.marks, self._state.last_files
        here = {path for path in marks.keys() | files.keys() if path.startswith(folder)}
        return not marks or all(marks.get(path) == files.get(path) for path in here)

    def keep_rest(self, written: Container[str]) -> None:
        """Take over all files of the last site but those that were written anew."""
        self._state.kept_files.update(path for path in self.last.marks if path not in written)
        self.copies = {**self.last.copies, **self.copies}

    def is_there(self, path: str) -> bool:
        """Whether the last site has the file at `path` as the last build has left it."""
        mark = self.last.marks.get(path)
        return mark is not None and self._state.last_files.get(path) == mark

    def keep_page(self, path: str, rendered: Rendered) -> None:
        """Take over the page whose file is at `path`."""
        self._state.kept_files.add(path)
        self.wrote_page(path, rendered)

    def wrote_page(self, path: str, rendered: Rendered) -> None:
        """Note what became of a page."""
        self.pages[path] = rendered
        for source in rendered.refused:
            self._state.refused_scripts.setdefault(source, []).append(path)

    def keep_copy(self, path: str, content: bytes) -> bool:
        """Take over the file at `path`, if what it holds has the digest `content`; gives whether it does."""
        self.copies[path] = content
        if self.last.copies.get(path) != content or not self.is_there(path):
            return False
        self._state.kept_files.add(path)
        return True

    def _keep(self, marks: Mapping[str, FileMark]) -> None:
        keys = keeper_of(self._state).keys
        record = SiteRecord(
            dict(marks), self.pages, self.copies, self.surroundings, keys, frozenset(self.stopped)
        )
        self._store.put(_SITE, self._key, pack(record))
        if self._state.remembered is not None and self.is_ours:
            self._state.remembered.keep(str(self._state.last_site), marks)
        self._store.commit()
