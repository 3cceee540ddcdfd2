"""What is new and gone between two commits of a vault, and between a commit and the work tree."""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.catalogue import catalogue_for
from estiba.checks.rules import Rules
from estiba.comparing.comparison import compare
from estiba.comparing.policy import policy_at
from estiba.comparing.revisions import read_range, read_revisions
from estiba.config import Config
from estiba.git.repository import Repository
from estiba.policy_table import ConfigError
from repositories import Commits

NOTE = "---\ntitle: {title}\n---\n\n{text}\n"


def note(title="Nota", text="Texto."):
    return NOTE.format(title=title, text=text)


BASE = {
    "mkdocs.yml": "site_name: x\n",
    "docs/index.md": note("Inicio", "[[wireguard]] [[caddy]]"),
    "docs/redes/wireguard.md": note("WireGuard", "Va a [[caddy]]."),
    "docs/redes/caddy.md": note("Caddy", "Va a [[nada]]."),
}


@pytest.fixture
def commits(tmp_path):
    commits = Commits(tmp_path / "vault")
    commits.commit(BASE)
    return commits


def compared(commits, base="main", head="topic", folder="docs"):
    repository = Repository.find(commits.root)
    commits_between = read_range(repository, base, head)
    found = read_revisions(repository, commits_between, folder)
    rules = Rules(policy_at(repository, commits_between.base, folder), dt.date(2026, 1, 2))
    return compare(found.before, found.after, found.change, rules)


def lines(problems):
    catalogue = catalogue_for("en")
    return [f"{one.place}: {catalogue.problem(one).partition(';')[0]} [{one.check}]" for one in problems]


def warned(problems):
    return lines(one for one in problems if one.severity in ("error", "warning"))


def test_an_added_note(commits):
    commits.branch("topic")
    commits.commit({"docs/redes/unbound.md": note("Unbound", "Va a [[wireguar]] y [[caddy]].")})
    found = compared(commits)
    (change,) = found.notes
    assert (change.kind, change.path, change.old_path) == ("added", "redes/unbound.md", "")
    assert change.before is None
    assert change.after.title == "Unbound"
    assert warned(change.new) == [
        "redes/unbound.md:5:6: the link '[[wireguar]]' leads to no note of the vault [broken-link]",
    ]
    assert change.gone == ()
    assert warned(found.elsewhere) == []


def test_only_what_is_new_counts_however_lines_move(commits):
    commits.branch("topic")
    commits.commit({"docs/redes/caddy.md": note("Caddy", "Antes.\n\nVa a [[nada]].\n\n[[otra]]")})
    (change,) = compared(commits).notes
    assert warned(change.new) == [
        "redes/caddy.md:9:1: the link '[[otra]]' leads to no note of the vault [broken-link]"
    ]
    assert change.gone == ()


def test_what_is_mended_is_gone(commits):
    commits.branch("topic")
    commits.commit({"docs/redes/caddy.md": note("Caddy", "Va a [[wireguard]].")})
    (change,) = compared(commits).notes
    assert change.new == ()
    assert warned(change.gone) == [
        "redes/caddy.md:5:6: the link '[[nada]]' leads to no note of the vault [broken-link]"
    ]


def test_a_link_elsewhere_that_breaks(commits):
    commits.branch("topic")
    commits.commit({"docs/redes/wireguard.md": None})
    found = compared(commits)
    assert [(one.kind.value, one.path, one.after) for one in found.notes] == [
        ("removed", "redes/wireguard.md", None)
    ]
    assert warned(found.elsewhere) == [
        "index.md:5:1: the link '[[wireguard]]' leads to no note of the vault [broken-link]"
    ]


def test_a_renamed_note_keeps_its_problems(commits):
    commits.branch("topic")
    commits.git("mv", "docs/redes/caddy.md", "docs/redes/proxy.md")
    commits.commit({})
    found = compared(commits)
    (change,) = found.notes
    assert (change.kind, change.path, change.old_path) == ("renamed", "redes/proxy.md", "redes/caddy.md")
    assert change.before.title == change.after.title == "Caddy"
    assert (warned(change.new), warned(change.gone)) == ([], [])
    assert warned(found.elsewhere) == [
        "index.md:5:15: the link '[[caddy]]' leads to no note of the vault [broken-link]",
        "redes/wireguard.md:5:6: the link '[[caddy]]' leads to no note of the vault [broken-link]",
    ]


def test_the_base_may_have_moved_on(commits):
    commits.branch("topic")
    commits.commit(
        {
            "docs/a.md": note("A", "[[index]] [[wireguard]]"),
            "docs/redes/caddy.md": note("Caddy", "Va a [[wireguard]]."),
        }
    )
    commits.git("checkout", "-q", "main")
    commits.commit(
        {
            "docs/index.md": note("Inicio", "[[ninguna]]"),
            "docs/redes/caddy.md": note("Caddy", "Va a [[ninguna]]."),
            "docs/redes/wireguard.md": None,
            "docs/b.md": note("B"),
        }
    )
    found = compared(commits)
    a, caddy = found.notes
    assert (a.path, caddy.path) == ("a.md", "redes/caddy.md")
    assert "b.md" in found.head.vault.notes
    gone = "the link '[[wireguard]]' leads to no note of the vault [broken-link]"
    assert warned(found.new) == [f"a.md:5:11: {gone}", f"redes/caddy.md:5:6: {gone}"]
    assert "[[nada]]" in caddy.before.text, "the change is shown as its author made it"


def test_more_than_notes_is_named_and_not_looked_at(commits):
    commits.branch("topic")
    (commits.root / "docs/passwd.md").symlink_to("/etc/passwd")
    commits.commit(
        {
            "hooks/x.py": "x",
            "mkdocs.yml": "hooks: [hooks/x.py]\n",
            "docs/estiba.toml": "[checks]\nbroken-link = 'off'\n",
            "estiba.toml": "[checks]\nbroken-link = 'off'\n",
            "docs/app.js": "x",
            "docs/mapa.png": "x",
            "docs/bad.md": note("Bad", "[[nowhere]]"),
        }
    )
    found = compared(commits)
    assert [one.path for one in found.others] == [
        "docs/app.js",
        "docs/estiba.toml",
        "docs/passwd.md",
        "estiba.toml",
        "hooks/x.py",
        "mkdocs.yml",
    ]
    assert [one.path for one in found.attachments] == ["mapa.png"]
    assert [one.path for one in found.notes] == ["bad.md"]
    assert warned(found.notes[0].new) == [
        "bad.md:5:1: the link '[[nowhere]]' leads to no note of the vault [broken-link]"
    ]
    assert set(found.head.vault.attachments) == {"mapa.png"}


def test_a_note_that_becomes_something_else(commits):
    commits.branch("topic")
    commits.git("mv", "docs/redes/caddy.md", "docs/redes/caddy.js")
    (commits.root / "docs/redes/wireguard.md").unlink()
    (commits.root / "docs/redes/wireguard.md").symlink_to("/etc/passwd")
    commits.commit({})
    found = compared(commits)
    assert [(one.kind.value, one.path) for one in found.notes] == [("removed", "redes/caddy.md")]
    assert [(one.kind.value, one.path) for one in found.others] == [
        ("added", "docs/redes/caddy.js"),
        ("changed", "docs/redes/wireguard.md"),
    ]
    assert found.head.vault.notes["redes/wireguard.md"].title == "WireGuard"


def test_the_policy_is_that_of_the_base(commits):
    commits.commit({"estiba.toml": "[checks]\nbroken-link = 'off'\n"})
    commits.branch("topic")
    commits.commit({"estiba.toml": "", "docs/a.md": note("A", "[[x]]")})
    assert warned(compared(commits).new) == []


def test_the_nearest_policy_counts(commits):
    repository = Repository.find(commits.root)
    assert policy_at(repository, repository.commit("main"), "docs") == Config()
    commits.commit({"estiba.toml": "language = 'es'\n", "docs/estiba.toml": "language = 'en'\n"})
    main = repository.commit("main")
    assert policy_at(repository, main, "docs").language == "en"
    assert policy_at(repository, main, "hooks").language == "es"
    commits.commit({"estiba.toml": b"\xff"})
    with pytest.raises(ConfigError, match=r"^estiba\.toml: cannot be read"):
        policy_at(repository, repository.commit("main"), "")


def test_a_policy_that_names_no_check(commits):
    commits.commit({"estiba.toml": "[checks]\nno-check = 'off'\n"})
    repository = Repository.find(commits.root)
    with pytest.raises(ConfigError, match=r"estiba\.toml: checks\.no-check: no check is called so"):
        policy_at(repository, repository.commit("main"), "docs")


def test_notes_that_cannot_be_read(commits):
    commits.commit({"docs/a.md": "año".encode("latin-1"), "docs/b.md": note("B")})
    commits.branch("topic")
    commits.commit({"docs/a.md": "años".encode("utf-16"), "docs/b.md": "ñ".encode("latin-1")})
    a, b = compared(commits).notes
    assert (a.before, a.after, b.after) == (None, None, None)
    assert b.before.title == "B"
    assert [one.check for one in (*a.new, *b.new)] == ["unreadable-note"] * 2


def test_two_equal_problems_are_two(commits):
    commits.commit({"docs/a.md": note("A", "[[x]]\n\n[[x]]")})
    commits.branch("topic")
    commits.commit({"docs/a.md": note("A", "[[x]]\n\n[[x]]\n\n[[x]]")})
    (change,) = compared(commits).notes
    assert warned(change.new) == ["a.md:9:1: the link '[[x]]' leads to no note of the vault [broken-link]"]


def test_compose_files_are_judged(commits):
    commits.branch("topic")
    commits.commit({"docs/compose.yaml": "services:\n  a:\n    imag: x\n"})
    found = compared(commits)
    assert [one.path for one in found.composes] == ["compose.yaml"]
    assert warned(found.elsewhere) == [
        "compose.yaml:2:3: the service 'a' has neither 'image' nor 'build' [missing-image]",
        "compose.yaml:3:5: 'imag' is no key that is known here [unknown-key]",
    ]


def test_a_picture_that_begins_to_run_is_new_and_one_that_did_before_is_not(commits):
    runs = "<svg onload='x'/>"
    shown = note("Inicio", "![a](a.svg) ![b](b.svg) ![c](c.svg)")
    commits.commit(
        {"docs/index.md": shown, "docs/a.svg": runs, "docs/b.svg": "<svg/>", "docs/c.svg": "<svg/>"}
    )
    commits.branch("topic")
    commits.commit({"docs/b.svg": runs, "docs/otra.md": note("Otra", "Va a [[index]].")})
    found = compared(commits)
    assert [(one.place, one.check, one.variant) for one in found.elsewhere] == [
        ("index.md:5:13", "refused-attachment", "active"),
        ("b.svg:1:1", "refused-file", "active"),
    ]
    assert sorted(found.base.vault.refused) == ["a.svg"]
    assert sorted(found.head.vault.refused) == ["a.svg", "b.svg"]
