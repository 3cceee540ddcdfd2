from __future__ import annotations

import pytest

from estiba.config import Config
from estiba.vault.links.excerpts import excerpt_of, text_of
from estiba.vault.vault import read_vault

NOTE = "---\ntitle: T\n---\n# One\n\na\n\n## Two\n\nb ^x\n\n# Three\n\n| c |\n|---|\n\n^y"


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("", "# One\n\na\n\n## Two\n\nb ^x\n\n# Three\n\n| c |\n|---|\n\n^y"),
        ("Two", "## Two\n\nb ^x\n"),
        ("One", "# One\n\na\n\n## Two\n\nb ^x\n"),
        ("^x", "b ^x"),
        ("^y", "| c |\n|---|"),
        ("nowhere", "# One\n\na\n\n## Two\n\nb ^x\n\n# Three\n\n| c |\n|---|\n\n^y"),
    ],
)
def test_parts(fragment, text):
    link = f"![[t#{fragment}]]".encode()
    vault = read_vault([("t.md", NOTE.encode()), ("a.md", link)], Config())
    ((_, target),) = vault.targets_of("a.md")
    note = vault.notes["t.md"]
    assert text_of(note, excerpt_of(note, target)) == text
