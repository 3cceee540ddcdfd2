"""What a build keeps of the one before, and when it must not."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

import rebuilding
from dependency_cases import COMMENTS, FAR, HOOK
from estiba.markdown import extension
from estiba.markdown.stop import Stop
from rebuilding import build, differing, edit, rebuild, tree


def test_nothing_is_done_where_nothing_has_changed(vault, caplog):
    _, last = rebuild(vault, caplog)
    pages = {path for path in tree(vault / "site") if path.endswith(("index.html", ".css", ".js"))}
    assert pages <= last.kept
    assert not last.read


def test_a_new_text_is_read_and_rendered_alone(vault, caplog):
    edit(vault, {"luz/pie.md": ("[^1]: Nota.", "[^1]: Nota.\n\nMás.")})
    _, last = rebuild(vault, caplog)
    pages = {path for path in tree(vault / "site") if path.endswith("index.html")}
    assert pages - last.kept == {"luz/pie/index.html"}
    assert last.read == {"luz/pie.md"}


STORES = {
    "gone": lambda store: store.unlink(),
    "empty": lambda store: store.write_bytes(b""),
    "truncated": lambda store: os.truncate(store, store.stat().st_size * 2 // 3),
    "of another version": lambda store: store.write_bytes(
        store.read_bytes()[:60] + b"\0\0\0\x09" + store.read_bytes()[64:]
    ),
    "a folder": lambda store: (store.unlink(), store.mkdir()),
}


@pytest.mark.parametrize("harm", STORES.values(), ids=STORES)
def test_a_store_that_is_harmed(vault, caplog, harm):
    harm(vault / ".cache/estiba/store.sqlite3")
    edit(vault, {"redes/uno.md": ("title: Uno", "title: Once")})
    rebuild(vault, caplog)
    _, last = rebuild(vault, caplog)
    assert FAR in last.kept


def test_a_site_of_another_version_of_estiba(vault, caplog, monkeypatch):
    monkeypatch.setattr(rebuilding, "_code", lambda: b"another version")
    _, last = rebuild(vault, caplog)
    assert not last.kept
    _, last = rebuild(vault, caplog)
    assert FAR in last.kept


def test_a_day_on_which_a_silence_ends(vault, caplog, monkeypatch):
    allowed = "```yaml\n# estiba: allow unknown-key -- por probar, until 2025-08\n"
    edit(vault, {"casa/diez.md": ("```yaml\n", allowed)})
    build(vault, caplog)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770000000")
    after, last = rebuild(vault, caplog)
    assert b"--failed" in after["casa/diez/index.html"]
    assert any("expired-silence" in words for words in last.said)
    assert FAR in last.kept


def test_a_template_that_names_the_day_of_the_build(vault, caplog, monkeypatch):
    edit(vault, {COMMENTS: "{{ build_date_utc }}"})
    build(vault, caplog)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770000000")
    after, _ = rebuild(vault, caplog)
    assert b"2026-02-02" in after[FAR]


def test_a_commit(vault, caplog):
    def commit(day):
        edit(vault, {"luz/pie.md": ("Nota", f"Nota de {day}")})
        for words in (["init", "-q"], ["add", "docs"], ["commit", "-qm", "x"]):
            subprocess.run(["git", "-C", vault, *words], env=os.environ | _git(day), check=True)

    commit("2025-02-01")
    build(vault, caplog)
    before = tree(vault / "site")
    commit("2025-02-02")
    after, last = rebuild(vault, caplog)
    assert {"luz/pie/index.html", "cambios/index.html", "feed.xml"} <= set(differing(before, after))
    assert FAR in last.kept


def _git(day):
    who = {
        f"GIT_{role}_{part}": "x@example.org"
        for role in ("AUTHOR", "COMMITTER")
        for part in ("NAME", "EMAIL")
    }
    return who | {f"GIT_{role}_DATE": f"{day}T12:00:00Z" for role in ("AUTHOR", "COMMITTER")}


def test_a_warning_about_a_page_that_is_kept_is_given_again(vault, caplog):
    edit(vault, {"estiba.toml": ("[tags", 'trust = "trusted"\n[tags')})
    edit(vault, {"casa/ocho.md": ("De todo.", "<script>alert(1)</script>")})
    build(vault, caplog)
    edit(vault, {"luz/pie.md": ("[^1]: Nota.", "[^1]: Nota.\n\nMás.")})
    _, last = rebuild(vault, caplog)
    assert any(FAR in words and "will not run" in words for words in last.said)
    assert FAR in last.kept


def test_templates_in_a_folder_that_a_link_leads_to(vault, caplog):
    shutil.move(vault / "overrides/partials", vault / "compartido")
    (vault / "overrides/partials").symlink_to("../compartido", target_is_directory=True)
    build(vault, caplog)
    edit(vault, {"compartido/comments.html": ("Comentarios", "Qué opinas")})
    after, _ = rebuild(vault, caplog)
    assert b"opinas" in after[FAR]


def test_what_stopped_the_making_of_a_page_that_is_kept_is_said_again(vault, caplog, monkeypatch):
    def guard(md, page, shown):
        convert = md.convert

        def stopping(source):
            page.stopped = Stop.FAILED if "De todo" in source else None
            return convert(source)

        md.convert = stopping

    monkeypatch.setattr(extension, "guard", guard)
    edit(vault, {"casa/ocho.md": ("De todo.", "De todo. De nada.")})
    build(vault, caplog)
    edit(vault, {"luz/pie.md": ("[^1]: Nota.", "[^1]: Nota.\n\nMás.")})
    _, last = rebuild(vault, caplog)
    assert any("casa/ocho.md" in words and "no page can be made" in words for words in last.said)


def test_two_sites_of_a_vault(vault, caplog):
    other = vault / "site/../.cache/otro"
    edit(vault, {"redes/uno.md": ("title: Uno", "title: Once")})
    build(vault, caplog, site_dir=str(other))
    edit(vault, {"casa/nueve.md": ("title: Nueve", "title: Noveno")})
    new, _ = rebuild(vault, caplog)
    last = build(vault, caplog, site_dir=str(other))
    assert differing(tree(other), new) == []
    assert "luz/pie/index.html" in last.kept


EXTENSION = """
from markdown.extensions import Extension


class Own(Extension):
    def extendMarkdown(self, md):
        pass


def on_config(config):
    config.markdown_extensions.append(Own())
"""


def test_an_extension_that_a_hook_brings(vault, caplog):
    edit(vault, {"hooks/own.py": EXTENSION})
    build(vault, caplog)
    edit(vault, {"casa/ocho.md": ("De todo", "De nada")})
    rebuild(vault, caplog)


def test_the_search_index(vault, caplog):
    edit(vault, {"mkdocs.yml": (f"'{HOOK}', ", "")})
    build(vault, caplog)
    edit(vault, {"casa/ocho.md": ("De todo", "De nada")})
    new, last = rebuild(vault, caplog)
    assert "casa/nueve/index.html" in last.kept
    fragment = next(path for path in new if path.endswith(".pf_fragment"))
    edit(vault, {f"site/{fragment}": "otro"})
    _, last = rebuild(vault, caplog)
    assert FAR in last.kept
