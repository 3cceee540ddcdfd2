"""Known debt in a build."""

from __future__ import annotations

import logging

import pytest
from mkdocs.exceptions import ConfigurationError

from estiba.cli.main import main

SLIP = "---\ntitle: Nota\ntags: ['<x>']\n---\n\nTexto.\n"
FILE = "estiba-baseline.json"


def test_what_estiba_check_knows_the_build_knows(build_site, tmp_path, monkeypatch, caplog):
    site = build_site({"a.md": SLIP, "b.md": "# B\n\n[[no está]]\n"})
    assert len(site.messages) == 2
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--write-baseline"]) == 0
    known = (tmp_path / FILE).read_text("utf-8")
    caplog.clear()
    with caplog.at_level(logging.INFO):
        site = build_site({"a.md": SLIP, "b.md": "# B\n\n[[no está]]\n", "c.md": SLIP}, strict=False)
    assert [one.partition("docs/")[2][:5] for one in site.messages] == ["c.md:"]
    assert f"estiba: 2 known problems left out, by {FILE}" in caplog.messages
    assert (tmp_path / FILE).read_text("utf-8") == known


def test_a_broken_file_stops_the_build(build_site, tmp_path):
    (tmp_path / FILE).write_text("{", "utf-8")
    with pytest.raises(ConfigurationError, match=r"estiba: estiba-baseline\.json:1:2: is no JSON"):
        build_site({"a.md": SLIP})
