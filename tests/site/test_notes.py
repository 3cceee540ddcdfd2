"""What becomes of a note on its way through MkDocs: rows of hostile and broken front matter."""

from __future__ import annotations

import html
import re

import pytest

from search_files import pages_found

LAST = "Última línea del texto."


def article(site, path="nota/index.html"):
    found = re.search(r"<article.*?</article>", site.read(path), re.DOTALL)
    return html.unescape(found[0])


def heading(site, path="nota/index.html"):
    return re.findall(r"<h1[^>]*>(.*?)</h1>", site.read(path), re.DOTALL)


@pytest.mark.parametrize(
    ("front_matter", "tags"),
    [
        ("tags: vpn red", ["vpn", "red"]),
        ("tags: vpn, red local", ["vpn", "red local"]),
        ("tags: [2024, true]", ["2024", "true"]),
        ("tags: [2024-01-02]", ["2024-01-02"]),
        ("tags: [vpn, null]", ["vpn"]),
        ('tags: [""]', []),
        ("tags: [[vpn, red], casa]", ["vpn", "red", "casa"]),
        ("tags: {a: b}", []),
    ],
    ids=["row1-spaces", "row1-commas", "row2", "row3", "row4-null", "row4-empty", "row4-nested", "row5"],
)
def test_tags_in_every_form(build_site, front_matter, tags):
    site = build_site({"nota.md": f"---\n{front_matter}\n---\n\n{LAST}\n"})
    shown = re.findall(r'class="md-tag" rel="tag">(.*?)</a>', site.read("nota/index.html"))
    assert shown == tags
    assert LAST in article(site)


@pytest.mark.parametrize(
    ("front_matter", "title"),
    [
        ("title: 42", "42"),
        ("title: 2025-01-02", "2025-01-02"),
        ("title: true", "true"),
        ("title: 1.10", "1.10"),
        ("title: [a, b]", "Una nota"),
        ("title: {a: b}", "Una nota"),
        ("title:", "Una nota"),
        ('title: ""', "Una nota"),
        ("otra: x", "Una nota"),
        ("title: Docker: guía", "Una nota"),
        ('title: "sin cerrar', "Una nota"),
        ("title: \tcon tabulador\n\tmal: x", "Una nota"),
        ("title: Bien\ndate: 2025-13-45", "Bien"),
        (f"title: Bien\nnumero: {'9' * 5000}", "Bien"),
        ('title: Bien\nletra: "\\ud800"', "Bien"),
        ("title: Bien\npeligro: !!python/object/apply:os.system [id]", "Bien"),
    ],
)
def test_rows_10_to_13_and_20_title_and_text(build_site, front_matter, title):
    site = build_site({"una-nota.md": f"---\n{front_matter}\n---\n\n{LAST}\n"})
    assert heading(site, "una-nota/index.html") == [title]
    assert LAST in article(site, "una-nota/index.html")
    assert "---" not in article(site, "una-nota/index.html")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("---\n- una\n- lista\n---\n\nTexto.\n", ["una", "lista", "Texto."], id="row14-list"),
        pytest.param("---\nUna frase.\n---\n\nTexto.\n", ["Una frase.", "Texto."], id="row14-scalar"),
        pytest.param("---\ntitle: x\n\n# H\n\nTexto.\n", ["title: x", "Texto."], id="row15-unclosed"),
        pytest.param("Nota: la primera línea\n\nTexto.\n", ["Nota: la primera línea"], id="row19-colon"),
        pytest.param("https://example.org/a\n\nTexto.\n", ["https://example.org/a"], id="row19-address"),
        pytest.param("----\ntitle: x\n----\n\nTexto.\n", ["title: x", "Texto."], id="row18-four-dashes"),
    ],
)
def test_no_text_is_lost(build_site, text, kept):
    shown = article(build_site({"nota.md": text}))
    assert [words for words in kept if words not in shown] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("---\ntitle: Uno\ntitle: Dos\n---\nTexto.\n", id="row16-duplicate"),
        pytest.param("\ufeff---\ntitle: Dos\n---\nTexto.\n", id="row17-bom"),
        pytest.param("---\ntitle: Dos\n...\nTexto.\n", id="row18-dots"),
        pytest.param("\n\n---\ntitle: Dos\n---\nTexto.\n", id="row18-blank-lines"),
        pytest.param("--- \ntitle: Dos\n---\t\nTexto.\n", id="row18-trailing-space"),
        pytest.param("---\r\ntitle: Dos\r\n---\r\nTexto.\r\n", id="row52-crlf"),
        pytest.param("---\rtitle: Dos\r---\rTexto.\r", id="row52-cr"),
        pytest.param("---\ntitle: Dos\r\n---\nTexto.", id="row52-mixed"),
    ],
)
def test_front_matter_in_every_dress(build_site, text):
    site = build_site({"nota.md": text})
    assert heading(site) == ["Dos"]
    assert "Texto." in article(site)
    assert "title" not in re.sub(r"<[^>]*>", "", article(site))


def test_row_52_line_ends_make_no_difference(build_site):
    text = '---\ntitle: A\ntags: [b]\n---\n\n```yaml\nservices:\n  a:\n    image: "b"\n```\n\n- c\n\n> d\n'
    pages = []
    for end in ("\n", "\r\n", "\r"):
        site = build_site({"nota.md": text.replace("\n", end).encode()})
        pages.append((site.read("nota/index.html"), (site.root / "nota/compose.yaml").read_bytes()))
    assert pages[0] == pages[1] == pages[2]
    assert pages[0][1] == b'services:\n  a:\n    image: "b"\n'


@pytest.mark.parametrize("content", ["", "\n", "---\n---\n", "---\ntitle: Sola\n---", "\ufeff"])
def test_row_52_notes_without_text(build_site, content):
    site = build_site({"nota.md": content})
    assert heading(site) == ["Sola" if "Sola" in content else "Nota"]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-32"])
def test_row_49_unreadable_note_is_left_out_and_the_others_are_built(build_site, encoding):
    site = build_site({"rota.md": "# Añejo\n\nTexto ñ.\n".encode(encoding), "nota.md": LAST})
    assert LAST in article(site)
    assert not (site.root / "rota").exists()
    assert re.search(r"rota\.md:1:\d+: not UTF-8 text but what looks like", site.messages[0])


def test_problem_is_logged_at_its_place_with_what_to_write(build_site):
    site = build_site({"a/nota.md": "---\ntitle: Docker: guía\n---\nTexto.\n"})
    expected = (
        ":2:8: 'title: Docker: guía' has a second colon, which YAML cannot read;"
        ' quote the value: title: "Docker: guía" [invalid-front-matter]'
    )
    assert [one.partition("a/nota.md")[2] for one in site.messages] == [expected]


@pytest.mark.parametrize(
    "front_matter",
    [
        "published: false",
        'published: "false"',
        "published: no",
        "publish: false",
        "draft: true",
        "draft: yes",
        "title: Rota: sí\ndraft: true",
        "published: quizás",
    ],
)
def test_what_is_not_published_is_nowhere(build_site, front_matter):
    secret = f"---\n{front_matter}\ntags: [tagsecreta]\n---\n\nPalabrasecreta.\n"
    site = build_site({"carpeta/oculta.md": secret, "nota.md": LAST})
    texts = [path.read_text("utf-8") for path in site.root.rglob("*.*ml")]
    texts.append(str(pages_found(site.root)))
    texts.append(site.read("pagefind/facets.json"))
    for word in ("secreta", "oculta", "carpeta"):
        assert [text for text in texts if word in text.casefold()] == []
    assert not (site.root / "carpeta").exists()


def test_keys_that_steer_the_theme_are_not_believed(build_site):
    keys = "icon: no/such\ntemplate: sitemap.xml\nstatus: <b>\nhide: [toc, all, 3]\nsearch: {boost: high}"
    site = build_site({"nota.md": f"---\n{keys}\nautora: Ana\n---\n{LAST}\n"})
    assert LAST in article(site)


@pytest.mark.parametrize(
    ("title", "text", "shown", "rest"),
    [
        ("Red", "# Red\n\nTexto.\n", "Red", []),
        ("Red", "# **Réd**\n\nTexto.\n", "Red", []),
        ("Red", "# Otra cosa\n\nTexto.\n", "Red", ["Otra cosa"]),
        (None, "Antes.\n\n# `Red` [local](x.md)\n", "Red local", ["Antes."]),
        (None, "Red\n===\n\nTexto.\n", "Red", []),
        (None, "Texto.\n", "Nota", []),
    ],
)
def test_title_is_shown_once(build_site, title, text, shown, rest):
    front_matter = f"---\ntitle: {title}\n---\n" if title else ""
    site = build_site({"nota.md": front_matter + text})
    assert heading(site) == [shown]
    words = re.sub(r"<[^>]*>", "", article(site))
    assert words.count(shown) == 1
    assert [one for one in rest if one not in words] == []


def test_links_to_the_heading_that_became_the_title_still_work(build_site):
    site = build_site({"nota.md": "# Red privada { #red }\n\n[arriba](#red-privada)\n"})
    assert 'id="red' in site.read("nota/index.html")
