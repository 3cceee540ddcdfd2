"""A range of commits -> `Review`, without a look at any file of the work tree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from estiba.catalogue import Catalogue, catalogue_for
from estiba.checks.rules import Rules
from estiba.comparing.comparison import compare
from estiba.comparing.policy import policy_at
from estiba.comparing.revisions import read_range, read_revisions
from estiba.comparing.snapshot import Progress as Judging
from estiba.git.blobs import read_blobs
from estiba.git.repository import Repository
from estiba.git.tree import TreeFile
from estiba.review.pictures import LARGEST, MOST, data_uri, is_picture
from estiba.review.review import Review, Revision
from estiba.review.reviewing import Ends, Progress, Reviewing


@dataclass(frozen=True, slots=True)
class ReadReview:
    """A review, and what its page shows besides."""

    review: Review
    catalogue: Catalogue
    """Its texts, in the language of the vault."""
    pictures: Callable[[bool, frozenset[str]], Mapping[str, str]]
    """Gives the pictures at some paths as data, after the change or before it, as far as they are small."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be reviewed."""

    repository: Repository
    base: str
    """A revision: the branch that the change is meant for."""
    head: str
    folder: str
    """The vault, below the top of the repository."""
    today: dt.date


def read_review(question: Question, judging: Judging, progress: Progress) -> ReadReview:
    """Review what the head changes of the vault since it parted from the base; by the policy of the base.

    `judging` and `progress` are told how far it has come. Raises `GitError` for names that are no
    commits, and `ConfigError` for a broken policy.
    """
    repository, folder = question.repository, question.folder
    commits = read_range(repository, question.base, question.head)
    rules = Rules(policy_at(repository, commits.base, folder), question.today)
    revisions = read_revisions(repository, commits, folder)
    comparison = compare(revisions.before, revisions.after, revisions.change, rules, judging)
    catalogue = catalogue_for(rules.config.language or "en")
    ends = Ends(
        Revision(question.base, commits.base), Revision(question.head, commits.head), commits.fork, folder
    )
    review = Reviewing(comparison, revisions, rules, catalogue).review(ends, progress)

    def pictures(is_after: bool, paths: frozenset[str]) -> Mapping[str, str]:  # noqa: FBT001 - the one or the other
        return _pictures(repository, revisions.blobs if is_after else revisions.old_blobs, paths)

    return ReadReview(review, catalogue, pictures)


def _pictures(repository: Repository, files: Mapping[str, TreeFile], paths: frozenset[str]) -> dict[str, str]:
    wanted: dict[str, str] = {}
    left = MOST
    for path in sorted(paths):
        file = files.get(path)
        if file is not None and file.is_regular and file.size <= min(LARGEST, left) and is_picture(path):
            wanted[path] = file.blob
            left -= file.size
    data = dict(read_blobs(repository, dict.fromkeys(wanted.values())))
    return {path: data_uri(path, data[blob]) for path, blob in wanted.items()}
