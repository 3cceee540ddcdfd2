import json
import subprocess
import sys

import pytest

from estiba.cli.main import main
from repositories import Commits

NOTE = "---\ntitle: A\n---\n\n{}\n"


@pytest.fixture
def change(tmp_path, monkeypatch):
    """Make a repository whose branch `change` differs from `main`, which is checked out."""

    def make(after, before=None):
        commits = Commits(tmp_path / "repository")
        commits.commit(
            {"mkdocs.yml": "site_name: x\n", "docs/index.md": NOTE.format("Hola.")} | (before or {})
        )
        commits.branch("change")
        commits.commit(after)
        commits.git("checkout", "-q", "main")
        monkeypatch.chdir(commits.root)
        return commits.root

    return make


def test_files_are_written_by_their_suffixes(change, capsys):
    root = change({"docs/a.md": NOTE.format("[[x]]")})
    outputs = [word for suffix in ("html", "md", "json", "sarif") for word in ("-o", f"r.{suffix}")]
    assert main(["review", "main..change", *outputs]) == 0
    assert capsys.readouterr().out == ""
    assert (root / "r.html").read_text("utf-8").startswith("<!doctype html>")
    assert (root / "r.md").read_text("utf-8").startswith("## ✅ Ready")
    assert json.loads((root / "r.json").read_text("utf-8"))["outcome"] == "ready"
    log = json.loads((root / "r.sarif").read_text("utf-8"))
    (result,) = log["runs"][0]["results"]
    assert result["ruleId"] == "broken-link"
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "docs/a.md", "uriBaseId": "SRCROOT"}
    assert not (root / "docs/a.md").exists()


def test_annotations_and_files_in_one_run(change, capsys):
    root = change({"docs/a.md": NOTE.format("[[x]]")})
    assert main(["review", "main..change", "docs", "--format", "github", "-o", "r.md"]) == 0
    assert capsys.readouterr().out == (
        "::warning file=docs/a.md,line=5,col=1,title=broken-link::the link '[[x]]' leads to no note of the"
        " vault; mend its name, or write that note [broken-link]\n"
    )
    assert (root / "r.md").is_file()


@pytest.mark.parametrize(
    ("note", "options", "status"),
    [
        ("Bien.", [], 0),
        ("[[x]]", [], 0),
        ("[[x]]", ["--strict"], 1),
        ("```yaml\nservices:\n  web:\n    image: nginx:1\n    ports: ['99999:1']\n```", [], 1),
    ],
)
def test_the_exit_status(change, capsys, note, options, status):
    change({"docs/a.md": NOTE.format(note)})
    assert main(["review", "main..change", *options]) == status
    assert capsys.readouterr().out.startswith("## ")


@pytest.mark.parametrize("given", ["main", "main..", "main...HEAD", "main..HEAD"])
def test_a_range_may_be_written_in_short(change, capsys, given):
    root = change({"docs/a.md": NOTE.format("Bien.")})
    subprocess.run(["git", "-C", root, "checkout", "-q", "change"], check=True)
    status = main(["review", given])
    said = capsys.readouterr()
    if given == "main..":
        assert (status, said.out) == (2, "")
        assert said.err == "estiba: 'main..' is not BASE..HEAD; write two revisions, for example main..HEAD\n"
    else:
        assert status == 0
        assert "`main..HEAD`" in said.out


def test_the_policy_is_that_of_the_base(change, capsys):
    change(
        {"estiba.toml": '[checks]\nbroken-link = "off"\n', "docs/a.md": NOTE.format("[[x]]")},
        {"estiba.toml": '[checks]\nbroken-link = "error"\n'},
    )
    assert main(["review", "main..change"]) == 1
    assert "- `estiba.toml` (changed)" in capsys.readouterr().out


def test_a_folder_that_only_the_change_has(change, capsys):
    change({"wiki/a.md": NOTE.format("Bien.")})
    assert main(["review", "main..change", "wiki"]) == 0
    assert "`a.md`" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nobody..change"], "'nobody' is no commit of this repository"),
        (["main..nobody"], "'nobody' is no commit of this repository"),
        (["..change"], "'..change' is not BASE..HEAD; write two revisions, for example main..HEAD"),
        (["--", "--output=x..change"], "'--output=x' is no commit of this repository"),
        (
            ["main..change", "-o", "r.txt"],
            "r.txt: nothing is written under such a name; end it with .html .htm .md .json .sarif",
        ),
        (["main..change", "-o", "none/r.md"], "none/r.md: No such file or directory"),
    ],
)
def test_what_cannot_run_is_said_in_one_line(change, capsys, arguments, said):
    change({"docs/a.md": NOTE.format("Bien.")})
    assert main(["review", *arguments]) == 2
    assert capsys.readouterr().err == f"estiba: {said}\n"


def test_a_broken_policy_is_said_in_one_line(change, capsys):
    change({"docs/a.md": NOTE.format("Bien.")}, {"estiba.toml": "x = 1\n"})
    assert main(["review", "main..change"]) == 2
    assert capsys.readouterr().err.startswith("estiba: estiba.toml: x: ")


def test_no_repository(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert main(["review", "main..change"]) == 2
    assert capsys.readouterr().err == f"estiba: {tmp_path}: is in no Git repository\n"


def test_other_commands_load_no_markdown():
    code = "import sys, estiba.cli.main; sys.exit(bool({'markdown', 'jinja2', 'nh3'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
