"""How long the commands take, as whole processes: `make bench`.

Prints the median, lowest and highest of the counted runs after one that is not counted,
in seconds of wall time, start-up included.
"""

from __future__ import annotations

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from generated_vault import write_vault

RUNS = 5
NOTES = 1000


def main() -> None:
    """Time each command over a vault of 1,000 notes."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {NOTES} notes, {RUNS} runs")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_vault(root, NOTES)
        _commit_and_change(root)
        estiba = [sys.executable, "-m", "estiba"]
        for name, command in (
            ("estiba check", [*estiba, "check"]),
            ("estiba check --changed", [*estiba, "check", "--changed"]),
            ("estiba review", [*estiba, "review", "HEAD~1..HEAD", "-o", "review.html"]),
            ("estiba check --help", [*estiba, "check", "--help"]),
            ("mkdocs build", [sys.executable, "-m", "mkdocs", "build", "--quiet"]),
        ):
            times = [_seconds(command, root) for _ in range(RUNS + 1)][1:]
            row = (statistics.median(times), min(times), max(times))
            print(f"{name:<24}" + "  ".join(f"{one:6.2f}" for one in row))


def _commit_and_change(root: Path) -> None:
    """Make the vault a repository whose last commit, and work tree, each change one note."""
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    notes = sorted((root / "docs").rglob("*.md"))
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), (*name, "commit", "-qm", "vault")):
        subprocess.run(["git", *words], cwd=root, check=True)
    _append(notes[0])
    subprocess.run(["git", *name, "commit", "-qam", "note"], cwd=root, check=True)
    _append(notes[1])


def _append(note: Path) -> None:
    note.write_text(note.read_text("utf-8") + "\nOne more sentence.\n", "utf-8")


def _seconds(command: Sequence[str], folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
