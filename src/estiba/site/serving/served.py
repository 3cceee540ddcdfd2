"""The site that is served: one model after the other, and what keeps the next from being made."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from mkdocs.plugins import get_plugin_logger

from estiba.build_day import build_day
from estiba.report.printable import one_line
from estiba.site.serving.making import Broken, Made, Options, configuration, make, try_out
from estiba.site.serving.marks import Marks, take_marks
from estiba.site.serving.model import NOT_FOUND, Found, Model, Outdated
from estiba.site.serving.note_problems import words_of_note
from estiba.site.serving.worker import Worker
from estiba.site.state import keeper_of

if TYPE_CHECKING:
    from mkdocs.structure.files import File

log = get_plugin_logger("estiba")
Result = TypeVar("Result")
_TRIED = 4
"""Pages that were asked for last, and must come out in a new model before it is shown."""


class Served:
    """Answers for the site, as its files are, to any number of threads.

    All that is done with a model is done in the thread of one worker; the next model is made in the thread
    of whoever finds that it is needed, and pages of the old one are served meanwhile.
    """

    def __init__(self, options: Options, made: Made, worker: Worker) -> None:
        """Serve `made`, out of the thread of `worker`."""
        self._options, self._made, self._worker = options, made, worker
        self._renewing = threading.Lock()
        self._failed: Marks | None = None
        self._asked: deque[str] = deque(maxlen=_TRIED)
        self._changed = threading.Condition()
        self.changes = 0
        """How often anything has changed that somebody may be told of."""
        self.texts = 0
        """How often that was something that a page shows."""
        self.fault = ""
        """What keeps the model from being made anew, in words."""

    def do(self, work: Callable[[Model], Result]) -> Result:
        """Have `work` done with the model, in its thread."""
        return self._worker.do(lambda: work(self._made.model))

    def find(self, place: str) -> Found | None:
        """Give what the site has at `place`, as its files are at this moment."""
        as_is = False
        while True:
            made = self._made
            try:
                found = self._find(made, place, as_is=as_is)
            except Outdated:
                as_is = not self._renew(made)
            else:
                if found is not None or as_is or not self.look():
                    return found

    def find_page(self, place: str) -> tuple[Found | None, bool]:
        """Give what the site has at `place`, or its page for what is not there; and whether it is there."""
        found = self.find(place)
        if found is None:
            return self.find(NOT_FOUND), False
        if found.place.endswith(".html"):
            self._asked.append(place)
        return found, True

    def look(self) -> bool:
        """Look whether files have changed, and take up what has; gives whether anything has."""
        made = self._made
        marks = take_marks(made.paths)
        is_old = self.do(lambda model: keeper_of(model.gathered.state).rules.today) != build_day()
        if marks == self._failed and not is_old:
            return False
        paths = self._only_notes(made, marks)
        if paths is None or is_old:
            return self._renew(made)
        try:
            changed = self.do(lambda model: model.renew(paths))
        except Outdated:
            return self._renew(made)
        made.marks = marks
        is_mended, self._failed, self.fault = bool(self.fault), None, ""
        if changed or is_mended:
            self.tell(of_texts=bool(changed))
        return bool(changed) or is_mended

    def wait(self, changes: int, seconds: float) -> None:
        """Wait until there were more than `changes`."""
        with self._changed:
            self._changed.wait_for(lambda: self.changes != changes, seconds)

    def tell(self, *, of_texts: bool) -> None:
        """Tell those who wait that something has changed."""
        with self._changed:
            self.changes += 1
            self.texts += of_texts
            self._changed.notify_all()

    def _find(self, made: Made, place: str, *, as_is: bool) -> Found | None:
        def needs(model: Model) -> list[File]:
            if not as_is:
                model.heed(place, made.marks)
            return model.needs(place)

        for file in self.do(needs):
            self.do(partial(Model.prepare, file=file, as_is=as_is))
        began = time.perf_counter()
        found = self.do(lambda model: model.find(place, as_is=as_is))
        if found is not None and found.is_new:
            took = 1000 * (time.perf_counter() - began)
            self.tell(of_texts=True)
            log.info("%s: read, converted, rendered in %.0f ms", one_line(found.note), took)
            for words in self.do(lambda model: words_of_note(model, found.note)):
                log.warning("%s", words)
        return found

    def _only_notes(self, made: Made, marks: Marks) -> list[str] | None:
        """Give the notes that have other marks now; None if anything else has, is new or is gone."""
        if marks == made.marks:
            return []
        if marks.keys() != made.marks.keys():
            return None
        files = [file for file, mark in marks.items() if made.marks[file] != mark]
        paths = self.do(lambda model: [model.reader.path_of(file) for file in files])
        found = [path for path in paths if path is not None]
        return found if len(found) == len(files) else None

    def _renew(self, old: Made) -> bool:
        """Make the model anew instead of `old`, unless that was done; gives whether there is a new one."""
        with self._renewing:
            if self._made is not old:
                return True
            marks = take_marks(old.paths)
            if marks == self._failed:
                return False
            began = time.perf_counter()
            self.do(Model.commit)
            try:
                new = make(configuration(self._options), is_first=False)
                self._worker.do(lambda: self._begin(new))
            except Exception as error:  # noqa: BLE001 - a plugin may raise anything, and what is served stays
                self._fail(error, marks)
                return False
            self._failed, self.fault = None, ""
            _say_news(old.model, new.model, time.perf_counter() - began)
        self.tell(of_texts=True)
        return True

    def _begin(self, new: Made) -> None:
        """Go on with `new`, if the pages come out that somebody looks at."""
        new.model.open()
        try_out(new.model, list(self._asked))
        self._made.model.close()
        self._made = new

    def _fail(self, error: Exception, marks: Marks) -> None:
        words = str(error) if isinstance(error, Broken) else f"{type(error).__name__}: {error}"
        self._failed = marks
        if words != self.fault:
            log.error("%s", words, exc_info=None if isinstance(error, Broken) else error)
            log.error("the pages that are served are those of before; mend this, and they are made anew")
        self.fault = words
        self.tell(of_texts=False)


def _say_news(old: Model, new: Model, took: float) -> None:
    """Say that the model was made anew, and what the checks say that they did not say of the old one."""
    log.info("the vault was looked through anew in %.1f s", took)
    known = set(old.gathered.state.failing)
    for words in new.gathered.state.failing:
        if words not in known:
            log.warning("%s", words)
