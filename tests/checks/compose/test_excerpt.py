"""What an author is told about a part of a Compose file."""

from __future__ import annotations

import pytest

from said import said

ONLY = "only syntax, keys and types are checked"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "services:\n  web:\n    ports: []\n",
            f"no service has 'image', 'build', 'provider' or 'extends'; {ONLY}",
        ),
        (
            "services:\n  web:\n    image: a:1\n    ...\n",
            f"a line '...' stands for what is left out; {ONLY}",
        ),
        (
            "web:\n  image: a:1\n  ports: []\n",
            f"or one of Compose's first version: 'services:' is missing above it; {ONLY}",
        ),
        ("ports:\n  - 80:80\n", f"the inside of a service; {ONLY}"),
        ("volumes:\n  data:\n", f"declarations without services; {ONLY}"),
    ],
)
def test_told(text, told):
    (found,) = said(text, "excerpt", in_note=True)
    assert found.startswith("4:1 a part of a Compose file")
    assert found.endswith(told)


def test_a_whole_file_is_no_part():
    assert said("services:\n  web:\n    image: a:1\n", "excerpt", in_note=True) == []


def test_a_file_of_its_own_is_never_a_part():
    assert said("services:\n  web:\n    ports: []\n", "excerpt") == []
    assert said("ports:\n  - 80:80\n", "excerpt") == []
