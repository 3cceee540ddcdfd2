"""The words of `estiba check` in MkDocs' log."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest
from mkdocs.exceptions import ConfigurationError

from sites import CONFIG

WARNING = {"nota.md": "---\ntitle: Nota\ndescription: TODO\n---\n\nTexto.\n"}
MESSAGE = (
    "3:14: 'description: TODO' is what a template left; write what this note is about [placeholder-text]"
)

COLON = (
    "2:8: 'title: A: b' has a second colon, which YAML cannot read; quote the value:"
    ' title: "A: b" [invalid-front-matter]'
)


def test_each_problem_is_said_once_at_its_level(build_site, caplog):
    site = build_site(WARNING | {"otra.md": "---\ntitle: A: b\nclave: x\n---\n"})
    said = [one.partition(".md:")[2] for one in site.messages]
    assert said == [MESSAGE, COLON]
    levels = {one.levelname for one in caplog.records if "unknown-key" in one.getMessage()}
    assert levels == {logging.getLevelName(logging.INFO)}


@pytest.mark.parametrize("options", [["--strict"], ["--strict", "--quiet"]])
def test_strict_build_fails_on_a_warning(tmp_path, options):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/nota.md").write_text(WARNING["nota.md"], "utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert (done.stdout + done.stderr).count(MESSAGE) == 1


def test_silence_and_policy_hold_in_the_build(build_site):
    silenced = WARNING["nota.md"].replace("TODO", "TODO  # estiba: allow placeholder-text -- un nombre")
    assert build_site({"nota.md": silenced}).messages == ()
    policy = {"estiba.toml": '[checks]\nplaceholder-text = "off"\n'}
    assert build_site(WARNING | policy).messages == ()


def test_unknown_check_in_the_policy_stops_with_its_name(build_site):
    with pytest.raises(ConfigurationError, match=r"checks\.odd: no check is called so"):
        build_site(WARNING | {"estiba.toml": '[checks]\nodd = "off"\n'})
