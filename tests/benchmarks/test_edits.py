import pytest
from generated_vault import note_path
from seed_shape import note_text
from speed.edits import edit, shows
from speed.measures import edited
from speed.place import Place, words
from speed.processes import Failed
from speed.programs import Program

COPY = """\
for note in docs/*/*.md; do
  page="site/$(dirname "${note#docs/}")/$(basename "$note" .md)"
  mkdir -p "$page"
  %s "$note" "$page/index.html"
done
"""
BUILD = ("sh", "-c", COPY % "cp")
STALE = ("sh", "-c", COPY % 'test -e "$page/index.html" || cp')
"""Leaves pages that are there as they are."""


def place(root, build):
    program = Program("a", "A", build, serve=lambda port: (str(port),), files=())
    one = Place(program, root / "vault", 4, words())
    one.set_up()
    return one


def test_an_edit_takes_the_place_of_the_one_before(tmp_path):
    note = tmp_path / "a.md"
    note.write_text(note_text(1), "utf-8")
    edit(note, "palabra1")
    edit(note, "palabra2")
    assert note.read_text("utf-8") == note_text(1) + "\nMedido: palabra2.\n"
    assert shows(note, "palabra2")
    assert not shows(note, "palabra1")


def test_each_edit_has_a_word_that_has_not_been_there():
    new = words()
    assert [next(new), next(new)] == ["palabra000000", "palabra000001"]


def test_an_edit_that_is_measured_is_in_the_page(tmp_path):
    one = place(tmp_path, BUILD)
    assert one.note == note_path(2)
    for word in ("palabra000000", "palabra000001"):
        assert list(edited(one)) == ["edited"]
        assert shows(one.site / "grupo-000/servicio-00002/index.html", word)
        assert not shows(one.site / "grupo-000/servicio-00001/index.html", word)


def test_a_build_that_leaves_the_edit_out_is_not_measured(tmp_path):
    one = place(tmp_path, STALE)
    with pytest.raises(Failed, match="A: the edit is not in the site"):
        edited(one)
