"""Nothing that a note says, or that a file is called, is a command to GitHub's runner."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from estiba.cli.main import main
from workflow_commands import command_of, lines_of

NOTE = """\
---
title: "::error::title ##[stop-commands]x\\n::error::y"
tags: ["::error::a", "##[error]b", "<x>"]
date: "::error::d"
::error::key: 1
---

# ::error::heading

::error::text [[::error::nowhere]] [x](##[error]y.md) ![p](::error::p.png)

```yaml
services:
  "##[error]s":
    image: nginx
    enviroment: 1
::error::k: 1
```
"""
COMPOSE = """\
version: '3'
::error::x: 1
services:
  '##[error]y': {imagen: 1}

  ::debug::z: 3
"""
NAMES = (
    "::error::x.md",
    "a\n::error::y.md",
    "##[error]z.md",
    " ::warning::w.md",
    "::notice::f/b ##[group]g.md",
)


@pytest.fixture
def hostile(tmp_path, monkeypatch):
    if os.name == "nt":
        pytest.skip("no such names")
    for name in NAMES:
        file = tmp_path / "docs" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(NOTE, "utf-8")
    (tmp_path / "docs/index.md").write_text("# Ok\n", "utf-8")
    (tmp_path / "docs/##[error]c.txt").write_text("x", "utf-8")
    (tmp_path / "docs/compose.yaml").write_text(COMPOSE, "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nplugins: [estiba]\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")
    return tmp_path


def commands_in(text):
    return [line for line in lines_of(text) if command_of(line)]


@pytest.mark.parametrize(
    "words",
    [
        "check --all",
        "check --format json",
        "check --format sarif",
        "check nowhere\n::error::x",
        "check ##[error]x",
        "tags",
        "tags --format json",
        "fix --diff",
        "explain ##[error]x",
        "schema note",
    ],
)
def test_no_line_of_a_command_is_one(hostile, capfd, words):
    main(words.split(" "))
    out, err = capfd.readouterr()
    assert out + err
    assert commands_in(out) == []
    assert commands_in(err) == []
    if "json" in words:
        json.loads(out)


def test_annotations_are_the_only_ones(hostile, capfd):
    main(["check", "--format", "github"])
    lines = [line for line in lines_of(capfd.readouterr().out) if line]
    found = [command_of(line) for line in lines]
    assert {one.name for one in found} == {"error", "warning", "notice"}
    files = {one.properties["file"] for one in found if "file" in one.properties}
    assert {f"docs/{name}" for name in NAMES} <= files


def test_no_line_of_a_build_is_one(hostile):
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--verbose"],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"},
        capture_output=True,
        check=False,
    )
    said = (done.stdout + b"\n" + done.stderr).decode()
    assert done.returncode == 0, said[-2000:]
    assert "\\x23#[error]z.md" in said
    assert commands_in(said) == []
