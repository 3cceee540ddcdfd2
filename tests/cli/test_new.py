"""`estiba new` as its users call it."""

from __future__ import annotations

import datetime as dt
import sys

import pytest

from estiba.cli import new
from estiba.cli.main import main

SITE = "site_name: x\nplugins: [estiba]\n"
POLICY = """
language = "es"

[required]
"" = ["title"]
redes = ["title", "description", "mod", "tags"]

[fields]
resumen = "description"

[new]
template = "formas/nota.md"

[tags]
closed = true

[tags.vocabulary.redes]
synonyms = ["red"]
"""
TEMPLATE = "---\ntitle: {{title}}\nresumen:\ncreated: {{date}}\n---\n# {{title}}\n\n{{date:dddd}}\n"
DAYS = "lunes martes miércoles jueves viernes sábado domingo".split()


@pytest.fixture
def made(vault, capsys):
    """Call the command in a vault; gives the exit status, and what was said on both ends."""
    vault({"mkdocs.yml": SITE, "estiba.toml": POLICY, "docs/formas/nota.md": TEMPLATE})

    def run(*arguments):
        status = main(["new", *arguments])
        return status, *capsys.readouterr()

    return run


@pytest.fixture
def answers(monkeypatch):
    """Answer questions as somebody at a terminal; gives the questions."""
    asked = []

    def give(*lines):
        left = list(lines)

        def answer(question):
            asked.append(question)
            if not left:
                raise EOFError
            return left.pop(0)

        monkeypatch.setattr(new, "is_asking", lambda: True)
        monkeypatch.setattr("builtins.input", answer)
        return asked

    return give


def test_a_note_is_made_in_the_shape_of_the_template(made, tmp_path):
    status, out, err = made("redes/wireguard", "--description", "Una red: la tuya", "--tags", "#red,")
    today = dt.date.today()  # noqa: DTZ011 - the author's day
    assert (status, err) == (0, "")
    assert out == (
        "docs/redes/wireguard.md: made, in the shape of docs/formas/nota.md\n"
        "Its title is its name, 'Wireguard'; --title gives another\n"
        "Write it, then: estiba check docs/redes/wireguard.md\n"
    )
    assert (tmp_path / "docs/redes/wireguard.md").read_text("utf-8") == (
        f'---\ntitle: Wireguard\nresumen: "Una red: la tuya"\ncreated: {today}\n'
        f"mod: {today}\ntags: [red]\n---\n"
        f"# Wireguard\n\n{DAYS[today.weekday()]}\n"
    )
    assert main(["check", "--strict"]) == 0


def test_from_another_folder_of_the_vault(made, tmp_path, monkeypatch):
    (tmp_path / "docs/casa").mkdir()
    monkeypatch.chdir(tmp_path / "docs/casa")
    assert made("luz", "--title", "Luz", "--draft")[1] == (
        "luz.md: made, in the shape of ../formas/nota.md\n"
        "It is a draft: the site leaves it out\n"
        "Write it, then: estiba check luz.md\n"
    ).replace("../formas", (tmp_path / "docs/formas").as_posix())
    assert "\ndraft: true\n" in (tmp_path / "docs/casa/luz.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["redes/x"],
            "redes/x.md needs more, by the policy of this vault: give it with --description, --tags",
        ),
        (
            ["redes/x", "--description", "TODO", "--tags", "red"],
            "redes/x.md needs more, .* with --description",
        ),
        (["x", "--tags", "rede"], "no tag of this vault is called 'rede'; did you mean 'redes'?"),
        (
            ["x", "--tags", "dns"],
            "no tag of this vault is called 'dns'; those there are stand in estiba.toml",
        ),
        (["../x"], "'../x' is outside of the folder of the notes"),
        (["formas/nota"], "docs/formas/nota.md is there already; it is left as it is"),
        (["x", "--template", "none.md"], "none.md: No such file or directory"),
        (["x", "--template", "docs/bad.md"], "the template docs/bad.md: '<% tp.x %>' is for Templater"),
        (["x", "--edit"], "--edit needs an editor; name yours in $VISUAL or $EDITOR"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(made, vault, monkeypatch, arguments, said):
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    root = vault({"docs/bad.md": "<% tp.x %>"})
    before = sorted(root.rglob("*"))
    status, out, err = made(*arguments)
    assert (status, out, err.count("\n")) == (2, "", 1)
    for part in said.split(" .* "):
        assert part in err
    assert sorted(root.rglob("*")) == before


def test_outside_of_a_vault(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "x"]) == 2
    assert "no mkdocs.yml and no estiba.toml in" in capsys.readouterr().err


def test_beside_a_policy_alone(vault, capsys):
    root = vault({"estiba.toml": 'publish = "opt-in"\n'})
    assert main(["new", "redes/Mi Red", "--alias", "LAN", "--alias", "LAN"]) == 0
    assert capsys.readouterr().out == (
        "redes/Mi Red.md: made, in the shape of Estiba's own template\n"
        "'redes/mi-red.md' would be easier to type and to link to\n"
        "Its title is its name, 'Mi Red'; --title gives another\n"
        "It is not published yet: this vault publishes what says 'published: true'\n"
        "Write it, then: estiba check 'redes/Mi Red.md'\n"
    )
    assert "\naliases: [LAN]\n" in (root / "redes/Mi Red.md").read_text("utf-8")


def test_at_a_terminal_it_asks(made, answers, tmp_path):
    asked = answers("", "", "Una red", "rede", "redes")
    status, out, err = made("redes/wireguard")
    assert asked == [
        "Title [Wireguard]: ",
        "Description, in a sentence: ",
        "Description, in a sentence: ",
        "Tags, with commas: ",
        "Tags, with commas: ",
    ]
    assert status == 0
    assert "Its title" not in out
    assert err == "estiba: no tag of this vault is called 'rede'; did you mean 'redes'?\n"
    assert "\ntags: [redes]\n" in (tmp_path / "docs/redes/wireguard.md").read_text("utf-8")


def test_at_a_terminal_what_is_not_required_may_be_left(made, answers, tmp_path):
    asked = answers("Uno", "")
    assert made("uno")[0] == 0
    assert asked == ["Title [Uno]: ", "Description, in a sentence (or Enter): "]
    assert (tmp_path / "docs/uno.md").read_text("utf-8").startswith("---\ntitle: Uno\nresumen:\ncreated: ")


def test_without_an_answer_nothing_is_made(made, answers, tmp_path):
    answers()
    assert made("uno") == (2, "\n", "estiba: no answer; nothing was made\n")
    assert not (tmp_path / "docs/uno.md").exists()


def test_the_editor_is_waited_for_and_its_work_checked(made, monkeypatch):
    good = "import sys; open(sys.argv[1], 'a').write('Bien.')"
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" -c "{good}"')
    status, out, _ = made("uno", "--edit")
    assert (status, out.splitlines()[-1]) == (0, "Nothing is wrong with it. See it: estiba serve")
    bad = "import sys; open(sys.argv[1], 'w').write('---\\ntitle: TODO\\n---\\n')"
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" -c "{bad}"')
    status, out, _ = made("dos", "--edit")
    assert status == 1
    assert "docs/dos.md:2:8: warning: 'title: TODO' is what a template left" in out
    assert "[placeholder-text]" in out


def test_an_editor_that_fails(made, monkeypatch):
    monkeypatch.setenv("VISUAL", "/nowhere/vi")
    status, _, err = made("uno", "--edit")
    assert (status, err) == (2, "estiba: the editor '/nowhere/vi': No such file or directory\n")


def test_a_bad_template_is_told_of(made, vault):
    vault({"docs/formas/nota.md": "---\ntitle: {{title}}\ntags: red docker\n---\n"})
    status, out, _ = made("uno")
    assert status == 1
    assert "docs/uno.md:3:7: warning: " in out
