import sys
import time

import pytest
from speed import serving
from speed.edits import edit
from speed.measures import edit_to_served
from speed.place import Place, words
from speed.processes import Failed
from speed.programs import Program
from speed.serving import ask, served

SERVER = """
import http.server, pathlib, sys
class Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        note = pathlib.Path("docs" + self.path.rstrip("/") + ".md")
        self.send_response(200 if note.exists() else 404)
        self.end_headers()
        self.wfile.write(b"<html>" + (note.read_bytes() if note.exists() else b"") + b"</html>")
http.server.HTTPServer(("127.0.0.1", int(sys.argv[1])), Answer).serve_forever()
"""


def command(port):
    return (sys.executable, "-c", SERVER, str(port))


def test_an_edit_is_served_after_it_was_made(tmp_path):
    (tmp_path / "docs").mkdir()
    note = tmp_path / "docs/a.md"
    note.write_text("Texto.\n", "utf-8")
    with served(command, tmp_path, "/a/") as wait_for:
        edit(note, "palabra")
        began = time.perf_counter()
        assert wait_for("palabra") > began


def test_a_server_that_ends_is_not_waited_for(tmp_path):
    with (
        pytest.raises(Failed, match=r"/a/ is not served with '</html>':\nno port"),
        served(lambda _: ("sh", "-c", "echo no port"), tmp_path, "/a/"),
    ):
        pass


def test_a_page_that_stays_as_it_was_is_given_up(tmp_path, monkeypatch):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("Texto.\n", "utf-8")
    with served(command, tmp_path, "/a/") as wait_for:
        monkeypatch.setattr(serving, "PATIENCE", 0.05)
        with pytest.raises(Failed, match="not served with 'palabra'"):
            wait_for("palabra")


def test_what_no_server_gives_is_nothing():
    assert ask(serving.free_port(), "/") == b""


def test_edits_are_made_until_it_is_enough(tmp_path, monkeypatch):
    monkeypatch.setattr("speed.measures.ENOUGH", 0.0)
    program = Program("a", "A", build=("true",), serve=command, files=())
    place = Place(program, tmp_path / "vault", 2, words())
    place.set_up()
    assert list(edit_to_served(place)) == ["served"]
    assert (place.root / "docs" / place.note).read_text("utf-8").endswith("\nMedido: palabra000000.\n")
