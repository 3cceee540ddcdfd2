from __future__ import annotations

import datetime as dt

import pytest

from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.kept import keeper as module
from estiba.kept.keeper import Keeper
from estiba.store.store import Store, no_store
from estiba.vault.vault import read_vault

GOOD = b"---\ntitle: A\ndescription: B\ndate: 2025-01-01\n---\n\nTexto.\n"
WRONG = (
    b"---\ntitle: A\n---\n\n```yaml\nservices:\n  web:\n"
    b"    image: nginx:1.29\n    imagen: nginx\n```\n\n[[nada]]\n"
)
SILENT = (
    b"---\ntitle: A\n---\n\n<!-- estiba: allow unknown-key -- se arregla, until 2026-06-30 -->\n\n```yaml\n"
    b"services:\n  web:\n    image: nginx:1.29\n    imagen: nginx\n```\n"
)
FILES = {"a.md": GOOD, "b.md": WRONG, "c.md": b"\xff\xfe\xfa", "d.md": SILENT}
DAY = dt.date(2026, 1, 1)


@pytest.fixture
def run(tmp_path):
    """Read and judge files; gives what was found, by path, and the paths that were read anew."""

    def go(files=FILES, *, day=DAY, config=None, basis=b"1", store=None):
        with store or Store.open(tmp_path, say=pytest.fail) as kept:
            keeper = Keeper(kept, Rules(config or Config(), day), basis)
            vault = read_vault(keeper.take(files.items()), keeper.rules.config, read=keeper.read)
            found = {
                note.path: [one.check for one in findings.problems]
                for note, findings in keeper.judge(vault, vault.notes)
            }
            shown = {
                note.path: [str(one.verdict) for one in keeper.examples(note)]
                for note in vault.notes.values()
            }
            return found, shown, keeper.made, [one.check for one in vault.unreadable]

    return go


def test_a_note_is_read_and_judged_once_in_many_runs(run, monkeypatch):
    first = run()
    assert first[0]["b.md"] == ["unknown-key", "broken-link"]
    assert first[1]["b.md"] == ["failed"]
    assert first[2:] == (["a.md", "b.md", "c.md", "d.md"], ["unreadable-note"])
    monkeypatch.setattr(module, "read_note", pytest.fail)
    monkeypatch.setattr(module, "judge_alone", pytest.fail)
    assert run() == (first[0], first[1], [], ["unreadable-note"])


def test_without_a_store_it_is_the_same(run):
    assert run(store=no_store()) == run()


@pytest.mark.parametrize(
    ("change", "made"),
    [
        ({"files": {**FILES, "a.md": GOOD + b"Mas.\n"}}, ["a.md"]),
        ({"files": {"z.md": GOOD, "b.md": WRONG}}, ["z.md"]),
        ({"basis": b"2"}, ["a.md", "b.md", "c.md", "d.md"]),
        ({"config": Config(language="es")}, ["a.md", "b.md", "c.md", "d.md"]),
    ],
)
def test_what_a_note_depends_on_is_its_path_its_bytes_the_policy_and_the_programs(run, change, made):
    run()
    assert run(**change)[2] == made


def test_how_a_note_stands_among_others_is_found_out_each_time(run):
    assert "broken-link" in run()[0]["b.md"]
    assert "broken-link" not in run({**FILES, "nada.md": GOOD})[0]["b.md"]
    assert "broken-link" in run()[0]["b.md"]


def test_a_silence_ends_on_its_day(run):
    assert "expired-silence" not in run()[0]["d.md"]
    assert "expired-silence" not in run(day=dt.date(2026, 6, 30))[0]["d.md"]
    assert "expired-silence" in run(day=dt.date(2026, 7, 1))[0]["d.md"]
    assert "expired-silence" not in run()[0]["d.md"]


def test_many_notes_are_read_by_other_processes_with_the_same_result(run, monkeypatch):
    files = {f"{number}.md": WRONG + b"%d\n" % number for number in range(100)}
    alone = run(files, store=no_store())
    monkeypatch.setattr("estiba.workers.cores", lambda: 3)
    assert run(files) == alone
