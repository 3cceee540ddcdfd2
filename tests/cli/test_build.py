from __future__ import annotations

import pytest

from estiba.cli.main import main

CONFIG = "site_name: Notas\nplugins: [estiba]\n"


@pytest.mark.parametrize(("arguments", "file"), [([], "mkdocs.yml"), (["-f", "otra.yml"], "otra.yml")])
def test_without_a_configuration_it_says_what_to_write(vault, capsys, arguments, file):
    vault({"docs/index.md": "# Notas\n"})
    assert main(["build", *arguments]) == 2
    said = capsys.readouterr().err
    assert said == (
        f"estiba: {file}: there is no such file; beside the folder 'docs' with your notes,"
        " write one with these lines:\n\nsite_name: My notes\nplugins: [estiba]\n"
    )


def test_the_lines_that_it_names_are_enough(vault, capfd):
    folder = vault(
        {
            "docs/index.md": "# Notas\n",
            "docs/borrador.md": "---\ntitle: Borrador\ndraft: true\n---\n\nTexto.\n",
            "otra.yml": "site_name: My notes\nplugins: [estiba]\n",
            "mkdocs.py": "raise SystemExit('this is no part of MkDocs')\n",
        }
    )
    assert main(["build", "--config-file", "otra.yml", "--strict", "--site-dir", "sitio"]) == 0
    assert (folder / "sitio/index.html").is_file()
    assert not (folder / "sitio/borrador").exists()
    said = capfd.readouterr().err
    assert "not published, and left out: 1 of 2 notes" in said
    assert "Zensical" not in said


def test_its_exit_status_is_that_of_mkdocs(vault):
    vault({"docs/nota.md": "---\ntitle: [a]\n---\n", "mkdocs.yml": CONFIG})
    assert main(["build", "--strict", "--quiet"]) == 1
