from __future__ import annotations

import os
import sqlite3

import pytest

from estiba.store import ageing


def key(number):
    return number.to_bytes(20, "big")


def rows(file, table):
    with_file = sqlite3.connect(file)
    number = with_file.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    with_file.close()
    return number


ALWAYS = range(100, 110)


def put(run, kind, *numbers, reads=()):
    """A run that finds something new, and uses some of what is there."""
    with run() as store:
        found = store.get_many(kind, map(key, reads))
        assert len(found) == len(reads)
        store.put_many(kind, ((key(number), bytes(100)) for number in numbers))


def has(run, kind, number):
    with run() as store:
        return store.get(kind, key(number)) is not None


def test_what_twelve_runs_have_not_used_is_there_and_after_sixteen_it_is_gone(run, file):
    put(run, "note", 0, *ALWAYS)
    for number in range(1, 13):
        put(run, "note", number, reads=ALWAYS)
    assert has(run, "note", 0)
    for number in range(13, 17):
        put(run, "note", number, reads=ALWAYS)
    assert not has(run, "note", 0)
    assert has(run, "note", 1)
    for number in range(17, 60):
        put(run, "note", number, reads=ALWAYS)
    assert [rows(file, table) for table in ("results", "contents", "runs")] == [26, 26, 16]


def test_what_runs_use_stays_however_old_it_is(run):
    put(run, "note", 0, 1, *ALWAYS)
    for number in range(2, 60):
        put(run, "note", number, reads=[0, *ALWAYS])
    assert has(run, "note", 0)
    assert not has(run, "note", 1)


def test_that_something_is_used_is_written_down_now_and_then(run, file):
    put(run, "note", 0)

    def last():
        with_file = sqlite3.connect(file)
        number = with_file.execute("SELECT run FROM results WHERE key = ?", (key(0),)).fetchone()[0]
        with_file.close()
        return number

    seen = []
    for number in range(1, 12):
        put(run, "note", number, reads=[0])
        seen.append(last())
    assert seen == [1, 1, 1, 1, 6, 6, 6, 6, 6, 11, 11]


def test_a_run_over_a_few_notes_says_nothing_of_the_others(run):
    put(run, "note", *range(100))
    for number in range(1000, 1040):
        put(run, "note", number)
    assert has(run, "note", 50)


def test_kinds_that_a_run_does_not_ask_for_do_not_age(run):
    put(run, "page", 0)
    for number in range(40):
        put(run, "note", number)
    assert has(run, "page", 0)


def test_kinds_that_nobody_asks_for_go_in_the_end(run, file, monkeypatch):
    monkeypatch.setattr(ageing, "_FORGOTTEN", 30)
    put(run, "page", *range(5))
    put(run, "note", *ALWAYS)
    for number in range(29):
        put(run, "note", number, reads=ALWAYS)
    assert has(run, "page", 0)
    put(run, "note", 29, reads=ALWAYS)
    assert not has(run, "page", 0)
    assert rows(file, "contents") == 26


def test_a_run_counts_once_however_often_it_commits(run, file):
    with run() as store:
        for number in range(30):
            store.put("note", key(number), b"x")
            store.commit()
    assert [rows(file, table) for table in ("results", "runs")] == [30, 1]


def test_what_a_run_uses_is_written_down_once(run):
    put(run, "note", *ALWAYS)
    for number in range(6):
        put(run, "note", number, reads=ALWAYS[:3])
    said = []
    with run() as store:
        store.get_many("note", map(key, ALWAYS[3:]))
        store._file._connection.set_trace_callback(said.append)
        for number in range(10, 13):
            store.put("note", key(number), b"x")
            store.commit()
    assert sum(statement.startswith("UPDATE results") for statement in said) == 7


def test_above_the_limit_the_oldest_go_first(run, file, monkeypatch):
    monkeypatch.setattr(ageing, "LIMIT", 1_000_000)
    for number in range(0, 40, 10):
        with run() as store:
            store.put_many("note", ((key(number + one), os.urandom(30_000)) for one in range(10)))
    with run() as store:
        assert sorted(store.get_many("note", map(key, range(40)))) == list(map(key, range(15, 40)))
    assert file.stat().st_size < 1_400_000


def test_room_that_is_free_is_given_back(run, file):
    sizes = []
    for size in (100_000, 10):
        with run() as store:
            store.put_many("note", ((key(number), bytes(size)) for number in range(100)))
        sizes.append(file.stat().st_size)
    assert sizes[0] > 10_000_000
    assert sizes[1] < 200_000


@pytest.mark.parametrize("reads", [0, 1])
def test_numbers_of_use_are_not_written_by_who_only_reads(run, file, reads):
    put(run, "note", 0)
    for number in range(1, 10):
        put(run, "note", number)
    before = file.read_bytes()
    put(run, "note", reads=range(reads))
    assert file.read_bytes() == before
