"""A site in memory: what it has at an address, as its files are now."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from estiba.kept.findings import judge_alone
from estiba.site.search_index.document import SearchDocument
from estiba.site.serving.later import LaterFiles
from estiba.site.serving.marks import Mark, mark_of
from estiba.site.serving.pages import Pages
from estiba.site.serving.reading import Reader, Reading
from estiba.site.state import keeper_of, vault_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mkdocs.structure.files import File

    from estiba.site.serving.gathering import Gathered

_OF_EXAMPLE = re.compile(r"compose[^/]*\.yaml|\.env[^/]*\.example")
NOT_FOUND = "404.html"


class Outdated(Exception):
    """The files are not those any more of which the model was made: it has to be made anew."""


class Found(NamedTuple):
    """What the site has at an address."""

    place: str
    """The file of the site."""
    data: bytes
    note: str = ""
    """The path of the note that the page shows, if it shows one."""
    is_new: bool = False
    """Whether it was made now, because the note has changed."""


class Model:
    """One site, from one thread."""

    def __init__(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self.reader = Reader(gathered)
        self._pages = Pages(gathered)
        self._later = LaterFiles(gathered, self._pages)
        self._by_place = {file.dest_uri: file for file in gathered.pages}
        self._others = {
            file.dest_uri: file
            for file in gathered.files
            if not file.is_documentation_page() and file.inclusion.is_in_serve()  # type: ignore[no-untyped-call]
        }
        self._new: set[str] = set()
        """Paths of notes that have changed, and whose pages nobody has asked for since."""

    def needs(self, place: str) -> list[File]:
        """Give the pages that have to be converted before the file at `place` can be made."""
        return self._later.needs(place)

    def prepare(self, file: File, *, as_is: bool = False) -> None:
        """Convert a page that something needs, as its note is now. Raises `Outdated`."""
        self._look(file, as_is=as_is)
        self._pages.convert(file)

    def find(self, place: str, *, as_is: bool = False) -> Found | None:
        """Give the file of the site at `place` (`redes/vpn/index.html`); None where there is none.

        Raises `Outdated`, unless the model is to be taken as it is.
        """
        if place in self._by_place:
            return self._page(self._by_place[place], as_is=as_is)
        made = self._later.get(place)
        if made is not None:
            return Found(place, made)
        if place in self._others:
            return _found(place, self._others[place])
        folder, name = posixpath.split(place)
        if not _OF_EXAMPLE.fullmatch(name):
            return None
        for file in self._pages.in_folder(f"{folder}/" if folder else ""):
            self.prepare(file, as_is=as_is)
        example = self.gathered.files.src_uris.get(place)
        return _found(place, example) if example is not None and example.generated_by else None

    def renew(self, paths: Iterable[str]) -> list[str]:
        """Take the notes at `paths` as they are now; gives those that are others now. Raises `Outdated`."""
        return [path for path in paths if self._renew(path)]

    def has_page(self, place: str) -> bool:
        """Whether `place` is that of a page."""
        return place in self._by_place

    def heed(self, place: str, marks: Mapping[str, Mark]) -> None:
        """Raise `Outdated` if another file is copied to `place` than was there when `marks` were taken."""
        file = self._others.get(place)
        if file is not None and file.abs_src_path and file.src_dir == self.gathered.config.docs_dir:
            mark = mark_of(Path(file.abs_src_path))
            if mark is None or marks.get(file.abs_src_path, mark) != mark:
                raise Outdated

    def documents(self, file: File) -> Sequence[tuple[str, str]]:
        """Give what the search is to find of a page, with the address: one document, or none."""
        return self._pages.documents(file)

    def empty_document(self) -> tuple[str, str]:
        """Give what an index is made of where nothing can be found."""
        state, config = self.gathered.state, self.gathered.config
        return "index.html", SearchDocument(state.catalogue.language, config.site_name, "").html()

    def warm_up(self) -> None:
        """Do once what the first change of a note would wait for: what checks and templates load."""
        state = self.gathered.state
        noted = [path for path in vault_of(self.gathered.config).notes if state.findings[path].examples]
        if noted:
            judge_alone(vault_of(self.gathered.config).notes[noted[0]], keeper_of(state).rules)
            self._pages.render(state.files[noted[0]])

    def open(self) -> None:
        """Take the store again, in this thread."""
        self.gathered.state.store.find_again()

    def let_go(self) -> None:
        """Let another thread take the store."""
        self.gathered.state.store.let_go()

    def commit(self) -> None:
        """Let others have what was found out."""
        self.gathered.state.store.commit()

    def close(self) -> None:
        """Let go of the store."""
        self.gathered.state.store.close()

    def _page(self, file: File, *, as_is: bool) -> Found:
        path = file.src_uri
        self._look(file, as_is=as_is)
        data = self._pages.rendered(path) or self._pages.render(file)
        is_new = path in self._new
        self._new.discard(path)
        return Found(file.dest_uri, data, path if path in self.gathered.state.findings else "", is_new)

    def _look(self, file: File, *, as_is: bool) -> None:
        try:
            self._renew(file.src_uri)
        except Outdated:
            if not as_is:
                raise

    def _renew(self, path: str) -> bool:
        reading = self.reader.read(path)
        if reading is Reading.OUTDATED:
            raise Outdated
        if reading is Reading.RENEWED:
            self._new.add(path)
            self._pages.forget(path)
            self._later.forget()
        return reading is Reading.RENEWED


def _found(place: str, file: File) -> Found | None:
    """Give a file that is no page; None where somebody has taken it away."""
    try:
        data = file.content_bytes if file.abs_src_path is None else Path(file.abs_src_path).read_bytes()
    except OSError:
        return None
    return Found(place, data)
