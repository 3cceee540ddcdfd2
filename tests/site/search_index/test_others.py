"""Searches in whose place ours comes."""

from __future__ import annotations

import logging

import pytest

NOTE = {"nota.md": "# Nota\n\nTexto.\n"}


@pytest.mark.parametrize("theme", ["", "theme: material\n"])
@pytest.mark.parametrize("listed", ["search", "search: {lang: de}", "material/search"])
def test_another_search_is_taken_out_and_said_so(build_site, caplog, theme, listed):
    if not theme and listed.startswith("material"):
        theme = "theme: {name: material}\n"
    site = build_site(NOTE, f"site_name: S\n{theme}plugins:\n  - {listed}\n  - estiba\n")
    assert not (site.root / "search").exists()
    assert (site.root / "pagefind/pagefind.js").is_file()
    (said,) = [one.getMessage() for one in caplog.records if "brings its own" in one.getMessage()]
    assert said.startswith("estiba: search: Estiba brings its own; '")
    assert said.endswith("' in mkdocs.yml does nothing and can go")
    assert site.messages == ()


def test_nothing_is_said_where_there_is_no_other(build_site, caplog):
    with caplog.at_level(logging.INFO):
        build_site(NOTE)
    assert "brings its own" not in caplog.text
