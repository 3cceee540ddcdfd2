import pytest
from generated_vault import note_path, write_notes
from seed_shape import note_text
from speed.programs import INDEXING, MAIN

from estiba.cli.main import main


def files(root):
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("program", MAIN + INDEXING, ids=lambda program: program.name)
def test_a_vault_is_the_same_bytes_twice_and_the_same_notes_for_all(tmp_path, program):
    program.set_up(tmp_path / "one", 60)
    program.set_up(tmp_path / "other", 60)
    one = files(tmp_path / "one")
    assert one == files(tmp_path / "other")
    notes = {name: data for name, data in one.items() if name.startswith("docs/grupo-")}
    assert notes == {f"docs/{note_path(number)}": note_text(number).encode() for number in range(60)}


def test_a_note_is_no_other_whatever_the_vault(tmp_path):
    write_notes(tmp_path / "small", 3, note_text)
    write_notes(tmp_path / "large", 5, note_text)
    assert files(tmp_path / "small").items() <= files(tmp_path / "large").items()
    assert len({note_text(number) for number in range(300)}) == 300


def test_a_note_has_the_length_of_the_real_one():
    lengths = [len(note_text(number).encode()) for number in range(0, 5000, 250)]
    assert min(lengths) > 4500
    assert max(lengths) < 5300


def test_nothing_in_the_vault_is_an_error_or_a_warning(tmp_path, monkeypatch, capsys):
    MAIN[0].set_up(tmp_path / "vault", 40)
    monkeypatch.chdir(tmp_path / "vault")
    assert main(["check", "--strict"]) == 0
    assert capsys.readouterr().out.startswith("0 errors, 0 warnings in 41 notes and 40 examples\n")


def test_a_cold_build_finds_nothing_of_earlier_ones(tmp_path):
    estiba = MAIN[0]
    for name in (estiba.site, *estiba.caches, "docs"):
        (tmp_path / name).mkdir()
    estiba.forget(tmp_path)
    estiba.forget(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["docs"]
