"""`estiba schema` as its users call it."""

from __future__ import annotations

import json

import pytest

from estiba.cli.main import main

LINE = "#:schema ./.vscode/estiba-policy.schema.json"
SITE = {
    "mkdocs.yml": "",
    "docs/a.md": "# A\n",
    "estiba.toml": "[tags.vocabulary.web]\n[tags]\nclosed = true\n",
}
HINT = f"\nestiba.toml: begin it with this line, by which editors find its schema:\n\n{LINE}\n"


def run(capsys, *arguments):
    status = main(["schema", *arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_prints_the_schema_of_this_vault(vault, capsys):
    vault(SITE)
    status, out, err = run(capsys, "note")
    assert (status, err) == (0, "")
    assert json.loads(out)["properties"]["tags"]["anyOf"][0]["items"]["enum"] == ["web"]
    assert json.loads(run(capsys, "policy")[1])["title"] == "Policy of a vault: estiba.toml"


def test_writes_both_and_says_what_to_add(vault, capsys):
    root = vault(SITE)
    names = [".vscode/estiba-note.schema.json", ".vscode/estiba-policy.schema.json", ".vscode/settings.json"]
    assert run(capsys, "--write") == (0, "".join(f"{name}\n" for name in names) + HINT, "")
    settings = json.loads((root / ".vscode/settings.json").read_text("utf-8"))
    assert settings == {"yaml.schemas": {names[0]: ["docs/**/*.md"]}}
    assert sorted(str(file.relative_to(root)) for file in (root / ".vscode").iterdir()) == names
    assert run(capsys, "--write") == (0, HINT, "")
    vault({"estiba.toml": f"# mine\n{LINE}\n"})
    assert run(capsys, "--write") == (0, f"{names[0]}\n", "")
    assert run(capsys, "--write", "policy")[1].startswith('{\n  "$schema"')


def test_settings_with_comments_stay_as_they_are(vault, capsys):
    written = '{\n  // mine\n  "a": 1,\n}\n'
    root = vault({**SITE, "estiba.toml": LINE, ".vscode/settings.json": written})
    status, out, _ = run(capsys, "--write")
    assert status == 0
    assert (root / ".vscode/settings.json").read_text("utf-8") == written
    assert out.endswith(
        """\

.vscode/settings.json has comments, or a form that is not known here, and stays as it is; add to it:

  "yaml.schemas": {
    ".vscode/estiba-note.schema.json": [
      "docs/**/*.md"
    ]
  }
"""
    )


@pytest.mark.parametrize(
    ("files", "folder", "pattern"),
    [
        ({"a.md": ""}, ".", "**/*.md"),
        ({"mkdocs.yml": "", "docs/a.md": ""}, ".", "docs/**/*.md"),
        ({"x/mkdocs.yml": "", "x/docs/a.md": "", "estiba.toml": ""}, "x", "x/docs/**/*.md"),
    ],
)
def test_the_folder_is_that_of_the_policy(vault, monkeypatch, files, folder, pattern):
    root = vault(files)
    monkeypatch.chdir(root / folder)
    assert main(["schema", "--write"]) == 0
    settings = json.loads((root / ".vscode/settings.json").read_text("utf-8"))
    assert list(settings["yaml.schemas"].values()) == [[pattern]]


@pytest.mark.parametrize(
    ("files", "arguments", "message"),
    [
        ({}, [], "estiba: say which schema: 'note' or 'policy', or --write\n"),
        ({"estiba.toml": "language = 3"}, ["note"], "language: must be a text, not 3\n"),
        ({"estiba.toml": '[checks]\nx = "off"'}, ["policy"], "checks.x: no check is called so\n"),
        ({".vscode": "x"}, ["--write"], "Not a directory\n"),
        ({".vscode/settings.json": b"\xff"}, ["--write"], "settings.json: is no UTF-8 text\n"),
    ],
)
def test_what_keeps_it_from_running(vault, capsys, files, arguments, message):
    vault(files)
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.endswith(message)
    assert err.count("\n") == 1
