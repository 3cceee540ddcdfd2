"""This repository's own knowledge base, built through its hooks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from estiba.cli.main import main
from estiba.site.plugin import FEATURES
from sites import Site

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path_factory.mktemp("site")), strict=True)
    build(config)
    return Site(Path(config.site_dir))


def test_every_note_has_an_example_that_is_a_file_of_the_site(site):
    notes = sorted((ROOT / "docs/notas").rglob("*.md"))
    assert len(notes) >= 4
    for note in notes:
        folder = note.relative_to(ROOT / "docs").with_suffix("")
        fence = re.search(r"^```yaml\n(.*?)^```$", note.read_text("utf-8"), re.DOTALL | re.MULTILINE)
        assert (site.root / folder / "compose.yaml").read_text("utf-8") == fence[1]


def test_every_text_is_spanish(site):
    page = site.read("notas/redes/tailscale/index.html")
    assert '<html lang="es"' in page
    words = re.sub(r"<script.*?</script>|<style.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL)
    for english in ("Copy", "Download", "Published", "Updated", "Search", "Next", "Made with"):
        assert english not in words.split()


def test_hooks_are_wiring():
    for hook in (ROOT / "hooks").glob("*.py"):
        lines = hook.read_text("utf-8").splitlines()
        assert len(lines) <= 25
        assert not any(line.lstrip().startswith(("def ", "if ", "for ", "with ")) for line in lines)


def test_hooks_and_plugin_bind_the_same_functions():
    wired = set()
    for hook in (ROOT / "hooks").glob("*.py"):
        wired |= set(re.findall(r"from (estiba\.site\.[\w.]+) import", hook.read_text("utf-8")))
    of_this_site_alone = {"estiba.site.all_check_pages"}
    assert wired - of_this_site_alone == {one.__name__ for one in FEATURES}


def test_docs_pass_every_check(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert main(["check", "--strict", "docs"]) == 0, capsys.readouterr().out
