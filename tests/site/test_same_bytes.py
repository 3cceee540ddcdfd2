"""The same notes give the same site, to the byte, wherever and by whomever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from generated_vault import write_vault

from sites import CONFIG, run_build, write_files

ROOT = Path(__file__).parents[2]
SPANISH = ["es_ES.UTF-8", "es_ES.utf8", "C.UTF-8"]
"""Locales, of which a machine need not have the first."""


def tree(root):
    return {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def spanish():
    """Give the locale of a Spanish machine, or the nearest that is installed."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.split()
    return next((one for one in SPANISH if one in known), SPANISH[-1])


def begin(root, *, locale, zone, seed, umask, home):
    """Start a build of the vault at `root`."""
    environment = os.environ | {
        "LC_ALL": locale,
        "LANG": locale,
        "TZ": zone,
        "PYTHONHASHSEED": seed,
        "HOME": str(home),
        "USER": f"user-{seed}",
        "ESTIBA_REPO_URL": "https://example.org/estiba",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    return subprocess.Popen(command, cwd=root, env=environment, umask=umask)


def trees(one, other):
    """Build the vaults at `one` and `other` at the same time, each on quite another machine."""
    home = one.parent / "home"
    home.mkdir()
    builds = [
        begin(one, locale="C", zone="UTC", seed="1", umask=0o022, home=home),
        begin(other, locale=spanish(), zone="Pacific/Kiritimati", seed="2", umask=0o077, home=one.parent),
    ]
    assert [build.wait() for build in builds] == [0, 0]
    return tree(one / "site"), tree(other / "site")


def assert_same(one, other):
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def copied_backwards(folder, target):
    """Copy a folder, its files in the opposite order: some disks list them as they came."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file():
            to = target / path.relative_to(folder)
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, to)


def test_two_builds_give_the_same_bytes(tmp_path):
    one, other = tmp_path / "one", tmp_path / "elsewhere/other"
    write_vault(one, 30)
    copied_backwards(one, other)
    assert_same(*trees(one, other))


def test_docs_give_the_same_bytes(tmp_path):
    one, other = tmp_path / "one", tmp_path / "elsewhere/otro sitio"
    for name in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, one / name, ignore=shutil.ignore_patterns("__pycache__", "manual"))
    shutil.copyfile(ROOT / "estiba.toml", one / "estiba.toml")
    config, watch, _ = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nwatch:\n")
    assert watch
    (one / "mkdocs.yml").write_text(config, "utf-8")
    copied_backwards(one, other)
    assert_same(*trees(one, other))


@pytest.fixture
def listed_backwards(monkeypatch):
    """Every folder is listed in the opposite order from now on."""
    scandir, listdir = os.scandir, os.listdir

    class Backwards:
        def __init__(self, folder="."):
            with scandir(folder) as entries:
                self._entries = iter(sorted(entries, key=lambda one: one.name, reverse=True))

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.close()

        def __iter__(self):
            return self._entries

        def __next__(self):
            return next(self._entries)

        def close(self):
            pass

    monkeypatch.setattr(os, "scandir", Backwards)
    monkeypatch.setattr(os, "listdir", lambda folder=".": sorted(listdir(folder), reverse=True))


VAULT = {
    "index.md": "# Inicio\n\n[[uno]] ![[foto.png]]\n",
    "redes/uno.md": "---\ntags: [b, a]\ndate: 2025-01-01\n---\n# Uno\n\n[[dos]] [[foto.png|otra]]\n",
    "redes/dos.md": "---\ntags: [a, c]\ndate: 2025-01-01\n---\n# Dos\n\n[[Uno]]\n",
    "luz/uno.md": "---\ntags: [c]\ndate: 2025-01-01\naliases: [tres]\n---\n# Uno\n",
    "luz/foto.png": b"1",
    "redes/foto.png": b"2",
}


def test_the_order_of_a_disk_does_not_matter(tmp_path, request):
    found = []
    for name in ("forwards", "backwards"):
        root = tmp_path / name
        write_files(root, VAULT, CONFIG)
        if name == "backwards":
            request.getfixturevalue("listed_backwards")
            assert [path.name for path in root.iterdir()] == ["mkdocs.yml", "docs"]
        found.append(tree(run_build(root)))
    assert_same(*found)
