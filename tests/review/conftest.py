"""What tests of reviews share: a change, as files before and after it."""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.comparing.snapshot import quietly
from estiba.git.repository import Repository
from estiba.review.reading import Question, read_review
from repositories import Commits

TODAY = dt.date(2026, 11, 23)


@pytest.fixture
def read(tmp_path):
    """Read the review of a change, given as path -> content; None takes a file away. `docs` is the vault.

    `later` is what the base goes on to, once the change has parted from it.
    """

    def make(before, after, later=None):
        commits = Commits(tmp_path / "repository")
        commits.commit({"docs/index.md": "---\ntitle: Inicio\n---\n\nHola.\n"} | before)
        commits.branch("change")
        commits.commit(after)
        if later:
            commits.git("checkout", "-q", "main")
            commits.commit(later)
        repository = Repository.find(commits.root)
        return read_review(
            Question(repository, "main", "change", "docs", TODAY), quietly, lambda notes: notes
        )

    return make


@pytest.fixture
def note_of(read):
    """Give what is said of the only note that a change touches."""

    def make(before, after):
        files = ({"docs/a.md": text} if text is not None else {} for text in (before, after))
        old, new = files
        (note,) = read(old, new or {"docs/a.md": None}).review.notes
        return note

    return make
