"""Links in `estiba check`: judged where a whole folder is given, and not where one note is."""

from __future__ import annotations

from estiba.cli.main import main

LINK = "# Nota\n\nMira [[Otr]] y ![[foto.png]].\n"
FILES = {"docs/nota.md": LINK, "docs/Otro.md": "# Otro\n", "docs/img/foto.png": "", "mkdocs.yml": ""}


def test_links_are_judged_with_all_of_their_vault(vault, capsys):
    vault(FILES)
    assert main(["check", "--strict", "docs"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "docs/nota.md:3:6: warning: the link '[[Otr]]' leads to no note of the vault;"
        " did you mean 'Otro'? [broken-link]"
    )


def test_links_of_a_note_alone_are_not_judged(vault, capsys):
    vault(FILES)
    assert main(["check", "--strict", "docs/nota.md"]) == 0
    assert "[[Otr]]" not in capsys.readouterr().out
