from __future__ import annotations

import random
import shutil
import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

properties = settings(
    max_examples=50,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
FILE = ".cache/estiba/store.sqlite3"
DAMAGED = f"the store {FILE} is damaged, or not of this version; it is made anew"
FOREIGN = f"the store {FILE} holds results that are damaged, or made with another key; they are passed over"
KEPT = {number.to_bytes(20, "big"): bytes([number]) * (400 * number) for number in range(1, 41)}
NEW = {number.to_bytes(20, "big"): bytes([number]) * 20_000 for number in range(35, 45)}


@pytest.fixture
def whole(run, file):
    """A copy of a good file, which is in its place."""
    with run() as store:
        store.put_many("note", list(KEPT.items())[:30])
    with run() as store:
        store.put_many("note", KEPT.items())
    return shutil.copy(file, file.parents[2] / "whole")


def put_in_place(file, data):
    """Write a new file: some systems wait for the disk when an old one is cut short first."""
    file.unlink()
    file.write_bytes(data)


def runs_well(run, said):
    """Runs over what may be damaged: nothing raised, nothing wrong read, little said."""
    for _ in range(2):
        said.clear()
        with run() as store:
            found = store.get_many("note", KEPT)
            assert all(found[key] in {KEPT[key], NEW.get(key)} for key in found)
            store.put_many("note", NEW.items())
        assert len(said) <= 1
        assert set(said) <= {DAMAGED, FOREIGN}
    with run() as store:
        found = store.get_many("note", NEW)
    assert all(found[key] == NEW[key] for key in found)


def is_made_anew(run, said):
    with run() as store:
        assert store.get_many("note", KEPT) == {}
        assert said == [DAMAGED]
        store.put_many("note", NEW.items())
    with run() as store:
        assert store.get_many("note", [*KEPT, *NEW]) == NEW
    assert said == [DAMAGED]


@properties
@given(share=st.floats(0, 1), rounded=st.sampled_from([1, 512, 8192]))
def test_a_file_that_is_cut_short_does_no_harm(run, said, file, whole, *, share, rounded):
    data = whole.read_bytes()
    put_in_place(file, data[: int(len(data) * share) // rounded * rounded])
    runs_well(run, said)


@properties
@given(
    seed=st.integers(0, 10**6),
    places=st.lists(st.tuples(st.floats(0, 1), st.sampled_from([1, 2, 40, 9000])), min_size=1, max_size=6),
)
def test_bytes_that_are_written_over_do_no_harm(run, said, file, whole, *, seed, places):
    chance, data = random.Random(seed), bytearray(whole.read_bytes())
    for share, length in places:
        at = int((len(data) - 1) * share)
        data[at : at + length] = chance.randbytes(len(data[at : at + length]))
    put_in_place(file, data)
    runs_well(run, said)


@properties
@given(seed=st.integers(0, 10**6), page=st.integers(0, 40), length=st.sampled_from([1, 8, 100]))
def test_heads_of_pages_that_are_written_over_do_no_harm(run, said, file, whole, *, seed, page, length):
    data = bytearray(whole.read_bytes())
    at = page * 8192 % len(data)
    data[at : at + length] = random.Random(seed).randbytes(length)
    put_in_place(file, data)
    runs_well(run, said)


@pytest.mark.usefixtures("whole")
def test_a_file_is_good_before_it_is_damaged(run, said):
    with run() as store:
        assert store.get_many("note", KEPT) == KEPT
    assert said == []


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", b"no database " * 1000, bytes(20_000)])
def test_what_is_no_store_is_made_anew(run, said, file, data):
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    is_made_anew(run, said)


def test_a_folder_in_its_place_is_removed_but_not_what_it_links_to(run, said, file, tmp_path):
    (tmp_path / "mine.md").write_text("mine")
    (file / "folder").mkdir(parents=True)
    (file / "link").symlink_to(tmp_path)
    is_made_anew(run, said)
    assert (tmp_path / "mine.md").read_text() == "mine"


@pytest.mark.parametrize(
    "change",
    [
        "PRAGMA user_version = 99",
        "PRAGMA application_id = 1",
        "PRAGMA journal_mode = WAL",
        "CREATE TABLE more (x)",
        "CREATE VIEW more AS SELECT 1",
        "CREATE TRIGGER evil AFTER INSERT ON results BEGIN DELETE FROM contents; END",
        "CREATE INDEX more ON results (abs(run))",
        "DROP TABLE runs",
        "ALTER TABLE contents ADD COLUMN more",
        "ALTER TABLE contents RENAME COLUMN value TO other",
    ],
)
@pytest.mark.usefixtures("whole")
def test_another_schema_is_made_anew(run, said, file, change):
    alter(file, change)
    is_made_anew(run, said)


@pytest.mark.usefixtures("whole")
def test_a_view_in_the_place_of_a_table_is_not_asked(run, said, file):
    endless = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, i AS value FROM n"
    )
    alter(file, "DROP TABLE contents", f"CREATE VIEW contents AS {endless}")
    is_made_anew(run, said)


@pytest.mark.parametrize("number", [-5, 2**62, 2**63 - 1, 1.5, "text", b"bytes"])
@pytest.mark.parametrize("column", ["results SET run", "results SET size", "runs SET run"])
@pytest.mark.usefixtures("whole")
def test_numbers_that_no_run_has_written_do_no_harm(run, said, file, monkeypatch, *, column, number):
    monkeypatch.setattr("estiba.store.ageing.LIMIT", 100_000)
    with_file = sqlite3.connect(file, isolation_level=None)
    with_file.execute("DELETE FROM runs WHERE run = 1")
    with_file.execute(f"UPDATE {column} = ?", (number,))
    with_file.close()
    runs_well(run, said)


@pytest.mark.usefixtures("whole")
def test_a_number_of_contents_at_the_end_of_all_numbers_is_made_anew(run, said, file):
    alter(file, f"UPDATE contents SET id = {2**63 - 1} WHERE id = 1")
    with run() as store:
        store.put_many("note", NEW.items())
    assert said == [DAMAGED]
    with run() as store:
        assert store.get_many("note", [*KEPT, *NEW]) == NEW


@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
@pytest.mark.usefixtures("whole")
def test_nothing_beside_the_file_is_followed(run, said, file, tmp_path_factory, end):
    target = tmp_path_factory.mktemp("away") / "target"
    target.write_bytes(b"mine")
    file.with_name(file.name + end).symlink_to(target)
    is_made_anew(run, said)
    assert target.read_bytes() == b"mine"
    assert sorted(path.name for path in file.parent.iterdir()) == [".gitignore", "store.sqlite3"]


@pytest.mark.parametrize("end", ["-wal", "-shm"])
@pytest.mark.usefixtures("whole")
def test_what_belongs_to_another_way_of_writing_is_removed(run, said, file, end):
    file.with_name(file.name + end).write_bytes(b"")
    is_made_anew(run, said)


def test_damage_in_a_part_that_is_not_written_is_mended_too(run, said, file, whole):
    data = whole.read_bytes()
    first_leaf = next(at for at in range(0, len(data), 8192) if data[at] == 13 and data[at + 8191] == 1)
    put_in_place(file, data[:first_leaf] + b"\xff" * 8 + data[first_leaf + 8 :])
    with run() as store:
        assert len(store.get_many("note", KEPT)) < len(KEPT)
        store.put("page", b"key", b"value")
    assert said == [DAMAGED]
    with run() as store:
        assert store.get_many("note", KEPT) == {}
        assert store.get("page", b"key") == b"value"
    assert said == [DAMAGED]


def test_another_process_may_have_mended_it_meanwhile(run, said, file, whole):
    file.write_bytes(b"")
    with run() as store:
        assert store.get_many("note", KEPT) == {}
        shutil.copy(whole, file)
        store.put_many("note", NEW.items())
    with run() as store:
        assert store.get_many("note", [*KEPT, *NEW]) == KEPT | NEW
    assert said == [DAMAGED]


@pytest.mark.usefixtures("whole")
def test_what_cannot_be_removed_is_told(run, said, file, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("estiba.store.store_file.clear", refuse)
    file.write_bytes(b"")
    with run() as store:
        store.put_many("note", NEW.items())
    assert said == [DAMAGED]
    assert file.read_bytes() == b""


def alter(file, *statements):
    with_file = sqlite3.connect(file, isolation_level=None)
    for statement in statements:
        with_file.execute(statement)
    with_file.close()
