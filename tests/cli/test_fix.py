"""`estiba fix` as its users call it."""

from __future__ import annotations

import pytest

from estiba.cli.main import main

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
        ("netwrok, otra", "network, otra"),
        ("otra netwrok", "otra network"),
        ("[homeassistant]", "[home-assistant]"),
        ("[Home_Assistant]", "[home-assistant]"),
        ("[network/vpns]", "[network/vpn]"),
    ],
)
def test_a_slip_becomes_the_tag_that_was_meant(fix, before, after):
    assert fix(note(before)) == (note(after), "nota.md: 1 fix\n1 fix in 1 note\n")
    assert fix(note(after)) == (note(after), "0 fixes in 0 notes\n")


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
    assert fix(note(tags)) == (note(tags), "0 fixes in 0 notes\n")


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
    assert fix(note("[network]"))[1] == "0 fixes in 0 notes\n"
    assert "netwrok]" in target.read_text("utf-8")


def test_a_path_that_is_not_there(capsys):
    assert main(["fix", "nowhere"]) == 2
    assert capsys.readouterr().err == "estiba: nowhere: there is no such file or folder\n"
