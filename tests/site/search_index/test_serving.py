"""The index under `mkdocs serve`."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request

import cbor2
import pytest

from estiba.site.search_index.document import SearchDocument
from estiba.site.search_index.serving import LiveIndex, keep
from estiba.site.search_index.stage import Stage
from search_files import pages_found, unpacked
from sites import CONFIG


def stage(place, text):
    documents = Stage(place / "incoming")
    documents.add("nota/index.html", SearchDocument("es", "Nota", f"<p>{text}</p>").html())
    return documents


def contents(place):
    return {page["content"] for page in pages_found(place, "index").values()}


@pytest.fixture
def answers(tmp_path):
    """An application of which we see what it is asked for."""
    asked = []

    def inner(environ, start_response):
        asked.append(environ["PATH_INFO"])
        return []

    app = LiveIndex(tmp_path).app(inner, "/sub/pagefind/", "/sub/")

    def ask(path):
        app({"PATH_INFO": path}, None)
        return asked[-1]

    return ask


def test_the_index_is_made_when_it_is_asked_for_and_only_then(tmp_path, answers):
    keep(tmp_path, stage(tmp_path, "uno"), b"{}")
    assert answers("/sub/nota/") == "/sub/nota/"
    assert not (tmp_path / "index").exists()
    assert answers("/sub/pagefind/pagefind.js") == "/sub/.search/index/pagefind.js"
    assert contents(tmp_path) == {"Nota. uno."}
    assert (tmp_path / "index/facets.json").read_bytes() == b"{}"


def test_it_is_made_anew_only_where_a_text_has_changed(tmp_path, answers):
    keep(tmp_path, stage(tmp_path, "uno"), b"{}")
    answers("/sub/pagefind/x")
    made = (tmp_path / "index").stat().st_ino
    keep(tmp_path, stage(tmp_path, "uno"), b"{}")
    answers("/sub/pagefind/x")
    assert (tmp_path / "index").stat().st_ino == made
    keep(tmp_path, stage(tmp_path, "dos"), b"{}")
    assert contents(tmp_path) == {"Nota. uno."}
    answers("/sub/pagefind/x")
    assert contents(tmp_path) == {"Nota. dos."}
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 2


def test_a_failure_is_said_and_answers_go_on(tmp_path, answers, caplog):
    keep(tmp_path, stage(tmp_path, "uno"), b"{}")
    (tmp_path / "current").write_text("0" * 64, "ascii")
    assert answers("/sub/pagefind/x") == "/sub/.search/index/x"
    assert "search: " in caplog.text


@pytest.fixture
def served(tmp_path):
    """A vault under a real `mkdocs serve`; gives its address."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/nota.md").write_text("# Nota\n\nprimera\n", "utf-8")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, "utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"]
    log = (tmp_path / "log.txt").open("wb")
    process = subprocess.Popen(command, cwd=tmp_path, env=dict(os.environ), stdout=log, stderr=log)
    yield f"http://127.0.0.1:{port}/"
    process.terminate()
    process.wait()
    log.close()


def fetch(address):
    with urllib.request.urlopen(address) as answer:
        return answer.read()


def until(condition, seconds=60):
    """Wait for what another process does; gives up with what it last gave."""
    end = time.monotonic() + seconds
    while True:
        try:
            found = condition()
        except OSError as error:
            found = error
        if found is True or time.monotonic() > end:
            return found
        time.sleep(0.1)


def text_found(address):
    """Read the index as a browser does: entry, meta data, pages."""
    folder = f"{address}pagefind/"
    (language,) = json.loads(fetch(f"{folder}pagefind-entry.json"))["languages"].values()
    meta = cbor2.loads(unpacked(fetch(f"{folder}pagefind.{language['hash']}.pf_meta")))
    ((name, _),) = meta[1]
    return json.loads(unpacked(fetch(f"{folder}fragment/{name}.pf_fragment")))["content"]


def test_a_search_finds_the_text_as_it_is_now(served, tmp_path):
    assert until(lambda: b"primera" in fetch(f"{served}nota/")) is True
    assert text_found(served) == "Nota. primera."
    (tmp_path / "docs/nota.md").write_text("# Nota\n\nsegunda\n", "utf-8")
    assert until(lambda: b"segunda" in fetch(f"{served}nota/")) is True
    assert text_found(served) == "Nota. segunda."
    assert (tmp_path / "log.txt").read_text("utf-8").count("making the index") == 2
