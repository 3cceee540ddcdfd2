"""`estiba tags` as its users call it: arguments in, text and exit status out."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from estiba.cli.main import main

POLICY = """
language = "es"

[tags.vocabulary.infrastructure]

[tags.vocabulary.network]
labels = { es = "Red", en = "Network" }
synonyms = ["redes"]
parent = "infrastructure"
"""


def note(*tags: str) -> str:
    return f"---\ntags: {json.dumps(tags, ensure_ascii=False)}\n---\n"


VAULT = {
    "estiba.toml": POLICY,
    "mkdocs.yml": "",
    "docs/a.md": note("Redes", "servidor"),
    "docs/b.md": note("redes/VPN", "servidores", "Configuración"),
    "docs/x/c.md": "---\ndraft: true\n---\n",
    "docs/x/d.md": note("Redes", "configuracion", "Configuración"),
}


def run(capsys, *arguments):
    status = main(["tags", *arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_a_table_then_what_looks_like_one_tag_then_what_is_used_once(vault, capsys):
    vault(VAULT)
    assert run(capsys) == (
        0,
        """\
tag             notes  label           parent          spellings
configuracion       2  Configuración   -               Configuración (2), configuracion (1)
infrastructure      3  infrastructure  -               -
network             3  Red             infrastructure  Redes (2)
network/vpn         1  redes/VPN       network         redes/VPN (1)
servidor            1  servidor        -               servidor (1)
servidores          1  servidores      -               servidores (1)

Perhaps one tag:
  servidor (1), servidores (1)

Used once:
  network/vpn, servidor, servidores

6 tags in 4 notes
""",
        "",
    )


def test_json_is_for_programs(vault, capsys):
    vault(VAULT)
    status, out, err = run(capsys, "--format", "json", "docs/a.md", "docs/b.md")
    assert (status, err) == (0, "")
    found = json.loads(out)
    assert [tag["tag"] for tag in found["tags"]] == [
        "configuracion",
        "infrastructure",
        "network",
        "network/vpn",
        "servidor",
        "servidores",
    ]
    assert found["tags"][0] == {
        "tag": "configuracion",
        "label": "Configuración",
        "parent": None,
        "notes": 1,
        "spellings": {"Configuración": 1},
        "in_vocabulary": False,
    }
    assert found["tags"][2] == {
        "tag": "network",
        "label": "Red",
        "parent": "infrastructure",
        "notes": 2,
        "spellings": {"Redes": 1},
        "in_vocabulary": True,
    }
    assert found["near_duplicates"] == [["servidor", "servidores"]]
    assert found["used_once"] == ["configuracion", "network/vpn", "servidor", "servidores"]
    assert found["summary"] == {"tags": 6, "notes": 2}


@pytest.mark.parametrize("files", [{}, {"a.md": "Texto.\n"}, {"compose.yml": "services: {}\n"}])
def test_no_tags_are_said_to_be_none(vault, capsys, files):
    vault(files)
    assert run(capsys) == (0, "No note has a tag yet.\n", "")
    assert json.loads(run(capsys, "--format", "json")[1])["tags"] == []


@pytest.mark.parametrize(
    ("files", "arguments", "message"),
    [
        ({}, ["nowhere"], "estiba: nowhere: there is no such file or folder\n"),
        ({"estiba.toml": "[tags]\nclosed = 1\n"}, [], "tags.closed: must be true or false, not 1\n"),
        (
            {"a/estiba.toml": "", "b/estiba.toml": "", "c/estiba.toml": POLICY},
            ["a", "b", "c"],
            "estiba: a/estiba.toml and c/estiba.toml differ; list each vault by itself\n",
        ),
    ],
)
def test_what_keeps_it_from_running(vault, capsys, files, arguments, message):
    vault(files)
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.endswith(message)


def test_a_note_that_is_named_twice_counts_once(vault, capsys):
    vault(VAULT)
    assert run(capsys, "docs", "docs/a.md", "docs/x") == run(capsys, "docs")


def test_a_note_that_cannot_be_read_is_named_and_left_out(vault, capsys):
    vault({"a.md": "año".encode("latin-1"), "b.md": note("vpn")})
    status, out, err = run(capsys)
    assert (status, out.splitlines()[-1]) == (0, "1 tag in 1 note")
    assert err.startswith("estiba: a.md:1:2: not UTF-8 text")


def test_terminal_escapes_and_long_tags_are_cut(vault, capsys):
    vault({"a.md": '---\ntags: ["x\\u202ey", "\\e[31mz", "' + "w" * 5000 + '"]\n---\n'})
    out = run(capsys)[1]
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "x\\u202ey" in out
    assert max(map(len, out.splitlines())) < 300


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_narrow_code_page_stops_nothing(vault, form):
    root = vault({"a.md": note("日本", "año")})
    done = subprocess.run(
        [sys.executable, "-m", "estiba", "tags", "--format", form],
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    written = done.stdout.decode("cp1252")
    assert "\\u65e5\\u672c" in written
    assert "año" in written
    if form == "json":
        assert [tag["label"] for tag in json.loads(written)["tags"]] == ["año", "日本"]


def test_help_says_what_to_give_and_what_comes_back(capsys):
    with pytest.raises(SystemExit):
        main(["tags", "--help"])
    out = capsys.readouterr().out
    for words in ("PATH", "--format", "Exit status: 0 listed, 2 could not run."):
        assert words in out
