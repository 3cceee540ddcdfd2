from __future__ import annotations

import pytest

from estiba.site.leaks.addresses import HiddenAddresses
from estiba.site.leaks.hidden import Secret

SECRET = Secret("its address", "a/oculta.md", 1)
PATHS = {"a/oculta.md": SECRET, "a/oculta/index.html": SECRET, "a/Añeja/index.html": SECRET}
BASES = ("https://example.org/s/", "https://example.org/r/edit/", "/s/")
ADDRESSES = HiddenAddresses(PATHS, BASES, ["a/oculta clave.md"])


@pytest.mark.parametrize(
    ("token", "folder"),
    [
        ("oculta/", "a"),
        ("../oculta", "a/b"),
        ("../../a/oculta/index.html#x", "c/d"),
        ("/a/oculta/?y", "c"),
        ("/s/a/oculta/", "c"),
        ("https://example.org/s/a/oculta/", "c"),
        ("https://example.org/r/edit/a/oculta.md", "c"),
        ("../a/An%CC%83eja/", "c"),
    ],
)
def test_links_that_lead_there(token, folder):
    assert ADDRESSES.may_lead(token)
    assert ADDRESSES.find(token, folder, in_text=False) == SECRET


@pytest.mark.parametrize(
    ("token", "folder"),
    [
        ("oculta/", "c"),
        ("a/oculta/", "c"),
        ("https://example.net/a/oculta/", "c"),
        ("//example.net/a/oculta", ""),
        ("(a/oculta/)", ""),
        ("a/oculta/otra/", ""),
    ],
)
def test_links_that_lead_elsewhere(token, folder):
    assert ADDRESSES.find(token, folder, in_text=False) is None


@pytest.mark.parametrize(
    ("token", "found"),
    [("(a/oculta.md),", SECRET), ("a/oculta", None), ("oculta.", None), ("a/añeja/", SECRET)],
)
def test_text_may_be_meant_from_the_root(token, found):
    assert ADDRESSES.find(token, "c", in_text=True) == found


def test_files_that_stand_in_a_hidden_folder():
    assert ADDRESSES.holding("a/oculta/compose.yaml") == SECRET
    assert ADDRESSES.holding("a/index.html") is None
