from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from estiba.cli import host
from estiba.cli.main import main

FILES = {
    "mkdocs.yml": "site_name: Notas\nplugins: [estiba]\n",
    "docs/index.md": "# Notas\n",
    "docs/traefik.md": "---\ntitle: Traefik\ndraft: true\n---\n\nTexto.\n",
}


@pytest.fixture
def run(monkeypatch):
    """Give a list of what was to run: the command line, and the wish for drafts."""
    run = []

    class Process(contextlib.nullcontext):
        def __init__(self, line, env, **_):
            super().__init__(self)
            run.append((line, env.get("ESTIBA_DRAFTS")))

        def wait(self):
            return 0

    monkeypatch.delenv("ESTIBA_DRAFTS", raising=False)
    monkeypatch.setattr(host.subprocess, "Popen", Process)
    return run


@pytest.mark.parametrize(
    ("arguments", "passed_on", "drafts"),
    [
        ([], "", None),
        (["--drafts"], "", "1"),
        (
            ["-f", "mkdocs.yml", "-s", "-q", "-v", "-o", "-a", "127.0.0.1:1"],
            "--config-file mkdocs.yml --strict --quiet --verbose --dev-addr 127.0.0.1:1 --open",
            None,
        ),
    ],
)
def test_what_it_passes_on(vault, run, arguments, passed_on, drafts):
    vault(FILES)
    assert main(["serve", *arguments]) == 0
    assert run == [([sys.executable, "-P", "-m", "estiba.site.serving", *passed_on.split()], drafts)]


def test_build_passes_no_wish_for_drafts_on(vault, run):
    vault(FILES)
    assert main(["build"]) == 0
    assert run == [([sys.executable, "-P", "-m", "mkdocs", "build"], None)]
    with pytest.raises(SystemExit):
        main(["build", "--drafts"])


@pytest.fixture
def heeding_ctrl_c():
    """Undo what a shell does to programs in the background, and so to those that they start."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="no signals to groups")
@pytest.mark.usefixtures("heeding_ctrl_c")
def test_it_shows_drafts_until_ctrl_c(vault):
    vault(FILES)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "estiba", "serve", "--drafts", "--dev-addr", address]
    with subprocess.Popen(
        command,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            page = _read(f"http://{address}/traefik/", process)
        finally:
            os.killpg(process.pid, signal.SIGINT)
        said, _ = process.communicate()
    assert "Draft: not published" in page
    assert process.returncode == 0
    assert said.rstrip().endswith("Shutting down...")
    assert "Traceback" not in said


def _read(url, process):
    while process.poll() is None:
        try:
            with urllib.request.urlopen(url) as answer:
                return answer.read().decode()
        except urllib.error.URLError:
            time.sleep(0.05)
    return ""
