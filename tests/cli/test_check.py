"""`estiba check` as its users call it: arguments in, text and exit status out."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from estiba.cli.main import main

BAD = "---\ntitle: Docker: guía\ndescription: description\n---\n\nTexto.\n"
GOOD = "---\ntitle: Nota\n---\n\nTexto.\n"
SLIP = "services:\n  web:\n    imagen: nginx\n    image: nginx\n"


def run(capsys, *arguments):
    status = main(["check", *arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_text_quotes_the_line_and_leads_on(vault, capsys):
    vault({"docs/a.md": BAD, "docs/b.md": GOOD, "mkdocs.yml": ""})
    assert run(capsys) == (
        1,
        """\
docs/a.md:2:8: error: 'title: Docker: guía' has a second colon, which YAML cannot read; \
quote the value: title: "Docker: guía" [invalid-front-matter]
     2 | title: Docker: guía
       |        ^
docs/a.md:3:14: warning: 'description: description' is what a template left; \
write what this note is about [placeholder-text]
     3 | description: description
       |              ^

1 error, 1 warning in 2 notes and 0 examples
Read on: estiba explain invalid-front-matter, estiba explain placeholder-text
""",
        "",
    )


@pytest.mark.parametrize(
    ("files", "arguments", "status"),
    [
        ({"a.md": GOOD}, [], 0),
        ({"a.md": BAD}, [], 1),
        ({"a.md": "---\ndescription: TODO\n---\n"}, ["a.md", "--ignore", "missing-field"], 0),
        ({"a.md": "---\ndescription: TODO\n---\n"}, ["--strict"], 1),
        ({"a.md": BAD}, ["--ignore", "invalid-front-matter"], 0),
        ({"a.md": BAD}, ["--select", "odd-tag"], 0),
        ({"a.md": BAD, "estiba.toml": '[checks]\ninvalid-front-matter = "info"\n'}, [], 0),
        ({"a.md": BAD, "estiba.toml": '[checks]\ninvalid-front-matter = "off"\n'}, [], 0),
        ({"a.md": BAD, "estiba.toml": '[checks]\n"notes/invalid-front-matter" = "off"\n'}, [], 0),
        ({"a.md": "ñ".encode("latin-1")}, [], 1),
        ({"a.md": "ñ".encode("latin-1")}, ["--ignore", "unreadable-note"], 0),
        (
            {"a.md": GOOD, "estiba.toml": '[required]\n"" = ["tags"]\n[checks]\nmissing-field = "error"\n'},
            [],
            1,
        ),
    ],
)
def test_exit_status(vault, capsys, files, arguments, status):
    vault(files)
    assert run(capsys, *arguments)[0] == status


@pytest.mark.parametrize(
    ("files", "arguments", "message"),
    [
        ({}, ["nowhere"], "estiba: nowhere: there is no such file or folder\n"),
        ({"a.txt": ""}, ["a.txt"], "estiba: a.txt: neither a note (.md) nor a Compose file (.yml, .yaml)\n"),
        ({}, ["--select", "nonsense"], "estiba: no check is called 'nonsense'; 'estiba checks' lists them\n"),
        ({"estiba.toml": "language = 3\n"}, [], "estiba.toml: language: must be a text, not 3\n"),
        ({"estiba.toml": '[checks]\nodd = "off"\n'}, [], "estiba.toml: checks.odd: no check is called so\n"),
        (
            {"estiba.toml": '[checks]\nodd-tag = "loud"\n'},
            [],
            "estiba.toml: checks.odd-tag: 'loud' is none of",
        ),
    ],
)
def test_what_keeps_it_from_running(vault, capsys, files, arguments, message):
    vault(files)
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert message in err


def test_unknown_option_is_refused_with_usage(capsys):
    with pytest.raises(SystemExit) as error:
        main(["check", "--nonsense"])
    assert error.value.code == 2
    assert "usage: estiba" in capsys.readouterr().err


def test_json_is_for_programs(vault, capsys):
    vault({"a.md": BAD})
    status, out, _ = run(capsys, "--format", "json")
    assert status == 1
    assert json.loads(out) == {
        "problems": [
            {
                "check": "invalid-front-matter",
                "severity": "error",
                "path": "a.md",
                "line": 2,
                "column": 8,
                "message": "'title: Docker: guía' has a second colon, which YAML cannot read",
                "hint": 'quote the value: title: "Docker: guía"',
                "fix": None,
            },
            {
                "check": "placeholder-text",
                "severity": "warning",
                "path": "a.md",
                "line": 3,
                "column": 14,
                "message": "'description: description' is what a template left",
                "hint": "write what this note is about",
                "fix": None,
            },
        ],
        "summary": {"error": 1, "warning": 1, "advice": 0, "info": 0, "notes": 1, "examples": 0, "known": 0},
    }


def test_github_annotations_cannot_be_forged(vault, capsys):
    title = r'"a\n::error::forged % x": [1]'
    vault({"a,b.md": f"---\ntitle: {{{title}}}\n{title}\n---\n"})
    _, out, _ = run(capsys, "--format", "github", "--all")
    lines = out.splitlines()
    assert lines
    assert all(line.startswith(("::error file=a%2Cb.md,", "::notice file=a%2Cb.md,")) for line in lines)
    assert "'a%0A::error::forged %25 x' has no meaning" in out


def test_named_compose_file_is_whole_and_a_folder_is_searched(vault, capsys):
    vault({"x/compose.prod.yaml": SLIP, "x/other.yml": SLIP, ".hidden/compose.yml": SLIP, "x/README.txt": ""})
    assert "x/compose.prod.yaml:3:5: error: 'imagen'" in run(capsys)[1]
    assert "other.yml" not in run(capsys)[1]
    assert "x/other.yml:3:5: error: 'imagen'" in run(capsys, "x/other.yml")[1]
    vault({"y.yml": "- no\n- mapping\n"})
    assert "y.yml:1:1: error: a Compose file is a mapping; write 'services:' first" in run(capsys, "y.yml")[1]


def test_terminal_escapes_and_turned_text_are_shown_as_code_points(vault, capsys):
    vault({"a.md": "---\ntags: ['\\', \"x\x1b[31my<\"]\ntitle: a\u202eb\n---\n"})
    out = run(capsys)[1]
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "\\u202e" in out


def test_unreadable_note_does_not_hide_the_others(vault, capsys):
    vault({"a.md": "añejo".encode("latin-1"), "b.md": BAD})
    out = run(capsys)[1]
    assert "a.md:1:2: error: not UTF-8 text but what looks like Latin-1 or Windows-1252" in out
    assert "b.md:2:8: error:" in out


def test_command_needs_no_host(tmp_path):
    (tmp_path / "a.md").write_text(GOOD, "utf-8")
    code = (
        "import sys; from estiba.cli.main import main; status = main(['check', '.']);"
        "hosts = {'mkdocs', 'markdown', 'material', 'pymdownx', 'jinja2'} & set(sys.modules);"
        "sys.exit(str(hosts) if hosts else status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_closed_pipe_is_no_traceback(tmp_path):
    for number in range(50):
        (tmp_path / f"{number}.md").write_text(BAD, "utf-8")
    command = f"{sys.executable} -m estiba check . | head -n 1"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_help_says_what_to_give_and_what_comes_back(capsys):
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    out = capsys.readouterr().out
    for words in ("PATH", "--strict", "--format", "--select", "--ignore", "Exit status: 0 no error"):
        assert words in out


def test_explain_and_checks(capsys):
    assert main(["explain", "unknown-key"]) == 0
    out = capsys.readouterr().out
    assert "# unknown-key (notes, info)" in out
    assert "# unknown-key (examples, error)" in out
    assert main(["explain", "examples/unknown-key"]) == 0
    assert "(notes" not in capsys.readouterr().out
    assert main(["explain", "odd-tagg"]) == 2
    assert capsys.readouterr().err == "estiba: no check is called 'odd-tagg'; did you mean 'odd-tag'?\n"
    assert main(["checks"]) == 0
    assert "placeholder-text" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif"])
def test_a_narrow_code_page_stops_nothing(vault, form):
    root = vault({"a.md": "---\ntitle: 日本\ndescription: TODO\n---\n\nTexto.\n"})
    done = subprocess.run(
        [sys.executable, "-m", "estiba", "check", "--format", form],
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "TODO" in done.stdout.decode("cp1252")


def test_a_file_beside_the_notes_is_named_and_a_name_with_a_line_end_stays_in_its_line(vault, capsys):
    vault({"feed.xml": "<a/>", "a\nb.md": GOOD, "compose.yaml": SLIP, "c?/compose.yml": SLIP})
    _, said, _ = run(capsys)
    windows = "which Windows does not take; rename it, with letters, digits, spaces and '-' [odd-name]"
    site = "which the site keeps for itself, and is left out; rename it [address-clash]"
    assert [line for line in said.split("\n") if "[address-clash]" in line or "[odd-name]" in line] == [
        f"a\\nb.md:1:1: warning: the name 'a\\nb.md' has the character 'U+000A', {windows}",
        f"c?/compose.yml:1:1: warning: the name 'c?' has the character '?', {windows}",
        f"feed.xml:1:1: error: this file comes to '/feed.xml', {site}",
    ]
    assert said.count("     3 |     imagen: nginx") == 2
