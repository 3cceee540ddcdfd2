"""What is made anew after a change, and what goes on being served when nothing can be."""

from __future__ import annotations

import pytest

from estiba.site.serving.live import Live

FILES = {
    "estiba.toml": 'language = "en"\n',
    "index.md": "# Home\n",
    "vpn.md": "---\ntitle: VPN\n---\n\nSee [[dns]].\n\nfirst words\n",
    "dns.md": "---\ntitle: DNS\n---\n\nnames\n",
    "all.md": "---\ntitle: All\n---\n\n![[dns]]\n",
}
CUSTOM = "site_name: N\nplugins: [estiba]\ntheme: {name: material, custom_dir: overrides}\n"


@pytest.fixture
def vault(serve_vault, tmp_path):
    (tmp_path / "overrides").mkdir()
    return serve_vault(FILES, CUSTOM)


def state(vault, page):
    return Live(vault.served, "/")._state(page)


def test_a_new_text_is_taken_into_the_model(vault):
    model = vault.served._made.model
    vault.write({"vpn.md": FILES["vpn.md"].replace("first", "second")})
    found = vault.served.find("vpn/index.html")
    assert b"second words" in found.data
    assert (found.note, found.is_new) == ("vpn.md", True)
    assert vault.served.find("vpn/index.html").is_new is False
    assert vault.served._made.model is model


def test_what_others_show_makes_the_model_anew(vault):
    model = vault.served._made.model
    vault.write({"vpn.md": FILES["vpn.md"].replace("title: VPN", "title: Tunnel")})
    assert "<title>Tunnel - N</title>" in vault.page("vpn/")
    assert vault.served._made.model is not model
    assert "Tunnel" in vault.page("dns/")


def test_a_text_that_another_note_shows_makes_the_model_anew(vault):
    model = vault.served._made.model
    vault.page("all/")
    vault.write({"dns.md": FILES["dns.md"].replace("names", "numbers")})
    vault.served.look()
    assert vault.served._made.model is not model
    assert "numbers" in vault.page("all/")


def test_a_new_note_is_there_before_anybody_has_looked(vault):
    vault.write({"new.md": "# New\n"})
    assert "<title>New - N</title>" in vault.page("new/")


def test_a_note_that_is_gone_is_gone(vault):
    (vault.root / "docs/vpn.md").unlink()
    found, is_there = vault.served.find_page("vpn/index.html")
    assert (found.place, is_there) == ("404.html", False)


def test_nothing_is_made_where_nothing_has_changed(vault):
    changes = vault.served.changes
    assert vault.served.look() is False
    assert vault.served.changes == changes


def test_the_day_is_part_of_the_site(vault, monkeypatch):
    model = vault.served._made.model
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert vault.served.look() is True
    assert vault.served._made.model is not model
    assert vault.served.look() is False


@pytest.mark.parametrize(
    ("file", "broken", "words"),
    [
        ("mkdocs.yml", "site_name: [\n", "mkdocs.yml"),
        ("mkdocs.yml", "site_name: N\nplugins: [estiba, nothing]\n", 'The "nothing" plugin is not installed'),
        ("estiba.toml", "language = \n", "estiba.toml"),
        ("overrides/main.html", "{% extends 'estiba.html' %}{% block", "overrides/main.html:1: "),
        (
            "overrides/main.html",
            "{% extends 'estiba.html' %}{% block content %}{{ nix.da.da }}{% endblock %}",
            "'nix' is undefined",
        ),
    ],
)
def test_what_is_broken_is_said_and_pages_are_as_before(vault, file, broken, words):
    before = vault.page("vpn/")
    path = vault.root / file
    old = path.read_text("utf-8") if path.is_file() else None
    path.write_text(broken, "utf-8")
    assert vault.served.look() is False
    assert words in vault.served.fault
    assert words in state(vault, "/vpn/")["status"]
    assert vault.page("vpn/") == before
    assert "names" in vault.page("dns/")
    vault.write_note("vpn.md", FILES["vpn.md"].replace("first", "second"))
    assert "second words" in vault.page("vpn/")
    if old is None:
        path.unlink()
    else:
        path.write_text(old, "utf-8")
    assert vault.served.look() is True
    assert (vault.served.fault, state(vault, "/vpn/")["status"]) == ("", "")


def test_a_note_that_cannot_be_read_leaves_the_others(vault):
    live = Live(vault.served, "/")
    assert live._state("/vpn/")["problems"] == []
    vault.write({"vpn.md": b"\xff\xfe\x00"})
    assert vault.served.find_page("vpn/index.html")[1] is False
    (line,) = live._state("/vpn/")["problems"]
    assert line.startswith("1:1 · error: ")
    assert line.endswith("[unreadable-note]")
    assert "names" in vault.page("dns/")
    vault.write({"vpn.md": FILES["vpn.md"]})
    assert "first words" in vault.page("vpn/")


def test_the_problems_of_a_page_are_those_of_its_note(vault):
    vault.write({"vpn.md": FILES["vpn.md"] + "\n[x](gone.md)\n"})
    told = state(vault, "/vpn/")
    assert told["status"] == "1 problem in this note."
    (line,) = told["problems"]
    assert line.startswith("9:1 · warning: the link 'gone.md' leads to no note of the vault; ")
    assert line.endswith(" [broken-link]")
    assert state(vault, "/dns/")["problems"] == []


def test_drafts_are_shown_to_who_asks_for_them(serve_vault):
    files = {"index.md": "# Home\n", "a.md": "---\npublished: false\n---\n\n# A\n"}
    vault = serve_vault(files, drafts=True)
    assert "Draft: not published" in vault.page("a/")


def test_drafts_are_not_shown_to_others(serve_vault):
    vault = serve_vault({"index.md": "# Home\n", "a.md": "---\npublished: false\n---\n\n# A\n"})
    assert vault.served.find_page("a/index.html")[1] is False


def test_a_hook_that_looks_at_texts_sees_them_all_at_every_change(serve_vault, tmp_path):
    (tmp_path / "hook.py").write_text(
        "def on_page_content(html, **_):\n    return html.replace('x', 'y')\n", "utf-8"
    )
    vault = serve_vault({"index.md": "x1\n"}, "site_name: N\nplugins: [estiba]\nhooks: [hook.py]\n")
    model = vault.served._made.model
    assert "<p>y1</p>" in vault.page("")
    vault.write({"index.md": "x2\n"})
    assert "<p>y2</p>" in vault.page("")
    assert vault.served._made.model is not model
