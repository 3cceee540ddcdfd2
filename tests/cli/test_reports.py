"""What `estiba check` writes into files."""

from __future__ import annotations

import json

import pytest

from estiba.cli.main import main

SLIP = "---\ntitle: Nota\ntags: ['<x>']\n---\n\nTexto.\n"


def run(capsys, *arguments):
    status = main(["check", *arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_a_file_is_written_as_its_suffix_says_beside_what_is_said(vault, capsys):
    root = vault({"a.md": SLIP, "old.json": "x" * 100_000})
    said = run(capsys, "--format", "github", "--strict")
    assert (
        run(
            capsys, "--format", "github", "--strict", "-o", "new.SARIF", "--output", "old.json", "-o", "x.txt"
        )
        == said
    )
    assert said[0] == 1
    assert json.loads((root / "new.SARIF").read_text("utf-8"))["version"] == "2.1.0"
    assert (root / "old.json").read_text("utf-8") == run(capsys, "--format", "json")[1]
    assert (root / "x.txt").read_text("utf-8") == run(capsys)[1]
    assert sorted(file.name for file in root.iterdir()) == ["a.md", "new.SARIF", "old.json", "x.txt"]


def test_a_name_that_is_no_text_is_written(vault, capsys):
    root = vault({"a\udce9.md": SLIP})
    assert run(capsys, "-o", "x.sarif", "-o", "x.json", "-o", "x.txt")[0] == 1
    [result] = json.loads((root / "x.sarif").read_text("utf-8"))["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "a%E9.md", "uriBaseId": "SRCROOT"}
    assert json.loads((root / "x.json").read_text("utf-8"))["problems"][0]["path"] == "a\udce9.md"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("x.html", "estiba: -o x.html: the suffix is none of .txt, .json, .sarif\n"),
        ("sarif", "estiba: -o sarif: the suffix is none of .txt, .json, .sarif\n"),
        ("no/x.json", "estiba: no/x.json: No such file or directory\n"),
        ("a.md/x.json", "estiba: a.md/x.json: Not a directory\n"),
    ],
)
def test_what_cannot_be_written(vault, capsys, name, message):
    vault({"a.md": SLIP})
    assert run(capsys, "-o", name) == (2, "", message)
