from __future__ import annotations

import json
from importlib.metadata import Distribution

import pytest

from estiba.writing.requirement import Requirement, requirement_of

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GIT = {"vcs": "git", "commit_id": COMMIT}


class Installed(Distribution):
    def __init__(self, origin):
        self.origin = origin

    def read_text(self, filename):
        return self.origin if filename == "direct_url.json" else "Name: estiba\nVersion: 1.2\n"

    def locate_file(self, path):
        raise NotImplementedError


@pytest.mark.parametrize(
    ("origin", "line", "is_fetched"),
    [
        (None, "estiba==1.2", True),
        ({"url": "https://h/e.git", "vcs_info": GIT}, f"estiba @ git+https://h/e.git@{COMMIT}", True),
        (
            {"url": "https://h/e.git", "vcs_info": GIT, "subdirectory": "x"},
            f"estiba @ git+https://h/e.git@{COMMIT}#subdirectory=x",
            True,
        ),
        ({"url": "https://h/e.whl", "archive_info": {"hash": "x"}}, "estiba @ https://h/e.whl", True),
        ({"url": "https://me:secret@h/e.git", "vcs_info": GIT}, "estiba==1.2", False),
        ({"url": "file:///home/me/e", "dir_info": {"editable": True}}, "estiba==1.2", False),
        ({"url": "file:///home/me/e", "vcs_info": GIT}, "estiba==1.2", False),
        ({"url": "file:///home/me/e.whl", "archive_info": {}}, "estiba==1.2", False),
    ],
)
def test_what_is_installed_is_named_for_others(origin, line, is_fetched):
    text = None if origin is None else json.dumps(origin)
    assert requirement_of(Installed(text)) == Requirement(line, is_fetched)


def test_a_record_that_cannot_be_read_says_nothing():
    assert requirement_of(Installed("{")) == Requirement("estiba==1.2", is_fetched=True)
