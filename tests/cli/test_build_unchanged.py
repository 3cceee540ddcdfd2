"""`estiba build` where nothing has changed since the last one."""

from __future__ import annotations

import os
from contextlib import contextmanager

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
DAY = "1700000000"


def write(root, files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build a vault, once for all who put back what they change."""
    root = tmp_path_factory.mktemp("built")
    write(root, FILES)
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(root)
        patched.setenv("SOURCE_DATE_EPOCH", DAY)
        assert main(["build", "--quiet"]) == 0
    return root


@pytest.fixture
def is_started(built, monkeypatch, capfd):
    """Tell whether a further build starts MkDocs."""
    monkeypatch.chdir(built)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    capfd.readouterr()

    def ask(*options):
        calls = []
        with monkeypatch.context() as patched:
            patched.setattr(module, "run_host", lambda *given, **_: calls.append(given) or 0)
            assert main(["build", *options]) == 0
        return bool(calls)

    return ask


@contextmanager
def replaced(path, content=None):
    """Have other `content` at `path`, or nothing, for a while; then the very same file as before."""
    before = path.with_name(f".{path.name}.before")
    was_there = path.exists()
    if was_there:
        path.rename(before)
    if content is not None:
        write(path.parent, {path.name: content})
    yield
    path.unlink(missing_ok=True)
    if was_there:
        before.rename(path)
    elif not any(path.parent.iterdir()):
        path.parent.rmdir()


def test_it_says_so_and_starts_nothing(built, is_started, capfd):
    before = (built / "site/nota/index.html").stat()
    assert not is_started()
    assert capfd.readouterr() == ("Nothing has changed: site/ is as it was.\n", "")
    assert not is_started("--quiet")
    assert capfd.readouterr() == ("", "")
    assert (built / "site/nota/index.html").stat() == before


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
        ("docs/nota.md", None),
        ("docs/foto.png", None),
        ("site/nota/index.html", None),
        ("mio/main.html", None),
    ],
)
def test_what_a_site_is_made_of(built, is_started, file, content):
    with replaced(built / file, content):
        assert is_started()
    assert not is_started()


@pytest.mark.parametrize(
    ("name", "value"),
    [("NOMBRE", "Otras"), ("SOURCE_DATE_EPOCH", "1700100000"), ("ESTIBA_STORE_KEY", "k" * 16)],
)
def test_variables_count(is_started, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    assert is_started()


@pytest.mark.parametrize(
    "options", [["--strict"], ["--site-dir", "otro"], ["--no-cache"], ["-f", "mkdocs.yml", "-s"]]
)
def test_options_count(is_started, options):
    assert is_started(*options)


def test_a_time_stamp_does_not_count(built, is_started):
    os.utime(built / "docs/nota.md", (1, 1))
    assert not is_started()


def test_what_was_wrong_is_said_again(vault, monkeypatch, capfd):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    vault({**FILES, "docs/nota.md": NOTE + "\n[[nada]]\n"})
    assert main(["build", "--quiet"]) == 0
    capfd.readouterr()
    assert main(["build"]) == 0
    out, err = capfd.readouterr()
    assert out == "Nothing has changed: site/ is as it was.\n"
    assert err.startswith("estiba: docs/nota.md:9:1: ")
    assert err.endswith(" [broken-link]\n")


def test_a_hook_of_the_owners_may_do_anything(vault, monkeypatch, capfd):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    hook = "def on_config(config):\n    return config\n"
    vault({**FILES, "mio.py": hook, "mkdocs.yml": FILES["mkdocs.yml"] + "hooks: [mio.py]\n"})
    assert main(["build", "--quiet"]) == 0
    assert main(["build"]) == 0
    assert "Nothing has changed" not in capfd.readouterr().out


def test_without_a_cache_nothing_is_kept(vault):
    folder = vault(FILES)
    assert main(["build", "--quiet", "--no-cache"]) == 0
    assert not (folder / ".cache/estiba/store.sqlite3").exists()
