"""`estiba check` with known debt, as its users call it."""

from __future__ import annotations

import json

import pytest

from estiba.cli.main import main
from repositories import Commits

FILE = "estiba-baseline.json"
SLIP = "---\ntitle: Nota\ntags: ['<x>']\n---\n\nTexto.\n"
BROKEN = "---\ntitle: Otra\n---\n\n[[no está]]\n"
GOOD = "---\ntitle: Nota\n---\n\nTexto.\n"
VAULT = {"mkdocs.yml": "", "docs/a.md": SLIP, "docs/b/b.md": BROKEN, "docs/c.md": GOOD}
SECRET = """\
---
title: S
---

```yaml
services:
  s:
    image: x:1
    environment:
      AWS_ACCESS_KEY_ID: {}
```
"""


def run(capsys, *arguments):
    status = main(["check", "--strict", *arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def entries(root):
    content = json.loads((root / FILE).read_text("utf-8"))
    return [(one["path"], one["check"]) for one in content["problems"]]


@pytest.fixture
def indebted(vault, capsys):
    root = vault(VAULT)
    assert run(capsys)[0] == 1
    assert run(capsys, "--write-baseline") == (
        0,
        f"0 errors, 0 warnings in 3 notes and 0 examples\n{FILE} has 2 known problems now\n",
        "",
    )
    return root


def test_known_debt_fails_nothing_and_is_counted(indebted, vault, capsys):
    assert entries(indebted) == [("docs/a.md", "odd-tag"), ("docs/b/b.md", "broken-link")]
    assert run(capsys) == (
        0,
        f"0 errors, 0 warnings in 3 notes and 0 examples\n2 known problems left out, by {FILE}\n",
        "",
    )
    vault({"docs/c.md": SLIP})
    status, out, _ = run(capsys)
    assert status == 1
    assert "docs/c.md:3:" in out
    assert "docs/a.md" not in out
    assert json.loads(run(capsys, "--format", "json")[1])["summary"]["known"] == 2


def test_it_only_ever_shrinks(indebted, vault, capsys):
    vault({"docs/a.md": GOOD, "docs/c.md": SLIP})
    mended = "1 problem in it is mended: --write-baseline drops it"
    assert f"1 known problem left out, by {FILE}\n{mended}\n" in run(capsys)[1]
    status, out, _ = run(capsys, "--write-baseline")
    assert status == 1
    assert "docs/c.md:3:" in out
    assert f"{FILE} has 1 known problem now\n1 was mended, and is dropped\n" in out
    assert entries(indebted) == [("docs/b/b.md", "broken-link")]
    (indebted / "docs/b/b.md").unlink()
    run(capsys, "--write-baseline")
    assert entries(indebted) == []
    vault({"docs/a.md": SLIP})
    assert run(capsys, "--write-baseline")[0] == 1
    assert entries(indebted) == []


@pytest.mark.parametrize(
    ("arguments", "left"),
    [
        (["docs/c.md"], 2),
        (["docs/a.md"], 1),
        (["docs/b"], 1),
        (["docs/b/b.md"], 2),
        (["--select", "missing-field"], 2),
        (["--select", "odd-tag"], 1),
        (["--ignore", "broken-link"], 1),
        (["docs", "docs/a.md"], 0),
    ],
)
def test_a_run_over_a_part_drops_nothing_of_the_others(indebted, vault, capsys, arguments, left):
    vault({"docs/a.md": GOOD, "docs/b/b.md": GOOD})
    shown = run(capsys, *arguments)[1]
    assert ("mended" in shown) is (left < 2)
    assert len(entries(indebted)) == 2
    assert run(capsys, "--write-baseline", *arguments)[0] == 0
    assert len(entries(indebted)) == left


@pytest.mark.parametrize(
    "arguments", [["docs/a.md"], ["docs/b"], ["--select", "odd-tag"], ["--ignore", "odd-tag"]]
)
def test_it_begins_with_all_of_a_vault(vault, capsys, arguments):
    root = vault(VAULT)
    status, out, err = run(capsys, "--write-baseline", *arguments)
    assert (status, out) == (2, "")
    assert err == "estiba: --write-baseline begins with a whole vault, without --select and --ignore\n"
    assert not (root / FILE).exists()


def test_a_real_credential_is_never_known(vault, capsys):
    root = vault({"a.md": SECRET.format("AKIA" + "QYLPMN5HFIQR7XYA"), "b.md": SLIP})
    status, out, _ = run(capsys, "--write-baseline")
    assert status == 1
    assert "[live-secret]" in out
    assert entries(root) == [("b.md", "odd-tag")]


def test_a_note_that_moves_takes_no_debt_along(indebted, capsys):
    (indebted / "docs/a.md").rename(indebted / "docs/d.md")
    status, out, _ = run(capsys)
    assert status == 1
    assert "docs/d.md:3:" in out


def test_nothing_to_write_leaves_the_file_alone(indebted, capsys):
    before = (indebted / FILE).stat().st_mtime_ns, (indebted / FILE).read_bytes()
    assert run(capsys, "--write-baseline")[0] == 0
    assert ((indebted / FILE).stat().st_mtime_ns, (indebted / FILE).read_bytes()) == before
    assert sorted(file.name for file in indebted.iterdir()) == [".cache", "docs", FILE, "mkdocs.yml"]


def test_a_file_elsewhere(vault, capsys, monkeypatch):
    root = vault(VAULT)
    assert run(capsys, "--baseline", "x.json") == (2, "", "estiba: x.json: there is no such file\n")
    assert run(capsys, "--baseline", "x.json", "--write-baseline")[0] == 0
    assert run(capsys)[0] == 1
    monkeypatch.chdir(root / "docs/b")
    status, out, _ = run(capsys, "..", "--baseline", "../../x.json")
    assert status == 0
    assert "2 known problems left out" in out


def test_two_vaults_share_no_debt(vault, capsys):
    root = vault({"x/a.md": SLIP, "x/estiba.toml": "", "y/a.md": SLIP})
    assert run(capsys, "x", "--write-baseline")[0] == 0
    assert not (root / FILE).exists()
    status, out, _ = run(capsys, "x", "y")
    assert status == 1
    assert "y/a.md:3:" in out
    assert "x/a.md" not in out
    assert run(capsys, "x", "y", "--baseline", "x/estiba-baseline.json") == (
        2,
        "",
        "estiba: --baseline is for one vault; check the others by themselves\n",
    )


def test_vaults_under_one_policy_keep_their_debt_apart(vault, capsys):
    root = vault({"estiba.toml": "", "x/a.md": SLIP, "y/a.md": SLIP})
    assert run(capsys, "x", "y", "--write-baseline")[0] == 0
    assert [path for path, _ in entries(root)] == ["x/a.md", "y/a.md"]
    (root / "y/a.md").write_text(GOOD, "utf-8")
    assert "mended" not in run(capsys, "x")[1]
    assert run(capsys, "y", "--write-baseline")[0] == 0
    assert [path for path, _ in entries(root)] == ["x/a.md"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", f"estiba: {FILE}:1:2: is no JSON\n"),
        ('{"version": 3}', f"estiba: {FILE}: is no baseline of version 1, as 'estiba check' writes it\n"),
        (b"\xff", f"estiba: {FILE}: is no UTF-8 text\n"),
    ],
)
def test_a_broken_file_stops_the_run(vault, capsys, content, message):
    vault({**VAULT, FILE: content})
    assert run(capsys) == (2, "", message)


def test_what_changed_may_have_known_debt(tmp_path, monkeypatch, capsys):
    commits = Commits(tmp_path)
    monkeypatch.chdir(tmp_path)
    commits.commit(VAULT)
    assert run(capsys, "--write-baseline")[0] == 0
    commits.commit({})
    commits.write({"docs/a.md": f"{SLIP}\nMás.\n"})
    status, out, _ = run(capsys, "--changed")
    assert (status, "1 known problem left out" in out, "mended" in out) == (0, True, False)
    commits.write({"docs/a.md": SLIP.replace("<x>", "<y>")})
    status, out, _ = run(capsys, "--changed")
    assert (status, "known" in out) == (1, False)


def test_it_cannot_go_with_changed(vault, capsys):
    vault(VAULT)
    assert run(capsys, "--changed", "--write-baseline") == (
        2,
        "",
        "estiba: --write-baseline needs the whole vault: it cannot go with --changed\n",
    )
