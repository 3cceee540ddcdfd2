"""What an installed user gets: the wheel alone, nothing of this checkout."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import mkdocs
import pytest

ROOT = Path(__file__).parents[2]
NOTE = "---\ntitle: Nota\ntags: [red]\n---\n\n```yaml\nservices:\n  a:\n    image: b\n```\n"


@pytest.fixture
def installed(tmp_path):
    """A folder that holds Estiba as a wheel unpacks it."""
    target = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    options = ["--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "wheel", *options, "--wheel-dir", tmp_path, ROOT], check=True)
    (wheel,) = tmp_path.glob("estiba-*.whl")
    subprocess.run([*pip, "install", *options, "--no-index", "--target", target, wheel], check=True)
    return target


def test_wheel_builds_a_site(installed, tmp_path):
    vault = tmp_path / "vault"
    (vault / "docs").mkdir(parents=True)
    (vault / "docs/nota.md").write_text(NOTE, "utf-8")
    (vault / "mkdocs.yml").write_text("site_name: S\nplugins: [estiba]\n", "utf-8")
    libraries = Path(mkdocs.__file__).parents[1]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, (installed, libraries)))}
    where = "import estiba, pathlib; print(pathlib.Path(estiba.__file__).parents[1])"

    def run(*arguments):
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=vault, env=environment, check=True, text=True, capture_output=True
        ).stdout

    assert Path(run("-c", where).strip()) == installed
    run("-m", "mkdocs", "build", "--strict", "--quiet")
    page = (vault / "site/nota/index.html").read_text("utf-8")
    assert "estiba-example" in page
    assert "Copy" in page
    assert (vault / "site/nota/compose.yaml").read_text() == "services:\n  a:\n    image: b\n"
    assert (vault / "site/assets/estiba/estiba.css").is_file()
    assert (vault / "site/assets/estiba/example/copy.js").is_file()
