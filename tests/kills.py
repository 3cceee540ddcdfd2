"""Kills builds at random moments: the site must be the one before or the one after, whole.

    python tests/kills.py [KILLS] [SEED]

Prints what it found; exit status 1 if a site was neither.
"""

from __future__ import annotations

import hashlib
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

os.environ |= {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from generated_vault import write_vault
from mkdocs.__main__ import cli

NOTES = 10
LATE = 0.5
"""The share of kills in the last fifth of a build, where the sites are exchanged."""


def main(kills: int, seed: int) -> int:
    """Kill `kills` builds; gives the exit status."""
    chance, found = random.Random(seed), Counter[str]()
    with tempfile.TemporaryDirectory(prefix="kills-") as scratch:
        vault = Path(scratch, "vault")
        write_vault(vault, NOTES)
        site = vault / "site"
        trees, longest = {}, 0.0
        for version in ("one", "two"):
            write_version(vault, version)
            began = time.monotonic()
            if end(start(vault)) != 0:
                raise SystemExit("a build that nobody killed has failed")
            longest = max(longest, time.monotonic() - began)
            trees[tree(site)] = version
        for kill in range(kills):
            version = ("one", "two")[kill % 2]
            write_version(vault, version)
            process = start(vault)
            first = 0.8 if chance.random() < LATE else 0.0
            time.sleep(chance.uniform(first, 1.1) * longest)
            with_children = chance.random() < 0.5
            (os.killpg if with_children else os.kill)(process, signal.SIGKILL)
            was_killed = end(process) != 0
            there = trees.get(tree(site))
            found["broken" if there is None else "new" if there == version else "old"] += 1
            found["killed"] += was_killed
            if there is None:
                break
    sys.stdout.write(
        f"seed {seed}: {found['killed']} of {kills} builds killed;"
        f" the site was the old one {found['old']} times, the new one {found['new']} times,"
        f" neither {found['broken']} times\n"
    )
    return 1 if found["broken"] else 0


def write_version(vault: Path, version: str) -> None:
    """Change every note of the vault."""
    for note in (vault / "docs").rglob("*.md"):
        text = note.read_text("utf-8").partition("\nVersion")[0]
        note.write_text(f"{text}\nVersion {version}.\n", "utf-8")


def mkdocs_build() -> None:
    """Build the vault in the working folder, and raise SystemExit."""
    cli(["build", "--quiet"])


def start(vault: Path, *, said: Path = Path(os.devnull), build: Callable[[], object] = mkdocs_build) -> int:
    """Build the vault in a process of its own, which has all modules at once; gives its number.

    What the build says goes to the end of the file `said`.
    """
    process = os.fork()
    if process:
        return process
    os.setsid()
    os.chdir(vault)
    with said.open("a+b") as file:
        for stream in (0, 1, 2):
            os.dup2(file.fileno(), stream)
    status = 1
    try:
        build()
    except SystemExit as error:
        status = error.code
    finally:
        os._exit(status)


def end(process: int) -> int:
    """Wait for the end of a process; gives its exit status, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def tree(site: Path) -> str:
    """Give a digest of every name and every byte below `site`."""
    digest = hashlib.sha256()
    for path in sorted(site.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        digest.update(f"{path.relative_to(site)} {len(data)} ".encode() + data)
    return digest.hexdigest()


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    sys.exit(main(given[0] if given else 20, given[1] if len(given) > 1 else random.randrange(10**6)))
