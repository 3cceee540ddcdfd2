"""When notes changed, and the page that tells of it."""

from __future__ import annotations

import os
import re
import subprocess

import pytest

PLAIN = "site_name: Semilla\nplugins: [estiba]\n"
SPANISH = {"estiba.toml": 'language = "es"\n'}


def note(title: str, *fields: str) -> str:
    return "\n".join(["---", f"title: {title}", *fields, "---", "", "Texto.", ""])


def changes(site, path="cambios/index.html"):
    """Give what the page lists: month -> (title, address, new or updated, day)."""
    article = re.search(r"<article.*?</article>", site.read(path), re.DOTALL)[0]
    pattern = (
        r'<h2 id="[^"]*">(?P<month>.*?)</h2>'
        r'|<li class="estiba-list__item">\s*<a href="(?P<url>[^"]*)">(?P<title>.*?)</a>'
        r'.*?<span class="estiba-change[^"]*">(?P<kind>.*?)</span>\s*<time datetime="(?P<day>[^"]*)">'
    )
    listed: dict[str, list[tuple[str, str, str, str]]] = {}
    for match in re.finditer(pattern, article, re.DOTALL):
        if match["month"]:
            entries = listed.setdefault(match["month"], [])
        else:
            entries.append((match["title"], match["url"], match["kind"], match["day"]))
    return listed


def commit(folder, day):
    environment = os.environ | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_COMMITTER_DATE": f"{day}T12:00:00Z",
    }
    for role in ("AUTHOR", "COMMITTER"):
        environment |= {f"GIT_{role}_NAME": "Ana", f"GIT_{role}_EMAIL": "ana@example.org"}
    for command in (["init", "--quiet"], ["add", "docs"], ["commit", "--quiet", "--message=x"]):
        subprocess.run(["git", *command], cwd=folder, env=environment, check=True)


def test_notes_by_month_the_newest_first(build_site):
    site = build_site(
        SPANISH
        | {
            "index.md": note("Inicio", "date: 2026-12-31"),
            "redes/index.md": note("Redes", "date: 2026-11-02"),
            "redes/dns.md": note("DNS", "date: 2025-01-02", "mod: 2026-11-05"),
            "vpn.md": note("VPN", "date: 2026-11-05", "mod: 2026-11-05 10:30"),
            "luz.md": note("Luz", "date: 2025-12-31T23:59:00+02:00"),
            "cine.md": note("Cine", "mod: 2025-12-01"),
            "sin.md": note("Sin fecha"),
            "borrador.md": note("Borrador", "date: 2026-11-06", "draft: true"),
        },
        PLAIN,
    )
    assert changes(site) == {
        "noviembre de 2026": [
            ("DNS", "../redes/dns/", "Actualizada", "2026-11-05"),
            ("VPN", "../vpn/", "Nueva", "2026-11-05"),
            ("Redes", "../redes/", "Nueva", "2026-11-02"),
        ],
        "diciembre de 2025": [
            ("Luz", "../luz/", "Nueva", "2025-12-31"),
            ("Cine", "../cine/", "Actualizada", "2025-12-01"),
        ],
    }
    assert 'id="2026-11"' in site.read("cambios/index.html")
    assert (
        "todas-las-notas"
        not in re.search(r"<article.*?</article>", site.read("cambios/index.html"), re.DOTALL)[0]
    )


def test_a_commit_stands_in_for_mod(build_site, tmp_path):
    files = {
        "a.md": note("A", "date: 2025-01-01"),
        "b.md": note("B", "date: 2025-01-01", "mod: 2025-02-02"),
        "c.md": note("C"),
        "d.md": note("D", "date: 2027-01-01"),
    }
    build_site(files, PLAIN)
    commit(tmp_path, "2026-05-05")
    (tmp_path / "docs/a.md").write_text(files["a.md"] + "Más.\n", "utf-8")
    (tmp_path / "docs/e.md").write_text(note("E", "date: 2026-04-04"), "utf-8")
    commit(tmp_path, "2026-06-06")
    files |= {"a.md": files["a.md"] + "Más.\n", "e.md": note("E", "date: 2026-04-04"), "f.md": note("F")}
    site = build_site(files, PLAIN)
    assert changes(site, "changes/index.html") == {
        "January 2027": [("D", "../d/", "New", "2027-01-01")],
        "June 2026": [("A", "../a/", "Updated", "2026-06-06"), ("E", "../e/", "New", "2026-06-06")],
        "May 2026": [("C", "../c/", "New", "2026-05-05")],
        "February 2025": [("B", "../b/", "Updated", "2025-02-02")],
    }


def test_without_dates_there_is_no_such_page(build_site):
    site = build_site({"a.md": note("A"), "index.md": note("Inicio", "date: 2025-01-01")}, PLAIN)
    assert not (site.root / "changes").exists()
    assert "changes/" not in site.read("a/index.html")


@pytest.mark.parametrize(("policy", "path"), [("", "changes"), ('[pages]\nchanges = "que/hay"\n', "que/hay")])
def test_every_page_leads_to_it_between_notes_and_tags(build_site, policy, path):
    site = build_site({"a.md": note("A", "date: 2025-01-01"), "estiba.toml": policy}, PLAIN)
    page = site.read("a/index.html")
    places = [page.index(f'href="../{one}/"') for one in ("all-notes", path, "tags")]
    assert places == sorted(places)
    assert f'href="/{path}/"' in site.read("404.html")
    assert "Recent changes" in site.read(f"{path}/index.html")


def test_the_page_ends_after_two_hundred_notes(build_site):
    files = {f"n{number:03}.md": note(f"N {number:03}", "date: 2025-01-01") for number in range(201)}
    site = build_site(files, PLAIN)
    assert [title for title, *_ in changes(site, "changes/index.html")["January 2025"]] == [
        f"N {number:03}" for number in range(200)
    ]
    article = re.search(r"<article.*?</article>", site.read("changes/index.html"), re.DOTALL)[0]
    assert "These are the 200 notes that changed most recently." in article
    assert '<a href="../all-notes/">All notes</a>' in article


def test_what_a_note_says_is_text(build_site):
    hostile = note("'<b onmouseover=x>'", "date: 2025-01-01", "description: '<script>x</script>'")
    page = build_site({"a.md": hostile}, PLAIN).read("changes/index.html")
    assert "&lt;b onmouseover=x&gt;" in page
    assert "<b onmouseover" not in page
    assert "<script>x" not in page
