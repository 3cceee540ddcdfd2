"""`estiba fix` as its users call it."""

from __future__ import annotations

from pathlib import Path

import pytest

from estiba.cli.main import main
from repositories import Commits

POLICY = """
[tags]
closed = true

[tags.vocabulary.network]
synonyms = ["redes"]

[tags.vocabulary."network/vpn"]

[tags.vocabulary.home-assistant]

[tags.vocabulary.python2]

[tags.vocabulary."yes/no: maybe"]

[tags.vocabulary.monitor]

[tags.vocabulary.moniter]
"""


@pytest.fixture
def fix(tmp_path, monkeypatch, capsys):
    """Run the command over one note; gives the note after it, and what was said."""
    monkeypatch.chdir(tmp_path)

    def run(note, *arguments, policy=POLICY):
        (tmp_path / "estiba.toml").write_text(policy, "utf-8")
        (tmp_path / "nota.md").write_bytes(note.encode())
        assert main(["fix", *arguments]) == 0
        return (tmp_path / "nota.md").read_bytes().decode(), capsys.readouterr().out

    return run


def note(tags):
    return f"---\r\ntitle: 'N'   # ñ\ntags: {tags}\n---\n\nnetwrok\r\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[netwrok]", "[network]"),
        ("[a, 'netwrok' ,\"nework\" ]  # netwrok", "[a, 'network' ,\"nework\" ]  # netwrok"),
        ("\n  - '#Netwrok' # no\n  -   x", "\n  - '#network' # no\n  -   x"),
        ("[homeassistant]", "[home-assistant]"),
        ("[Home_Assistant]", "[home-assistant]"),
        ("[network/vpns]", "[network/vpn]"),
    ],
)
def test_a_slip_becomes_the_tag_that_was_meant(fix, before, after):
    assert fix(note(before)) == (note(after), "nota.md: 1 fix\n1 fix in 1 file\n")
    assert fix(note(after)) == (note(after), "0 fixes in 0 files\n")


@pytest.mark.parametrize(
    "tags",
    [
        "[network]",
        "[Redes]",  # another name of a tag is no mistake
        "[rde]",  # too short for a slip to be sure
        "[python3]",
        "[monitr]",  # one of two
        "[netwrok, network]",  # it has the tag already
        "[yes/no: mayb]",
        "[docker]",
        '["net\\x77rok"]',  # written in a way of YAML's own
        "[netwrok",
    ],
)
def test_what_is_not_sure_is_left_alone(fix, tags):
    assert fix(note(tags)) == (note(tags), "0 fixes in 0 files\n")


def test_what_one_fix_brings_to_light_is_mended_too(fix):
    said = "nota.md: 2 fixes\n2 fixes in 1 file\n"
    assert fix(note("netwrok, otra")) == (note("[network, otra]"), said)
    assert fix(note("\n  - otra\n - netwrok")) == (note("\n  - otra\n  - network"), said)


def test_an_open_vocabulary_has_no_slips(fix):
    assert fix(note("[netwrok]"), policy=POLICY.replace("true", "false"))[0] == note("[netwrok]")


def test_a_silenced_slip_stays(fix):
    before = note("[netwrok] # estiba: allow unknown-tag -- so it is")
    assert fix(before)[0] == before


def test_a_difference_is_shown_and_nothing_written(fix):
    before = note("[netwrok]")
    assert fix(before, "--diff") == (
        before,
        (
            "--- a/nota.md\n+++ b/nota.md\n@@ -2,3 +2,3 @@\n title: 'N'   # ñ\n-tags: [netwrok]\n"
            "+tags: [network]\n ---\n"
        ),
    )


def test_what_steers_a_terminal_is_shown_as_its_code_point(fix):
    before = "---\ntitle: \u202ex\ntags: [netwrok]\n---\n"
    after, said = fix(before, "--diff")
    assert " title: \\u202ex\n" in said
    assert after == before


def test_a_link_is_not_followed(fix, tmp_path):
    (tmp_path / "else").mkdir()
    target = tmp_path / "else/other.txt"
    target.write_text(note("[netwrok]"), "utf-8")
    (tmp_path / "link.md").symlink_to(target)
    assert fix(note("[network]"))[1] == "0 fixes in 0 files\n"
    assert "netwrok]" in target.read_text("utf-8")


def test_a_path_that_is_not_there(capsys):
    assert main(["fix", "nowhere"]) == 2
    assert capsys.readouterr().err == "estiba: nowhere: there is no such file or folder\n"


def test_a_compose_file_is_mended_by_itself_and_in_a_folder(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    before, after = 'version: "3"\n\nservices:\n  a: {image: b}', "services:\n  a: {image: b}"
    for path in ("compose.yaml", "."):
        (tmp_path / "compose.yaml").write_text(before, "utf-8")
        assert main(["fix", path]) == 0
        assert capsys.readouterr().out == "compose.yaml: 1 fix\n1 fix in 1 file\n"
        assert (tmp_path / "compose.yaml").read_text("utf-8") == after


def test_with_check_nothing_is_written_and_the_status_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "nota.md").write_text("---\ntags: a b\n---\n", "utf-8")
    assert main(["fix", "--check"]) == 1
    assert capsys.readouterr().out == "nota.md: 1 fix\n1 fix to make in 1 file\n"
    assert main(["fix", "--check", "--diff"]) == 1
    assert "+tags: [a, b]\n" in capsys.readouterr().out
    assert (tmp_path / "nota.md").read_text("utf-8") == "---\ntags: a b\n---\n"
    assert main(["fix"]) == 0
    assert main(["fix", "--check"]) == 0


def test_what_cannot_be_read_is_named_once_and_keeps_nothing_else_from_being_mended(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    odd = {"a.md": "---\ntitle: árbol\n---\n".encode("latin-1"), "b.md": "\ufeff---".encode("utf-16-le")}
    for name, data in odd.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "c.md").write_text("---\ntags: a b\n---\n", "utf-8")
    assert main(["fix", ".", "a.md", "."]) == 0
    said = capsys.readouterr()
    assert said.out == "c.md: 1 fix\n1 fix in 1 file\n"
    why = "not UTF-8 text but what looks like {}; save the note as UTF-8; it is left as it is"
    assert said.err.splitlines() == [
        f"estiba: a.md: {why.format('Latin-1 or Windows-1252')}",
        f"estiba: b.md: {why.format('UTF-16')}",
    ]
    assert {name: (tmp_path / name).read_bytes() for name in odd} == odd


def test_a_file_keeps_its_mode_and_nothing_is_left_beside_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "nota.md"
    file.write_text("---\ntags: a b\n---\n", "utf-8")
    file.chmod(0o640)
    assert main(["fix"]) == 0
    assert (file.stat().st_mode & 0o777, list(tmp_path.iterdir())) == (0o640, [file])


def test_a_file_that_cannot_be_written_is_named_and_stays(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("---\ntags: a b\n---\n", "utf-8")
    replace = Path.replace

    def refuse(source, target):
        if target.name == "a.md":
            raise PermissionError(13, "Permission denied")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refuse)
    assert main(["fix"]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err) == ("b.md: 1 fix\n1 fix in 1 file\n", "estiba: a.md: Permission denied\n")
    assert (tmp_path / "a.md").read_text("utf-8") == "---\ntags: a b\n---\n"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.md", "b.md"]


def test_mod_follows_git_unless_the_policy_says_otherwise(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    commits = Commits(tmp_path)
    text = "---\ntitle: N\nmod: 2026-01-01  # día\n---\n"
    commits.commit({"nota.md": text})
    commits.commit({"nota.md": text + "más\n"}, day="2026-02-03")
    (tmp_path / "estiba.toml").write_text("[fix]\nmod = false\n", "utf-8")
    assert main(["fix"]) == 0
    assert capsys.readouterr().out == "0 fixes in 0 files\n"
    (tmp_path / "estiba.toml").unlink()
    for said in ("nota.md: 1 fix\n1 fix in 1 file\n", "0 fixes in 0 files\n"):
        assert main(["fix"]) == 0
        assert capsys.readouterr().out == said
        after = text.replace("2026-01-01", "2026-02-03") + "más\n"
        assert (tmp_path / "nota.md").read_text("utf-8") == after
