"""`estiba init` as its users call it."""

from __future__ import annotations

import json
import tomllib

import pytest

from estiba.cli import init
from estiba.cli.main import main
from estiba.schemas.editor import DIRECTIVE, NOTE_FILE
from estiba.writing.requirement import Requirement

FILES = """
.github/workflows/comment.yml
.github/workflows/notes.yml
.github/workflows/pages.yml
.gitignore
.vscode/estiba-note.schema.json
.vscode/estiba-policy.schema.json
.vscode/settings.json
{home}
{note}
{template}
estiba.toml
mkdocs.yml
requirements.txt
""".strip()
NAMES = {
    "es": {
        "home": "docs/index.md",
        "note": "docs/monitorizacion/uptime-kuma.md",
        "template": "docs/plantillas/nota.md",
    },
    "en": {
        "home": "docs/index.md",
        "note": "docs/monitoring/uptime-kuma.md",
        "template": "docs/templates/note.md",
    },
}


@pytest.fixture
def start(vault, monkeypatch, capfd):
    """Call the command in an empty folder, with Estiba installed as `requirement`; gives what it said."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    vault({})

    def run(*arguments, requirement=("estiba @ git+https://h/e.git@0123", True), status=0):
        monkeypatch.setattr(init, "requirement_of", lambda _: Requirement(*requirement))
        assert main(["init", *arguments]) == status
        out, err = capfd.readouterr()
        return err if status else out

    return run


def files_in(folder):
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_vault_builds_at_once(start, tmp_path, monkeypatch, capfd, language):
    monkeypatch.setenv("LANG", {"es": "es_ES.UTF-8", "en": "de_DE"}[language])
    said = start("mis-notas")
    folder = tmp_path / "mis-notas"
    made = FILES.format(**NAMES[language]).split()
    assert files_in(folder) == made
    lines = said.splitlines()
    assert sorted(lines[:13]) == [f"mis-notas/{name}" for name in made]
    assert lines[13:] == [
        "13 files made",
        "",
        "cd mis-notas",
        "estiba serve                  shows the site at http://127.0.0.1:8000",
        "estiba new redes/wireguard    makes a note",
    ]
    assert (folder / "requirements.txt").read_text("utf-8") == "estiba @ git+https://h/e.git@0123\n"

    monkeypatch.chdir(folder)
    assert main(["new", "redes/wireguard", "--description", "Una red", "--tags", "redes"]) == 0
    assert f"in the shape of {NAMES[language]['template']}\n" in capfd.readouterr().out
    assert main(["check", "--strict"]) == 0
    assert capfd.readouterr().out.startswith("0 errors, 0 warnings in 4 notes and 1 example\n")
    assert main(["build", "--strict"]) == 0
    assert "WARNING" not in capfd.readouterr().err
    page = (folder / "site" / NAMES[language]["note"][5:-3] / "index.html").read_text("utf-8")
    assert f'<html lang="{language}"' in page
    assert page.count('<div class="estiba-example"') == 1
    assert "<title>Uptime Kuma - Mis notas</title>" in page
    assert (folder / "site/redes/wireguard/index.html").is_file()
    assert not (folder / "site" / NAMES[language]["template"][5:-3]).exists()


def test_a_second_run_changes_nothing(start, tmp_path):
    start("notas")
    before = {name: (tmp_path / name).read_bytes() for name in files_in(tmp_path)}
    said = start("notas")
    assert said.startswith("All of it is there already; nothing was changed\n")
    assert {name: (tmp_path / name).read_bytes() for name in files_in(tmp_path)} == before


def test_what_is_there_is_kept_and_named(start, vault):
    mine = {"mkdocs.yml": "site_name: Mío\n", ".gitignore": "x\n", ".vscode/settings.json": "{}\n"}
    root = vault(mine)
    said = start()
    assert "Left as they were: mkdocs.yml, .gitignore, .vscode/settings.json\n" in said
    assert "mkdocs.yml is yours, and does not name Estiba; add to it: plugins: [estiba]\n" in said
    assert {name: (root / name).read_text("utf-8") for name in mine} == mine


def test_notes_that_are_there_are_used(start, vault):
    root = vault({"mi bóveda/redes/vpn.md": "Una nota sin título.\n", "README.md": "# x\n"})
    said = start("--language", "es", "--name", 'Mis: "cosas"')
    assert files_in(root / "mi bóveda") == ["plantillas/nota.md", "redes/vpn.md"]
    config = (root / "mkdocs.yml").read_text("utf-8")
    assert "site_name: 'Mis: \"cosas\"'\ndocs_dir: mi bóveda\n" in config
    policy = tomllib.loads((root / "estiba.toml").read_text("utf-8"))
    assert policy == {"language": "es", "new": {"template": "plantillas/nota.md"}}
    workflow = (root / ".github/workflows/notes.yml").read_text("utf-8")
    assert workflow.count("          VAULT: mi bóveda\n") == 2
    settings = json.loads((root / ".vscode/settings.json").read_text("utf-8"))
    assert settings == {"yaml.schemas": {NOTE_FILE: ["mi bóveda/**/*.md"]}}
    assert "Every note is published but those that say 'draft: true'" in said
    assert start("--notes", "other").startswith("All of it is there already")


def test_the_template_of_a_vault_is_used(start, vault):
    root = vault({"docs/Templates/Service.md": "# {{title}}\n", "docs/x.md": "# X\n"})
    start()
    assert files_in(root / "docs") == ["Templates/Service.md", "x.md"]
    policy = (root / "estiba.toml").read_text("utf-8")
    assert 'template = "Templates/Service.md"\n' in policy


def test_a_template_comes_to_those_of_others(start, vault):
    root = vault({"docs/Templates/daily.md": "<% tp.date.now() %>\n", "docs/x.md": "# X\n"})
    start()
    assert files_in(root / "docs") == ["Templates/daily.md", "Templates/note.md", "x.md"]
    (root / "docs/Templates/note.md").unlink()
    assert start().startswith(
        "docs/Templates/note.md\n1 file made\nLeft as they were: mkdocs.yml, estiba.toml, "
    )


def test_an_estiba_from_a_folder_is_not_what_others_install(start, tmp_path):
    said = start(requirement=("estiba==1.2", False))
    assert "requirements.txt names estiba==1.2, but this Estiba came from a folder: put there where" in said
    lines = (tmp_path / "requirements.txt").read_text("utf-8").splitlines()
    assert [line.startswith("#") for line in lines] == [True, True, False]
    assert lines[2] == "estiba==1.2"


def test_the_policy_names_its_schema(start, tmp_path):
    start()
    assert (tmp_path / "estiba.toml").read_text("utf-8").startswith(f"{DIRECTIVE}\n")


def test_at_a_terminal_it_asks(start, tmp_path, monkeypatch):
    answers = ["Mis cosas", "es"]
    asked = []
    monkeypatch.setattr(init, "is_asking", lambda: True)
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or answers.pop(0))
    start("mi-red_2")
    assert asked == ["Name of the site [Mi red 2]: ", "Its language, es or en [en]: "]
    assert "site_name: Mis cosas\n" in (tmp_path / "mi-red_2/mkdocs.yml").read_text("utf-8")
    assert (tmp_path / "mi-red_2/docs/plantillas/nota.md").is_file()
    start("mi-red_2")
    assert len(asked) == 2


def test_a_link_out_of_the_folder_is_not_followed(start, vault, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    root = vault({})
    (root / ".github").symlink_to(elsewhere)
    assert "Left as they were: .github/workflows/notes.yml, " in start()
    assert files_in(elsewhere) == []


@pytest.mark.parametrize(
    ("files", "arguments", "said"),
    [
        ({"Inbox.md": ""}, [], "'Inbox.md' stands in "),
        ({"x": ""}, ["x"], "x: is no folder"),
        ({"x": ""}, ["x/y"], "is no folder"),
        ({"mkdocs.yml": "docs_dir: .\n"}, [], "mkdocs.yml has its notes ('docs_dir') in "),
        ({"mkdocs.yml": "docs_dir: ../x\n"}, [], "mkdocs.yml has its notes ('docs_dir') in "),
        ({"estiba.toml": "x = 1"}, [], "estiba.toml: x: unknown; known here: "),
        ({}, ["--notes", "../x"], "'../x' is no folder below the vault's"),
    ],
)
def test_where_no_vault_can_be(start, vault, files, arguments, said):
    root = vault(files)
    err = start(*arguments, status=2)
    assert said in err
    assert err.count("\n") == 1
    assert files_in(root) == sorted(files)
