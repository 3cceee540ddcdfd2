"""What is measured, of which programs, and how: each takes one value or some, in seconds or bytes."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from generated_vault import note_path

from speed.edits import edit, shows
from speed.place import Place, page_of
from speed.processes import ENVIRONMENT, Failed, run
from speed.programs import HERE, INDEXING, MAIN, Program
from speed.repository import commit_and_change
from speed.serving import served
from speed.size import sizes

EDITS, ENOUGH = 5, 30.0
"""A server is edited five times, or as often as fits into 30 seconds."""


def cold(place: Place) -> dict[str, float]:
    """Build with nothing left of earlier builds."""
    place.program.forget(place.root)
    return {"cold": place.build()[0]}


def unchanged(place: Place) -> dict[str, float]:
    """Build again."""
    place.have_site()
    return {"unchanged": place.build()[0]}


def edited(place: Place) -> dict[str, float]:
    """Build after one note has a new sentence. Raises `Failed` where its page has it not."""
    place.have_site()
    word = next(place.words)
    edit(place.root / "docs" / place.note, word)
    seconds = place.build()[0]
    if not shows(place.site / page_of(place.note), word):
        raise Failed(f"{place.program.title}: the edit is not in the site")
    return {"edited": seconds}


def size(place: Place) -> dict[str, float]:
    """Look at the site."""
    place.have_site()
    return sizes(place.site, [page_of(note_path(number)) for number in range(place.notes)])


def memory(place: Place) -> dict[str, float]:
    """Build with nothing left of earlier builds, and look at the memory meanwhile."""
    place.program.forget(place.root)
    return {"memory": place.build(watch_memory=True)[1]}


def edit_to_served(place: Place) -> dict[str, float]:
    """Time from the end of writing a note until the served page has it."""
    times: list[float] = []
    address = "/" + page_of(place.note).removesuffix("index.html")
    with served(place.program.serve, place.root, address) as wait_for:
        began = time.perf_counter()
        while len(times) < EDITS and (not times or time.perf_counter() - began < ENOUGH):
            word = next(place.words)
            edit(place.root / "docs" / place.note, word)
            start = time.perf_counter()
            times.append(wait_for(word) - start)
            time.sleep(0.5)  # an author does not write again at once
    place.program.forget(place.root)  # the site on the disk is not that of the notes any more
    return {"served": statistics.median(times)}


def check(place: Place) -> dict[str, float]:
    """Check all notes, with nothing left of earlier runs and then again."""
    place.program.forget(place.root)
    command = (place.program.build[0], "check")
    return {name: run(command, place.root).seconds for name in ("check", "check-warm")}


def changes(place: Place) -> dict[str, float]:
    """Check what a work tree has changed, and make the page of a change, in a repository."""
    root = place.root.with_name("repository")
    if not root.exists():
        shutil.copytree(place.root / "docs", root / "docs")
        shutil.copyfile(place.root / "mkdocs.yml", root / "mkdocs.yml")
        commit_and_change(root)
    estiba = place.program.build[0]
    return {
        "changed": run((estiba, "check", "--changed"), root).seconds,
        "review": run((estiba, "review", "HEAD~1..HEAD", "-o", "review.html"), root).seconds,
    }


def index(place: Place) -> dict[str, float]:
    """Make the search index by itself, three times."""
    command = [sys.executable, "-m", "speed.index", str(place.root), "3"]
    ran = subprocess.run(command, cwd=HERE, env=ENVIRONMENT, check=True, capture_output=True, text=True)
    shutil.rmtree(place.root / "served")
    return {"index": statistics.median(map(float, ran.stdout.split()))}


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of what is measured."""

    name: str
    programs: tuple[Program, ...]
    take: Callable[[Place], dict[str, float]]
    once: bool = False
    """Whether one time is enough: it is no matter of noise, or counts by itself."""


MEASURES = (
    Measure("cold", MAIN, cold),
    Measure("unchanged", MAIN, unchanged),
    Measure("edited", MAIN, edited),
    Measure("search", INDEXING, cold),
    Measure("size", (*MAIN, *INDEXING), size, once=True),
    Measure("memory", (*MAIN, *INDEXING[:1]), memory, once=True),
    Measure("served", MAIN, edit_to_served),
    Measure("check", MAIN[:1], check),
    Measure("changes", MAIN[:1], changes),
    Measure("index", INDEXING[:1], index, once=True),
)
"""In the order in which they are taken: the later ones leave sites that are not those of the notes."""
