"""What tests of notes share: a note and its problems as text, and one profile for properties."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, settings

from estiba.catalogue import catalogue_for
from estiba.config import Config
from estiba.problem import Problem
from estiba.vault.note import Note, Unreadable, read_note

settings.register_profile(
    "vault",
    max_examples=100,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("vault")


def show_problems(problems: Iterable[Problem]) -> list[str]:
    texts = catalogue_for("en")
    return [f"{one.place}: {texts.problem(one)} [{one.check}]" for one in problems]


def show_note(note: Note) -> list[str]:
    source = "the author's" if note.described else "the text's"
    fences = [f"fence: {one.first_line}-{one.last_line} {one.info!r}" for one in note.fences]
    return [
        f"title: {note.title}",
        f"description ({source}): {note.description}",
        f"dates: {note.date}, {note.mod}",
        f"published: {note.published}",
        f"tags: {list(note.tags)}",
        f"extra: { {key: one.value for key, one in note.extra.items()} }",
        f"body: line {note.body_line}, {note.body.partition(chr(10))[0]!r}",
        *fences,
        *show_problems(note.problems),
    ]


def show(source: str | bytes, path: str = "nota.md", config: Config | None = None) -> list[str]:
    data = source if isinstance(source, bytes) else source.encode()
    try:
        note = read_note(data, path, config or Config())
    except Unreadable as error:
        return show_problems([error.problem])
    return show_note(note)


@pytest.fixture(name="show", scope="session")
def _show():
    """Give a function: a note -> what was read of it, line by line, and its problems."""
    return show


@pytest.fixture(name="show_problems", scope="session")
def _show_problems():
    """Give a function: problems -> `path:line:column: message [check]` each."""
    return show_problems
