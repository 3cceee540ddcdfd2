"""Runs that end in the middle, and runs at the same time."""

from __future__ import annotations

import os
import random
import signal
import time

import pytest

from estiba.store import ageing, connection
from estiba.store.store import Store

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
FILE = ".cache/estiba/store.sqlite3"
DAMAGED = f"the store {FILE} is damaged, or not of this version; it is made anew"
OLD = {number.to_bytes(20, "big"): bytes([number]) * 5000 for number in range(40)}
LARGE = {number.to_bytes(20, "big"): bytes([number]) * 100_000 for number in range(20, 140)}


def forked(work):
    """Start `work` in a process of its own, which ends without tidying up; gives its number."""
    child = os.fork()
    if not child:
        try:
            work()
        finally:
            os._exit(0)
    return child


def ended_by(child):
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def half_written(run, file, monkeypatch):
    """A store whose last run was killed when much of a commit was in the file; gives its journal."""
    with run() as store:
        store.put_many("note", OLD.items())

    def write():
        monkeypatch.setattr(ageing, "forget", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
        with run() as store:
            store.put_many("note", LARGE.items())

    size = file.stat().st_size
    assert ended_by(forked(write)) == -signal.SIGKILL
    assert file.stat().st_size > size + 5_000_000
    journal = file.with_name(file.name + "-journal")
    assert journal.exists()
    return journal


def test_half_a_commit_is_taken_back(run, said, half_written):
    with run() as store:
        assert store.get_many("note", [*OLD, *LARGE]) == OLD
        store.put_many("note", LARGE.items())
    with run() as store:
        assert store.get_many("note", [*OLD, *LARGE]) == OLD | LARGE
    assert said == []
    assert not half_written.exists()


def test_a_journal_that_names_another_file_does_not_remove_that(run, said, half_written, tmp_path_factory):
    victim = tmp_path_factory.mktemp("away") / "victim"
    victim.write_bytes(b"mine")
    name = str(victim).encode()
    with half_written.open("ab") as journal:  # https://www.sqlite.org/fileformat.html#the_rollback_journal
        journal.write(bytes(4) + name + len(name).to_bytes(4, "big"))
        journal.write(sum(name).to_bytes(4, "big") + bytes.fromhex("d9d505f920a163d7"))
    with run() as store:
        assert store.get_many("note", OLD) == {}
        store.put_many("note", LARGE.items())
    assert said == [DAMAGED]
    assert victim.read_bytes() == b"mine"
    with run() as store:
        assert store.get_many("note", [*OLD, *LARGE]) == LARGE


def test_a_journal_does_not_make_the_file_huge(run, said, file, half_written):
    data = bytearray(half_written.read_bytes())
    data[16:20] = (2**31).to_bytes(4, "big")
    half_written.write_bytes(data)
    with run() as store:
        assert store.get_many("note", OLD) == {}
        store.put_many("note", OLD.items())
    assert said == [DAMAGED]
    assert file.stat().st_size < 1_000_000


@pytest.mark.parametrize("length", [0, 5, 27, 28, 700])
def test_a_journal_that_is_cut_short_does_no_harm(run, said, half_written, length):
    half_written.write_bytes(half_written.read_bytes()[:length])
    for _ in range(2):
        with run() as store:
            found = store.get_many("note", OLD)
            assert all(found[key] in {OLD[key], LARGE.get(key)} for key in found)
            store.put_many("note", OLD.items())
    assert set(said) <= {DAMAGED}


def test_runs_that_are_killed_at_any_moment_leave_what_was_there(run, said, tmp_path):
    with run() as store:
        store.put_many("old", OLD.items())
    chance = random.Random(1)

    def write():
        number = 0
        while True:
            with Store.open(tmp_path, say=lambda _: None) as store:
                for _ in range(3):
                    store.put_many("new", ((os.urandom(20), bytes(50_000)) for _ in range(20)))
                    store.put("new", b"last", number.to_bytes(4, "big"))
                    store.commit()
                    number += 1

    for _ in range(12):
        child = forked(write)
        time.sleep(chance.uniform(0.01, 0.12))
        os.kill(child, signal.SIGKILL)
        assert ended_by(child) == -signal.SIGKILL
        with run() as store:
            assert store.get_many("old", OLD) == OLD
            store.put("old", b"parent", b"here")
    assert said == []


def test_runs_at_the_same_time_keep_what_each_has_found(run, said, file, tmp_path, monkeypatch):
    monkeypatch.setattr(connection, "_PATIENCE", 30)  # on a busy machine too
    reading, writing = os.pipe()

    def write(number):
        problems = []
        with Store.open(tmp_path, say=problems.append) as store:
            for part in range(5):
                some = [(bytes([number, part, one]) * 5, bytes([number]) * 5000) for one in range(30)]
                store.put_many("note", some)
                store.commit()
                assert store.get_many("note", [key for key, _ in some]) == dict(some)
        os.write(writing, b"well\n" if not problems else repr(problems).encode())

    children = [forked(lambda number=number: write(number)) for number in (1, 2, 3)]
    for child in children:
        ended_by(child)
    assert os.read(reading, 10_000) == b"well\n" * 3
    os.close(reading)
    os.close(writing)
    keys = [bytes([number, part, one]) * 5 for number in (1, 2, 3) for part in range(5) for one in range(30)]
    with run() as store:
        assert store.get_many("note", keys) == {key: key[:1] * 5000 for key in keys}
    assert said == []
    assert sorted(path.name for path in file.parent.iterdir()) == [".gitignore", "store.sqlite3"]
