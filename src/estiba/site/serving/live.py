"""What a page in a browser hears: whether it is another now, and what is wrong with its note."""

from __future__ import annotations

import hashlib
import json
import time
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from estiba.catalogue import Catalogue
from estiba.problem import Problem
from estiba.report.printable import one_line
from estiba.site.serving.addresses import place_of
from estiba.site.serving.note_problems import problems_of

if TYPE_CHECKING:
    from estiba.site.serving.model import Model
    from estiba.site.serving.served import Served

_PATIENCE = 25.0
"""Seconds after which a browser is answered though nothing has changed."""
_WORDS = ("name", "more", "changed", "reload")


class Live:
    """Answers for the pages that are open in browsers."""

    def __init__(self, served: Served, mount: str) -> None:
        self._served, self._mount = served, mount
        self._notes: dict[str, str] = {}
        """The notes of pages that were open once, by their places; of those that are gone, too."""

    def wait(self, page: str, known: str) -> bytes:
        """Give the state of the page at the address `page`, as JSON, once it is not the `known` one."""
        end = time.monotonic() + _PATIENCE
        while True:
            changes = self._served.changes
            state = self._state(page)
            left = end - time.monotonic()
            if state["state"] != known or left <= 0:
                return json.dumps(state, ensure_ascii=False).encode("utf-8", "replace")
            self._served.wait(changes, left)

    def _state(self, page: str) -> dict[str, Any]:
        place = place_of(urlsplit(page).path.removeprefix(self._mount))
        found, is_there = self._served.find_page(place)
        if found is not None and found.note is not None and is_there:
            self._notes[place] = found.note
        note, fault = self._notes.get(place, ""), self._served.fault
        told = self._served.do(lambda model: _told(model, note, fault))
        page = digest_of(found.data) if found is not None else ""
        said = {"page": page, "texts": self._served.texts, **told}
        return {"state": digest_of(json.dumps(said).encode()), **said}


def digest_of(data: bytes) -> str:
    """Tell a page from what it was before."""
    return hashlib.sha256(data).hexdigest()[:16]


def _told(model: Model, note: str, fault: str) -> dict[str, Any]:
    """Say what is wrong, in the language of the site."""
    catalogue = model.gathered.state.catalogue
    problems = problems_of(model, note)
    short = [catalogue.text("serve.fault", fault=fault)] if fault else []
    short += [catalogue.count("serve.problems", len(problems))] if problems else []
    return {
        "status": "\n".join(short),
        "problems": [_line(problem, catalogue) for problem in problems],
        "words": {name: catalogue.text(f"serve.{name}") for name in _WORDS},
    }


def _line(problem: Problem, catalogue: Catalogue) -> str:
    place, words = f"{problem.position.line}:{problem.position.column}", catalogue.problem(problem)
    severity = catalogue.text(f"severity.{problem.severity}")
    return one_line(f"{place} · {severity}: {words} [{problem.check}]")
