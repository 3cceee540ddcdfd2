"""Walks through edits of a vault, and builds it after each: the site must be that of a clean build.

    PYTHONPATH=tests python -m walking.run [STEPS] [SEED]

Some builds are killed at a random moment before one ends; some have a store that somebody has truncated,
some run two at once, some find a site that somebody has changed by hand. Prints what it found; exit
status 1, and the vault is kept, if two sites differ.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

os.environ |= {
    "ESTIBA_STORE_KEY": "the key of a walk",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "PYTHONDONTWRITEBYTECODE": "1",
    "SOURCE_DATE_EPOCH": "1750000000",
}

from kills import end, start
from rebuilding import copy_vault, differing, tree
from walking.builds import KEPT, estiba_build, mkdocs_build
from walking.edits import EDITS, choose
from walking.vault import Vault

NOTES = 60
STORE = Path(".cache", "estiba", "store.sqlite3")
_MISHAPS = {"killed": 1 / 6, "truncated": 1 / 12, "at once": 1 / 12, "by hand": 1 / 12}
"""How often each comes: of 300 steps, 50 are killed."""
_SAID = 20
_YEAR = 365 * 24 * 3600
_COMMITS, _DAYS = 0.15, 0.02


class Different(Exception):
    """Two sites that should be the same; the message says where they are not."""


class Walk:
    """One walk in a folder of its own."""

    def __init__(self, folder: Path, steps: int, seed: int) -> None:
        self.found = Counter[str]()
        self._folder, self._steps = folder, steps
        self._chance = random.Random(seed)
        self._vault = Vault.of(NOTES, self._chance)
        self._root = folder / "vault"
        self._mishaps = [name for name, share in _MISHAPS.items() for _ in range(round(share * steps))]
        self._mishaps += [""] * (steps - len(self._mishaps))
        self._chance.shuffle(self._mishaps)
        self._usual = 0.0

    def go(self) -> None:
        """Take all steps. Raises `Different`."""
        self._vault.write(self._root)
        _git(self._root, "init", "--quiet")
        self._take("first build", "")
        for step in range(self._steps):
            kind, mishap = choose(self._vault), self._mishaps[step]
            EDITS[kind][0](self._vault)
            self._vault.write(self._root)
            if self._chance.random() < _COMMITS:
                self._commit(step)
            if self._chance.random() < _DAYS:
                os.environ["SOURCE_DATE_EPOCH"] = str(int(os.environ["SOURCE_DATE_EPOCH"]) + _YEAR)
            self._take(f"step {step}: {kind}", mishap)
            self.found[mishap] += 1

    def _take(self, what: str, mishap: str) -> None:
        if paths := self._build(mishap):
            more = [f"and {len(paths) - _SAID} more"] * (len(paths) > _SAID)
            raise Different("\n  ".join([f"{what} ({mishap or 'no mishap'}):", *paths[:_SAID], *more]))

    def _build(self, mishap: str) -> list[str]:
        """Build, and give where the site, or what was said, is another than that of a clean build."""
        site, clean = self._root / "site", self._folder / "clean" / "vault"
        self._meet(mishap, site)
        shutil.rmtree(clean, ignore_errors=True)
        copy_vault(self._root, clean)
        began = time.monotonic()
        started = [self._start(self._root, "next"), self._start(clean, "anew", mkdocs_build)]
        if mishap == "at once":
            started.append(self._start(self._root, "other"))
        ends = [end(process) for process in started]
        self._usual = time.monotonic() - began
        if any(ends):
            return ["a build that nobody killed has failed", *self._said("next")[-_SAID:]]
        new, kept = tree(site), (self._folder / "next").read_text("utf-8")
        if not mishap:
            pages = sum(path.endswith(".html") for path in new)
            self.found["pages"] += pages
            self.found["kept"] += int(kept or pages)
        is_said = not kept or self._said("next") == self._said("anew")
        return differing(new, tree(clean / "site")) + ["what was said"] * (not is_said)

    def _start(self, vault: Path, name: str, build: Callable[[], object] = estiba_build) -> int:
        os.environ[KEPT] = str(self._folder / name)
        (self._folder / name).write_bytes(b"")
        self._log(name).unlink(missing_ok=True)
        return start(vault, said=self._log(name), build=build)

    def _log(self, name: str) -> Path:
        return self._folder / f"{name}.txt"

    def _said(self, name: str) -> list[str]:
        return self._log(name).read_text("utf-8", "replace").splitlines()

    def _meet(self, mishap: str, site: Path) -> None:
        chance = self._chance
        if mishap == "killed":
            process = self._start(self._root, "killed")
            time.sleep(chance.uniform(0, 0.6) * self._usual)
            try:
                os.killpg(process, signal.SIGKILL)
            except ProcessLookupError:  # it has not come so far as to have a group of its own
                os.kill(process, signal.SIGKILL)
            self.found["in time"] += end(process) != 0
        elif mishap == "truncated":
            store = self._root / STORE
            os.truncate(store, int(store.stat().st_size * chance.random()))
        elif mishap == "by hand":
            files = sorted(path for path in site.rglob("*") if path.is_file())
            for path in chance.sample(files, 3):
                data = path.read_bytes()
                path.unlink()
                if chance.random() < 2 / 3:
                    path.write_bytes(data[::-1])

    def _commit(self, step: int) -> None:
        day = f"2025-04-{step % 28 + 1:02}T12:00:00Z"
        _git(self._root, "add", "docs")
        _git(self._root, "commit", "--quiet", "--allow-empty", "--message", "x", day=day)


def _git(root: Path, *words: str, day: str = "") -> None:
    dates = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day} if day else {}
    command = ["git", "-C", str(root), "-c", "user.name=w", "-c", "user.email=w@example.org", *words]
    subprocess.run(command, env=os.environ | dates, check=True)


def walk_on(steps: int, seed: int) -> int:
    """Walk so many steps; gives the exit status."""
    folder = Path(tempfile.mkdtemp(prefix="walk-"))
    walk = Walk(folder, steps, seed)
    try:
        walk.go()
    except Different as error:
        sys.stdout.write(f"seed {seed}: {error}\nthe sites are in {folder}\n")
        return 1
    except BaseException:
        shutil.rmtree(folder)
        raise
    shutil.rmtree(folder)
    found = walk.found
    said = [
        f"seed {seed}: {steps} edits, each site that of a clean build",
        f"{found['kept']:,} of {found['pages']:,} pages not made anew",
        f"{found['in time']} builds killed",
        f"{found['truncated']} stores truncated",
        f"{found['at once']} times two builds at once",
        f"{found['by hand']} sites changed by hand",
    ]
    sys.stdout.write("; ".join(said) + "\n")
    return 0 if found["kept"] else 1


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    sys.exit(walk_on(given[0] if given else 300, given[1] if len(given) > 1 else random.randrange(10**6)))
