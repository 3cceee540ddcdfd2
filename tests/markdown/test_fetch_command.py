"""The line that fetches an example."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from estiba.markdown.fetch_command import Source, fetch_command
from sites import served

SITE = "https://notes.example/red/pihole"


@pytest.mark.parametrize(
    ("source", "starts", "command"),
    [
        (
            Source(f"{SITE}/compose.yaml", None, "pihole"),
            True,
            (
                "mkdir -p pihole && cd pihole && curl -fsSLO https://notes.example/red/pihole/compose.yaml"
                " && docker compose up -d"
            ),
        ),
        (
            Source(f"{SITE}/compose.yaml", f"{SITE}/.env.example", "pihole"),
            True,
            (
                "mkdir -p pihole && cd pihole && curl -fsSLO https://notes.example/red/pihole/compose.yaml"
                " && { test -e .env || curl -fsSL -o .env https://notes.example/red/pihole/.env.example; }"
                " && docker compose up -d"
            ),
        ),
        (
            Source(f"{SITE}/compose.yaml", f"{SITE}/.env.example", "pihole", is_to_fill=True),
            True,
            (
                "mkdir -p pihole && cd pihole && curl -fsSLO https://notes.example/red/pihole/compose.yaml"
                " && { test -e .env || curl -fsSL -o .env https://notes.example/red/pihole/.env.example; }"
                " && ${EDITOR:-nano} .env && docker compose up -d"
            ),
        ),
        (
            Source(f"{SITE}/compose-2.yaml", None, "pihole-2"),
            False,
            (
                "mkdir -p pihole-2 && cd pihole-2"
                " && curl -fsSL -o compose.yaml https://notes.example/red/pihole/compose-2.yaml"
            ),
        ),
    ],
)
def test_a_line(source, starts, command):
    assert fetch_command(source, starts=starts) == command


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://x.example/a%20b/compose.yaml", "https://x.example/a%20b/compose.yaml"),
        ("https://x.example/~me/compose.yaml", "'https://x.example/~me/compose.yaml'"),
        ("https://x.example/a b;$(id)/compose.yaml", "'https://x.example/a%20b;$(id)/compose.yaml'"),
        ("https://ñ.example/`id`/compose.yaml", "https://%C3%B1.example/%60id%60/compose.yaml"),
        ("https://x.example/'x/compose.yaml", "'https://x.example/'\"'\"'x/compose.yaml'"),
    ],
)
def test_an_address_is_one_word_of_the_shell(url, written):
    assert fetch_command(Source(url, None, "x"), starts=False).endswith(f" && curl -fsSLO {written}")


def test_a_folder_is_one_word_of_the_shell():
    line = fetch_command(Source(f"{SITE}/compose.yaml", None, "a b;id"), starts=False)
    assert line.startswith("mkdir -p 'a b;id' && cd 'a b;id' && ")


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl on this machine")
def test_a_shell_does_what_the_line_says(tmp_path):
    site, home = tmp_path / "site", tmp_path / "home"
    site.mkdir()
    home.mkdir()
    (site / "compose-2.yaml").write_text("services: {}\n")
    (site / ".env.example").write_text("A=\n")
    program = home / "docker"
    program.write_text('#!/bin/sh\necho "$@" > started\n')
    program.chmod(0o755)
    environment = {"PATH": f"{home}:{os.environ['PATH']}", "EDITOR": "sed -i s/=/=1/"}
    with served(site) as url:
        source = Source(f"{url}compose-2.yaml", f"{url}.env.example", "it", is_to_fill=True)
        for value in ("A=1\n", "A=11\n"):
            line = fetch_command(source, starts=True)
            subprocess.run(["sh", "-c", line], cwd=home, env=environment, check=True)
            assert (home / "it/compose.yaml").read_text() == "services: {}\n"
            assert (home / "it/.env").read_text() == value
            assert (home / "it/started").read_text() == "compose up -d\n"
        gone = Source(f"{url}compose.yaml", None, "other")
        line = fetch_command(gone, starts=True)
        assert subprocess.run(["sh", "-c", line], cwd=home, env=environment, check=False).returncode
        assert list((home / "other").iterdir()) == []
