"""A vault that was built once, as it was then, for each test."""

from __future__ import annotations

import pytest

from dependency_cases import VAULT
from rebuilding import build, edit, set_back


@pytest.fixture(autouse=True)
def day(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """Give a place for a vault, and where it lies as it was built first."""
    root = tmp_path_factory.mktemp("rebuilt")
    edit(root / "vault", VAULT)
    return root / "vault", root / "base"


@pytest.fixture
def vault(base, caplog):
    """A vault that was built."""
    root, kept = base
    if not kept.exists():
        build(root, caplog)
        root.rename(kept)
    set_back(root, kept)
    return root
