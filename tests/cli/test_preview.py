from __future__ import annotations

import tempfile

import pytest

from estiba.cli.main import main
from odd_repositories import Link, commit_objects
from repositories import Commits

BASE = {
    "mkdocs.yml": "site_name: Notas\nplugins: [estiba]\nhooks: [hooks/sign.py]\n",
    "hooks/sign.py": "def on_page_content(html, **_):\n    return html + '<p>Signed by the base</p>'\n",
    "docs/index.md": "# Notas\n",
    "docs/redes/caddy.md": "---\ntitle: Caddy\n---\n\nTexto viejo.\n",
    "docs/redes/unbound.md": "---\ntitle: Unbound\n---\n\nTexto.\n",
}


@pytest.fixture
def repository(tmp_path, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    repository = Commits(tmp_path / "repository")
    monkeypatch.chdir(repository.root)
    return repository


def test_notes_are_those_of_the_head_and_code_is_the_bases(repository, tmp_path, capfd):
    parted = commit_objects(repository, BASE)
    base = commit_objects(repository, {"docs/redes/later.md": "---\ntitle: Later\n---\n\nTexto.\n"}, parted)
    head = commit_objects(
        repository,
        {
            "docs/redes/caddy.md": "---\ntitle: Caddy\n---\n\nTexto nuevo.\n",
            "docs/redes/unbound.md": None,
            "docs/passwd.md": Link("/etc/passwd"),
            "docs/mapa.svg": "<svg><script>alert(1)</script></svg>",
            "docs/overwritten.md/x.md": "# X\n",
            "hooks/sign.py": "raise SystemExit('this is the code of the pull request')\n",
            "mkdocs.yml": "site_name: Evil\n",
            "new\nline ##[error].txt": "x",
        },
        parted,
    )
    site = tmp_path / "out"
    (site / "assets").mkdir(parents=True)
    (site / "404.html").write_text("an older site")
    assert main(["preview", f"{base}..{head}", "--site-dir", str(site), "--quiet", "--strict"]) == 0
    assert "an older site" not in (site / "404.html").read_text("utf-8")
    page = (site / "redes/caddy/index.html").read_text("utf-8")
    assert "Texto nuevo." in page
    assert "Signed by the base" in page
    assert (site / "redes/later/index.html").is_file()
    assert not (site / "redes/unbound").exists()
    assert not (site / "passwd").exists()
    said = capfd.readouterr().err
    assert said.splitlines() == [
        "estiba: not used, for a browser may run what is in it: docs/mapa.svg",
        *(
            f"estiba: not used, for it is no note and no attachment: {path}"
            for path in ("docs/passwd.md", "hooks/sign.py", "mkdocs.yml", "new\\nline \\x23#[error].txt")
        ),
    ]
    assert not list((tmp_path / "temporary").iterdir())
    assert not [one.name for one in repository.root.iterdir() if one.name != ".git"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["main.."], "'main..' is not BASE..HEAD; write two revisions, for example main..HEAD"),
        (["main..a..b"], "'main..a..b' is not BASE..HEAD; write two revisions, for example main..HEAD"),
        (["..main"], "'..main' is not BASE..HEAD; write two revisions, for example main..HEAD"),
        (["main...nowhere"], "'nowhere' is no commit of this repository"),
        (["main..--output=x"], "'--output=x' is no commit of this repository"),
        (["main", "notes"], "notes: the base has no such folder"),
        (["main..main", "other"], "other: the base has no mkdocs.yml above it"),
        (["main..main", "/"], "/: is in no Git repository"),
        (["main..main", "-d", "full"], "full: holds something that is no site, and a build would remove it"),
        (["main..main", "-d", "."], ".: holds something that is no site, and a build would remove it"),
        (["main..main", "-d", "full/x.txt"], "full/x.txt: is no folder"),
    ],
)
def test_what_it_cannot_do_is_one_line(repository, capsys, arguments, said):
    root = repository.root
    repository.commit({"other/x.md": "x", "full/x.txt": "x", "mkdocs.yaml/x": "x"})
    assert main(["preview", *arguments]) == 2
    assert capsys.readouterr().err == f"estiba: {said.format(root=root)}\n"
    assert (root / "full/x.txt").is_file()


def test_the_folder_of_the_notes_is_the_one_that_mkdocs_yml_names(repository, tmp_path):
    config = BASE["mkdocs.yml"] + "docs_dir: notes\n"
    files = {"mkdocs.yml": config, "hooks/sign.py": BASE["hooks/sign.py"], "notes/index.md": "# Notas\n"}
    base = repository.commit(files)
    head = commit_objects(repository, {"notes/index.md": "# Nuevas\n"}, base)
    assert main(["preview", f"{base}..{head}", "-d", str(tmp_path / "out"), "-q"]) == 0
    assert "Nuevas" in (tmp_path / "out/index.html").read_text("utf-8")


def test_commits_that_never_met_are_refused(repository, capsys):
    one, other = (commit_objects(repository, BASE | {"docs/x.md": text}) for text in "ab")
    assert main(["preview", f"{one}..{other}"]) == 2
    assert "have no commit in common" in capsys.readouterr().err


def test_outside_of_a_repository(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["preview", "main..x"]) == 2
    assert capsys.readouterr().err == f"estiba: {tmp_path}: is in no Git repository\n"
