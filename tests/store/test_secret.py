from __future__ import annotations

import os
import stat
from pathlib import Path

import platformdirs
import pytest

from estiba.store.faults import Unusable
from estiba.store.secret import read_secret

VAULT = Path("/nowhere/vault")
posix = pytest.mark.skipif(os.name != "posix", reason="rights of files")


@pytest.fixture(autouse=True)
def no_variable(monkeypatch):
    monkeypatch.delenv("ESTIBA_STORE_KEY")


def test_a_key_is_made_once(state_folder):
    made = read_secret(VAULT)
    assert len(made) == 32
    assert read_secret(VAULT) == made
    assert [path.name for path in (state_folder / "estiba").iterdir()] == ["store-key"]
    assert (state_folder / "estiba" / "store-key").read_bytes() == made


@posix
def test_only_its_owner_may_read_the_key(state_folder):
    read_secret(VAULT)
    assert stat.S_IMODE((state_folder / "estiba" / "store-key").stat().st_mode) == 0o600


def test_each_user_has_another_key(tmp_path, monkeypatch):
    first = read_secret(VAULT)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert read_secret(VAULT) != first


@posix
def test_processes_that_make_the_key_at_once_have_one(state_folder):
    reading, writing = os.pipe()
    children = []
    for _ in range(8):
        child = os.fork()
        if not child:
            os.write(writing, read_secret(VAULT))
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    said = os.read(reading, 1000)
    os.close(reading)
    os.close(writing)
    assert said == read_secret(VAULT) * 8
    assert [path.name for path in (state_folder / "estiba").iterdir()] == ["store-key"]


def test_the_variable_comes_first_and_makes_no_file(state_folder, monkeypatch):
    monkeypatch.setenv("ESTIBA_STORE_KEY", "a text of 16 ch.")
    given = read_secret(VAULT)
    assert len(given) == 32
    assert given == read_secret(VAULT)
    monkeypatch.setenv("ESTIBA_STORE_KEY", "another text, longer")
    assert read_secret(VAULT) != given
    assert not list(state_folder.iterdir())


def test_a_short_text_is_no_key(monkeypatch):
    monkeypatch.setenv("ESTIBA_STORE_KEY", "fifteen letters")
    with pytest.raises(Unusable, match=r"^ESTIBA_STORE_KEY has fewer than 16 characters$"):
        read_secret(VAULT)


def test_an_empty_variable_is_none(state_folder, monkeypatch):
    monkeypatch.setenv("ESTIBA_STORE_KEY", "")
    assert read_secret(VAULT) == (state_folder / "estiba" / "store-key").read_bytes()


def test_a_key_in_the_vault_is_not_trusted(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    brought = tmp_path / "state" / "estiba" / "store-key"
    brought.parent.mkdir(parents=True)
    brought.write_bytes(bytes(32))
    brought.chmod(0o600)
    with pytest.raises(Unusable) as told:
        read_secret(tmp_path)
    assert str(told.value) == f"its key would lie in the vault, in {brought}; set ESTIBA_STORE_KEY"


def test_a_link_into_the_vault_is_no_way_around(tmp_path, monkeypatch):
    vault = tmp_path / "vault"
    vault.mkdir()
    (tmp_path / "state").symlink_to(vault)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    with pytest.raises(Unusable, match="would lie in the vault"):
        read_secret(vault)
    assert not list(vault.iterdir())


def test_without_a_home_there_is_no_key(monkeypatch):
    monkeypatch.setattr(platformdirs, "user_state_dir", lambda *_, **__: "~/.local/state/estiba")
    with pytest.raises(Unusable, match="would lie in the vault"):
        read_secret(VAULT)


@posix
def test_a_key_that_others_may_read_is_no_secret(state_folder):
    read_secret(VAULT)
    key = state_folder / "estiba" / "store-key"
    key.chmod(0o640)
    with pytest.raises(Unusable) as told:
        read_secret(VAULT)
    assert str(told.value) == f"its key in {key} is not yours alone; remove it"


@pytest.mark.parametrize("length", [0, 31, 33])
def test_what_is_no_whole_key_is_made_anew(state_folder, length):
    read_secret(VAULT)
    key = state_folder / "estiba" / "store-key"
    key.write_bytes(bytes(length))
    made = read_secret(VAULT)
    assert len(made) == 32
    assert key.read_bytes() == made


def test_a_folder_in_the_place_of_the_key_is_told(state_folder):
    (state_folder / "estiba" / "store-key").mkdir(parents=True)
    with pytest.raises(Unusable, match=r"is no file$"):
        read_secret(VAULT)


def test_where_no_key_can_be_made_the_reason_is_told(state_folder):
    (state_folder / "estiba").write_bytes(b"")
    with pytest.raises(Unusable, match=r"cannot be read or made \(Not a directory\); set ESTIBA_STORE_KEY$"):
        read_secret(VAULT)
