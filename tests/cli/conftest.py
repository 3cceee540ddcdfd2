"""What tests of the commands share: a folder to call them in."""

from __future__ import annotations

import pytest


@pytest.fixture
def vault(tmp_path, monkeypatch):
    """Write files, path -> content, into the folder in which commands are called."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")

    def write(files):
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write
