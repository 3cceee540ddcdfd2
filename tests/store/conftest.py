from __future__ import annotations

import pytest

from estiba.store.store import Store


@pytest.fixture(autouse=True)
def state_folder(tmp_path_factory, monkeypatch):
    """Where a key would lie: never the user's own folder. Most tests have theirs from the variable."""
    folder = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    monkeypatch.setenv("ESTIBA_STORE_KEY", "the key of these tests")
    return folder


@pytest.fixture
def said():
    """What stores that `run` has opened have said."""
    return []


@pytest.fixture
def run(tmp_path, said):
    """Open the store of one vault, as a run does."""
    return lambda: Store.open(tmp_path, say=said.append)


@pytest.fixture
def file(tmp_path):
    return tmp_path / ".cache" / "estiba" / "store.sqlite3"
