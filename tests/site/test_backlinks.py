"""Below each note: the notes that lead to it, and those that go with it."""

from __future__ import annotations

import re

from estiba.site.backlinks import SHOWN
from search_files import pages_found
from sites import CONFIG

SPANISH = CONFIG + "theme: {name: material, language: es}\n"
SECTION = r'<section class="estiba-{}".*?</section>'


def section(html: str, name: str) -> str:
    """Give the words of a section, one a line; empty where it is not there."""
    found = re.search(SECTION.format(name), html, re.DOTALL)
    words = re.sub(r"<mark>(.*?)</mark>", r"[\1]", found[0], flags=re.DOTALL) if found else ""
    lines = re.sub(r"<[^>]*>", "", re.sub(r"</?(?:li|q|span|h2|summary)\b[^>]*>", "\n", words)).split("\n")
    return "\n".join(filter(None, map(str.strip, lines)))


def test_notes_that_lead_here_stand_below_with_their_sentences(build_site):
    notes = {
        "red.md": "# Red\n\nTexto.\n",
        "b.md": "# Beta\n\nAntes. Va por la **[red local](red.md)** & <b>más</b>. Después.\n",
        "a.md": "# Alfa\n\n[Red](red.md)\n",
    }
    site = build_site(notes, SPANISH)
    page = site.read("red/index.html")
    assert section(page, "backlinks") == "Enlazan aquí\nAlfa\nBeta\nVa por la [red local] &amp; más."
    assert re.findall(r'<a href="([^"]*)">(?:Alfa|Beta)</a>', page.partition("estiba-backlinks")[2])[:2] == [
        "../a/",
        "../b/",
    ]
    assert "estiba-backlinks" not in site.read("a/index.html")
    assert "estiba-related" not in site.read("index.html")


def test_what_stands_in_a_note_is_text_below_another(build_site):
    notes = {
        "red.md": "# Red\n",
        "a.md": "# <img src=x onerror=alert(1)>\n\nUn `<script>alert()</script>` en [`<i>`](red.md) {{x}}.\n",
    }
    found = re.search(SECTION.format("backlinks"), build_site(notes).read("red/index.html"), re.DOTALL)[0]
    assert "Un &lt;script&gt;alert()&lt;/script&gt; en <mark>&lt;i&gt;</mark> {{x}}." in found
    assert not re.search(r"<(?:img|script|i)\b", found)


def test_many_are_folded(build_site):
    notes = {f"n{number}.md": f"# Nota {number}\n\nDe [red](red.md) va.\n" for number in range(SHOWN + 3)}
    page = build_site({"red.md": "# Red\n", **notes}, SPANISH).read("red/index.html")
    shown, folded = section(page, "backlinks").split("3 notas más")
    assert re.findall(r"Nota (\d)", shown) == ["0", "1", "2", "3", "4"]
    assert re.findall(r"Nota (\d)", folded) == ["5", "6", "7"]


def test_related_notes_stand_below_with_their_descriptions(build_site):
    notes = {f"n{number}.md": f"# Nota {number}\n" for number in range(8)}
    tagged = "---\ntitle: {}\ndescription: Lo que es {}.\ntags: [vpn]\n---\n"
    notes |= {"a.md": tagged.format("Alfa", "alfa"), "b.md": tagged.format("Beta", "beta")}
    site = build_site(notes, SPANISH)
    assert section(site.read("a/index.html"), "related") == "Notas relacionadas\nBeta\nLo que es beta."
    assert section(site.read("n1/index.html"), "related") == ""


def test_drafts_and_unlisted_notes_are_nowhere(build_site):
    notes = {f"n{number}.md": f"# Nota {number}\n" for number in range(8)} | {
        "red.md": "---\ntitle: Red\ntags: [vpn]\n---\n",
        "borrador.md": "---\ntitle: Secreta\npublished: false\ntags: [vpn]\n---\n\nDe [red](red.md).\n",
        "oculta.md": "---\ntitle: Apartada\nunlisted: true\ntags: [vpn]\n---\n\nDe [red](red.md).\n",
    }
    site = build_site(notes)
    for page in site.root.rglob("*.html"):
        assert "Secreta" not in page.read_text("utf-8"), page
        assert ("Apartada" in page.read_text("utf-8")) == (page.parent.name == "oculta"), page


def test_neither_feeds_nor_search_hold_them(build_site):
    dated = "---\ntitle: {}\ndate: 2025-01-02\n---\n\n{}\n"
    notes = {"red.md": ("Red", "Texto."), "a.md": ("Alfa", "El ornitorrinco de [red](red.md).")}
    site = build_site({path: dated.format(*words) for path, words in notes.items()})
    entries = site.read("feed.xml").split("<entry>")[1:]
    pages = pages_found(site.root)
    assert ["<title>Alfa</title>" in one for one in entries if "ornitorrinco" in one] == [True]
    assert [url for url, page in pages.items() if "ornitorrinco" in page["content"]] == ["/a/"]
    assert len(entries) == 2
    assert "/red/" in pages
    assert "ornitorrinco" in site.read("red/index.html")


def test_build_counts_notes_that_nobody_links_to(build_site, caplog):
    site = build_site(
        {"red.md": "# Red\n", "a.md": "# Alfa\n\n[Red](red.md)\n", "b.md": "# Beta\n", "x.png": b""}
    )
    said = [one.getMessage() for one in caplog.records if "more to know" in one.getMessage()]
    assert said == [
        "estiba: more to know: 2 of orphan-note; estiba check --all names them",
        "estiba: more to know: 1 of unused-attachment; estiba check --all names them",
    ]
    assert site.messages == ()
