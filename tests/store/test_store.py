from __future__ import annotations

import os
import sqlite3
import stat

import pytest

from estiba.store import connection
from estiba.store.store import Store, no_store

FILE = ".cache/estiba/store.sqlite3"
DAMAGED = f"the store {FILE} is damaged, or not of this version; it is made anew"
FOREIGN = f"the store {FILE} holds results that are damaged, or made with another key; they are passed over"
LINK = f"the store {FILE} is of no use in this run: a link stands on the way to it, and none is followed"


def key(number):
    return number.to_bytes(20, "big")


def value(number):
    return bytes([number % 251]) * 3000


def items(*numbers):
    return {key(number): value(number) for number in numbers}


def listed(file):
    return sorted(path.name for path in file.parent.iterdir())


def test_what_one_run_puts_the_next_one_gets(run, said):
    with run() as store:
        store.put("note", key(1), b"one")
        store.put_many("note", [(key(2), b""), (key(3), b"three")])
        store.put("page", key(1), b"other")
    with run() as store:
        assert store.get("note", key(1)) == b"one"
        assert store.get("note", key(2)) == b""
        assert store.get("note", key(4)) is None
        assert store.get("page", key(2)) is None
        assert store.get_many("note", (key(n) for n in (1, 3, 3, 5))) == {key(1): b"one", key(3): b"three"}
        assert store.get_many("page", [key(1)]) == {key(1): b"other"}
        assert store.get_many("page", []) == {}
    assert said == []


def test_what_waits_can_be_had_before_it_is_written(run, file):
    with run() as store:
        store.put("note", key(1), b"one")
        assert store.get("note", key(1)) == b"one"
        assert not file.exists()
        store.commit()
        assert store.get("note", key(1)) == b"one"
        with run() as other:
            assert other.get("note", key(1)) == b"one"


def test_a_new_value_takes_the_place_of_the_old_one(run, file):
    for text in (b"one", b"two", b"three"):
        with run() as store:
            store.put("note", key(1), text)
            store.put("note", key(2), text)
    with run() as store:
        assert store.get_many("note", [key(1), key(2)]) == {key(1): b"three", key(2): b"three"}
    assert count(file, "contents") == 2


def test_thousands_of_keys_and_large_values_come_back(run):
    many, large = items(*range(2500)), os.urandom(10 << 20)
    with run() as store:
        store.put_many("note", many.items())
        store.put("search", key(0), large)
    with run() as store:
        assert store.get_many("note", many) == many
        assert store.get("search", key(0)) == large


def test_much_is_written_before_the_end(run, monkeypatch):
    monkeypatch.setattr("estiba.store.store._BUFFER", 10_000)
    with run() as store, run() as other:
        store.put_many("note", items(1, 2, 3, 4, 5).items())
        assert run().get_many("note", [key(4), key(5)]) == items(4)
        assert other.get("note", key(4)) is None  # it was there before the file


def test_what_is_too_large_is_not_kept(run, monkeypatch, said):
    monkeypatch.setattr("estiba.store.store.LARGEST_VALUE", 100)
    with run() as store:
        store.put("note", key(1), bytes(101))
        store.put("note", key(2), bytes(100))
    with run() as store:
        assert store.get_many("note", [key(1), key(2)]) == {key(2): bytes(100)}
    assert said == []


def test_the_key_lies_in_the_users_folder(run, file, said, state_folder, monkeypatch):
    monkeypatch.delenv("ESTIBA_STORE_KEY")
    with run() as store:
        store.put("note", key(1), b"one")
    with run() as store:
        assert store.get("note", key(1)) == b"one"
    made = state_folder / "estiba" / "store-key"
    assert made.read_bytes() not in file.read_bytes()
    made.unlink()
    with run() as store:
        assert store.get("note", key(1)) is None
    assert said == [FOREIGN]


def test_nothing_is_made_before_there_is_something_to_keep(run, tmp_path, state_folder, monkeypatch):
    monkeypatch.delenv("ESTIBA_STORE_KEY")
    with run() as store:
        assert store.get("note", key(1)) is None
    assert not list(tmp_path.iterdir())
    assert not list(state_folder.iterdir())


def test_there_is_one_file_and_git_does_not_see_it(run, file):
    with run() as store:
        store.put("note", key(1), b"one")
    assert listed(file) == [".gitignore", "store.sqlite3"]
    assert (file.parent / ".gitignore").read_text() == "*\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_run_that_has_nothing_new_writes_nothing(run, file):
    with run() as store:
        store.put_many("note", items(1, 2).items())
    before = file.read_bytes(), file.stat().st_mtime_ns
    for _ in range(6):
        with run() as store:
            store.get_many("note", [key(1)])
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before


def test_a_closed_store_is_empty(run):
    store = run()
    store.put("note", key(1), b"one")
    store.close()
    store.put("note", key(2), b"two")
    store.close()
    assert store.get_many("note", [key(1), key(2)]) == {}
    with run() as other:
        assert other.get_many("note", [key(1), key(2)]) == {key(1): b"one"}


def test_no_store_keeps_nothing():
    with no_store() as store:
        store.put("note", key(1), b"one")
        store.commit()
        assert store.get("note", key(1)) is None


def test_what_a_failed_run_has_found_is_kept(run):
    def fail():
        with run() as store:
            store.put("note", key(1), b"one")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    with run() as store:
        assert store.get("note", key(1)) == b"one"


def test_a_commit_that_is_interrupted_is_done_at_the_end(run, said, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    with run() as store:
        store.put("note", key(1), b"one")
        store.commit()
        store.put("note", key(2), b"two")
        with monkeypatch.context() as patched:
            patched.setattr("estiba.store.ageing.forget", interrupt)
            with pytest.raises(KeyboardInterrupt):
                store.commit()
        store.put("note", key(3), b"three")
    with run() as store:
        assert store.get_many("note", items(1, 2, 3)) == {key(1): b"one", key(2): b"two", key(3): b"three"}
    assert said == []


def test_a_file_that_is_removed_meanwhile_is_made_again(run, file, said):
    with run() as store:
        store.put("note", key(1), b"one")
        store.commit()
        file.unlink()
        store.put("note", key(2), b"two")
    with run() as store:
        assert store.get_many("note", [key(1), key(2)]) == {key(2): b"two"}
    assert said == []


def test_a_process_that_is_forked_off_reads_and_keeps_nothing(run):
    with run() as store:
        store.put("note", key(1), b"one")
        store.commit()
        store.put("note", key(2), b"two")
        child = os.fork()
        if not child:
            status = store.get_many("note", [key(1), key(2)]) == {key(1): b"one", key(2): b"two"}
            status = status and not store.keeps
            store.put("note", key(3), b"three")
            store.close()
            os._exit(0 if status else 1)
        assert os.waitpid(child, 0)[1] == 0
        assert store.get("note", key(1)) == b"one"
    with run() as store:
        assert store.get_many("note", items(1, 2, 3)) == {key(1): b"one", key(2): b"two"}


def test_who_comes_second_keeps_nothing(run, file, said, monkeypatch):
    with run() as store:
        store.put("note", key(1), b"one")
    monkeypatch.setattr(connection, "_PATIENCE", 0.05)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with run() as store:
        assert store.get("note", key(1)) == b"one"
        store.put("note", key(2), b"two")
        store.commit()
        assert store.get("note", key(1)) is None
        store.put("note", key(3), b"three")
    other.close()
    assert said == [f"the store {FILE} is of no use in this run: another run is using it"]
    with run() as store:
        assert store.get_many("note", items(1, 2, 3)) == {key(1): b"one"}


def test_a_store_of_another_key_gives_nothing(run, said, monkeypatch):
    with run() as store:
        store.put_many("note", items(1, 2).items())
    monkeypatch.setenv("ESTIBA_STORE_KEY", "the key of a stranger")
    with run() as store:
        assert store.get_many("note", items(1, 2)) == {}
        assert store.get("note", key(1)) is None
        assert store.refused == 3
        assert said == [FOREIGN]
        store.put("note", key(1), b"mine")
    with run() as store:
        assert store.get("note", key(1)) == b"mine"
    assert said == [FOREIGN]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE contents SET value = x'00'",
        "UPDATE contents SET value = 'text'",
        "UPDATE results SET mark = x'00'",
        "UPDATE results SET mark = 7",
        "UPDATE results SET kind = 'page'",
        "UPDATE results SET id = 3 - id",
    ],
)
def test_what_somebody_has_changed_is_as_if_it_were_not_there(run, file, said, change):
    with run() as store:
        store.put_many("note", items(1, 2).items())
    alter(file, change)
    with run() as store:
        assert store.get_many("note", items(1, 2)) == {}
        assert store.get_many("page", items(1, 2)) == {}
        assert store.refused == 2
    assert said == [FOREIGN]


def test_without_a_key_there_is_no_store(run, file, said, monkeypatch):
    monkeypatch.setenv("ESTIBA_STORE_KEY", "short")
    with run() as store:
        store.put("note", key(1), b"one")
    assert not file.parent.exists()
    assert said == [
        f"the store {FILE} is of no use in this run: ESTIBA_STORE_KEY has fewer than 16 characters"
    ]


@pytest.mark.parametrize("place", [".cache", ".cache/estiba", FILE])
@pytest.mark.parametrize("is_inside", [True, False])
def test_no_link_is_followed(run, tmp_path, tmp_path_factory, said, *, place, is_inside):
    with run() as store:
        store.put("note", key(1), b"one")
    away = (tmp_path if is_inside else tmp_path_factory.mktemp("away")) / "moved"
    (tmp_path / place).rename(away)
    (tmp_path / place).symlink_to(away)
    before = (away if away.is_file() else next(away.rglob("*.sqlite3"))).read_bytes()
    for _ in range(2):
        with run() as store:
            assert store.get("note", key(1)) is None
            store.put("note", key(2), b"two")
    assert said == [LINK] * 2
    assert (away if away.is_file() else next(away.rglob("*.sqlite3"))).read_bytes() == before


def test_a_link_to_nowhere_or_to_itself_is_a_link(run, file, said):
    file.parent.mkdir(parents=True)
    for target in (file.parent / "nowhere", file):
        file.unlink(missing_ok=True)
        file.symlink_to(target)
        with run() as store:
            store.put("note", key(2), b"two")
    assert said == [LINK] * 2
    assert listed(file) == ["store.sqlite3"]


def test_the_vault_itself_may_be_reached_by_a_link(tmp_path, said):
    (tmp_path / "vault").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "vault")
    with Store.open(tmp_path / "link", say=said.append) as store:
        store.put("note", key(1), b"one")
    with Store.open(tmp_path / "vault", say=said.append) as store:
        assert store.get("note", key(1)) == b"one"
    assert said == []


def test_what_gitignore_says_already_stays(run, file):
    file.parent.mkdir(parents=True)
    (file.parent / ".gitignore").symlink_to(file.parent.parent / "target")
    with run() as store:
        store.put("note", key(1), b"one")
    assert not (file.parent.parent / "target").exists()


def test_a_file_in_the_place_of_the_folder_is_told(run, tmp_path, said):
    (tmp_path / ".cache").write_bytes(b"mine")
    with run() as store:
        store.put("note", key(1), b"one")
    assert said == [f"the store {FILE} is of no use in this run: Not a directory"]
    assert (tmp_path / ".cache").read_bytes() == b"mine"


def test_a_vault_that_is_not_there_is_told(tmp_path, said):
    with Store.open(tmp_path / "gone", say=said.append) as store:
        store.put("note", key(1), b"one")
    assert said == [f"the store {FILE} is of no use in this run: No such file or directory"]
    assert not (tmp_path / "gone").exists()


def alter(file, *statements):
    with_file = sqlite3.connect(file, isolation_level=None)
    for statement in statements:
        with_file.execute(statement)
    with_file.close()


def count(file, table):
    with_file = sqlite3.connect(file)
    number = with_file.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    with_file.close()
    return number
