"""`estiba build` where nothing has changed since the last one."""

from __future__ import annotations

import os

import pytest

from estiba.cli import build as module
from estiba.cli.main import main

NOTE = "---\ntitle: Nota\ndescription: Una.\ndate: 2025-01-01\n---\n\nTexto.\n"
FILES = {
    "docs/index.md": "# Notas\n",
    "docs/nota.md": NOTE,
    "docs/foto.png": b"1",
    "mkdocs.yml": "site_name: !ENV [NOMBRE, Notas]\nsite_url: http://127.0.0.1/\nplugins: [estiba]\n"
    "theme: {name: material, custom_dir: mio}\n",
    "estiba.toml": "",
    "mio/main.html": '{% extends "estiba.html" %}',
}


@pytest.fixture
def built(vault, monkeypatch, capfd):
    """Build a vault; gives its folder, and a function that tells whether a further build starts MkDocs."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    folder = vault(FILES)
    assert main(["build", "--quiet"]) == 0
    capfd.readouterr()

    def is_started(*options):
        calls = []
        with monkeypatch.context() as patched:
            patched.setattr(module, "run_host", lambda *given, **_: calls.append(given) or 0)
            assert main(["build", *options]) == 0
        return bool(calls)

    return folder, is_started


def test_it_says_so_and_starts_nothing(built, capfd):
    folder, is_started = built
    before = (folder / "site/nota/index.html").stat()
    assert not is_started()
    assert capfd.readouterr() == ("Nothing has changed: site/ is as it was.\n", "")
    assert not is_started("--quiet")
    assert capfd.readouterr() == ("", "")
    assert (folder / "site/nota/index.html").stat() == before


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("docs/nota.md", NOTE + "Más.\n"),
        ("docs/otra.md", NOTE),
        ("docs/foto.png", b"2"),
        ("estiba.toml", 'language = "es"\n'),
        ("estiba-baseline.json", '{"version": 1, "problems": []}'),
        ("mio/main.html", '{% extends "estiba.html" %} '),
        ("mio/partials/x.html", ""),
        ("mkdocs.yml", FILES["mkdocs.yml"] + "repo_name: x\n"),
        ("site/nota/index.html", "otra cosa"),
        ("site/otra.html", "otra cosa"),
    ],
)
def test_what_a_site_is_made_of(built, file, content):
    folder, is_started = built
    path = folder / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert is_started()


@pytest.mark.parametrize("file", ["docs/nota.md", "docs/foto.png", "site/nota/index.html", "mio/main.html"])
def test_a_file_that_is_gone(built, file):
    folder, is_started = built
    (folder / file).unlink()
    assert is_started()


@pytest.mark.parametrize(
    ("name", "value"),
    [("NOMBRE", "Otras"), ("SOURCE_DATE_EPOCH", "1700100000"), ("ESTIBA_STORE_KEY", "k" * 16)],
)
def test_variables_count(built, monkeypatch, name, value):
    _, is_started = built
    monkeypatch.setenv(name, value)
    assert is_started()


@pytest.mark.parametrize(
    "options", [["--strict"], ["--site-dir", "otro"], ["--no-cache"], ["-f", "mkdocs.yml", "-s"]]
)
def test_options_count(built, options):
    _, is_started = built
    assert is_started(*options)


def test_a_time_stamp_does_not_count(built):
    folder, is_started = built
    os.utime(folder / "docs/nota.md", (1, 1))
    assert not is_started()


def test_what_was_wrong_is_said_again(vault, monkeypatch, capfd):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    vault({**FILES, "docs/nota.md": NOTE + "\n[[nada]]\n"})
    assert main(["build", "--quiet"]) == 0
    capfd.readouterr()
    assert main(["build"]) == 0
    out, err = capfd.readouterr()
    assert out == "Nothing has changed: site/ is as it was.\n"
    assert err.startswith("estiba: docs/nota.md:9:1: ")
    assert err.endswith(" [broken-link]\n")


def test_a_hook_of_the_owners_may_do_anything(vault, monkeypatch, capfd):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    hook = "def on_page_content(html, **_):\n    return html\n"
    vault({**FILES, "mio.py": hook, "mkdocs.yml": FILES["mkdocs.yml"] + "hooks: [mio.py]\n"})
    assert main(["build", "--quiet"]) == 0
    assert main(["build"]) == 0
    assert "Nothing has changed" not in capfd.readouterr().out


def test_without_a_cache_nothing_is_kept(vault, capfd):
    folder = vault(FILES)
    assert main(["build", "--quiet", "--no-cache"]) == 0
    assert not (folder / ".cache/estiba/store.sqlite3").exists()
    assert main(["build"]) == 0
    assert "Nothing has changed" not in capfd.readouterr().out
