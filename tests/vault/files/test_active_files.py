from __future__ import annotations

from pathlib import Path

import pytest

from estiba.config import Config, read_config
from estiba.vault.files.active_files import is_active, needs_reading, unvouched_active

PLAIN, SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"/>', b"<svg><script/></svg>"
HTML = b"\n <ScRiPt>alert(1)</script>"


def never(_):
    raise AssertionError


def active(path, data):
    return is_active(path, lambda size: data[:size])


@pytest.mark.parametrize(
    "path",
    [
        "a.html",
        "A.HTM",
        "a.xhtml",
        "a.svgz",
        "a.mht",
        "a.xsl",
        "a.php",
        ".htaccess",
        "a.html.example",
        "x/a.html.es",
    ],
)
def test_pages_and_programs_are_active_by_their_names(path):
    assert is_active(path, never)
    assert not needs_reading(path)


@pytest.mark.parametrize(
    "path", ["a.png", "a.svg.png", "a.html.zip", "a.html.txt", "html/a.pdf", "a.js", "a.x.json"]
)
def test_what_every_server_has_a_type_for_is_not_even_read(path):
    assert not is_active(path, never)
    assert not needs_reading(path)


@pytest.mark.parametrize("path", ["a.svg", "A.SVG", "a.xml", "a.svg.example"])
def test_xml_is_judged_by_what_is_in_it(path):
    assert needs_reading(path)
    assert active(path, SCRIPT)
    assert not active(path, PLAIN)


@pytest.mark.parametrize("path", ["Dockerfile", "a.yml", "a.drawio", "a.mkv"])
def test_where_a_server_says_nothing_the_first_bytes_tell(path):
    assert needs_reading(path)
    assert active(path, HTML)
    assert active(path, b"<!-- -->")
    assert active(path, b"\x0b\r\n\t <P/><script>")
    assert active(path, b"<b\t>")
    assert active(path, b"<bodyX><script>")
    assert active(path, b"<?xml version='1.0'?>" + SCRIPT)
    assert not active(path, b"<?xml version='1.0'?>" + PLAIN)
    assert not active(path, b"services:\n  web:\n    image: '<script>'\n")
    assert not active(path, b"<VirtualHost *:80>\n")
    assert not active(path, b"<mxfile/>\n")
    assert not active(path, b"<<<<<<< HEAD\n")
    assert not active(path, b"")


@pytest.mark.parametrize(
    ("policy", "kept"),
    [
        ("", ["a.html", "lib/b.html", "lib/c.html"]),
        ("trust = 'trusted'", []),
        ("[trust]\nLib = 'trusted'", ["a.html"]),
        ("[attachments]\nkeep = ['lib/b.html']", ["a.html", "lib/c.html"]),
        ("[attachments]\nkeep = ['lib/*']", ["a.html", "lib/b.html", "lib/c.html"]),
        ("[attachments]\nkeep = ['lib/[b].html', '?.html']", ["a.html", "lib/b.html", "lib/c.html"]),
    ],
)
def test_the_owner_vouches_for_a_folder_or_for_one_file(policy, kept):
    paths = ["a.html", "lib/b.html", "lib/c.html"]
    config = read_config(policy, Path("estiba.toml"))
    assert list(unvouched_active(paths, config, lambda _: True)) == kept


def test_a_file_that_is_called_like_a_pattern_is_not_meant_by_it():
    config = Config(kept_files=("lib/*.html",))
    assert list(unvouched_active(["lib/*.html"], config, lambda _: True)) == ["lib/*.html"]


def test_what_no_site_holds_is_not_looked_at():
    assert list(unvouched_active([".env", "a.canvas"], Config(), never)) == []
