"""A vault as a repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

from speed.edits import edit

_NAME = ("-c", "user.name=A", "-c", "user.email=a@example.org")


def commit_and_change(root: Path) -> None:
    """Make the vault a repository whose last commit, and work tree, each change one note."""
    notes = sorted((root / "docs").rglob("*.md"))
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), (*_NAME, "commit", "-qm", "vault")):
        subprocess.run(["git", *words], cwd=root, check=True)
    edit(notes[0], "palabra")
    subprocess.run(["git", *_NAME, "commit", "-qam", "note"], cwd=root, check=True)
    edit(notes[1], "palabra")
