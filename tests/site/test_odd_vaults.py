"""Vaults as people have them: odd names, line ends and headings, and notes that come to one address."""

from __future__ import annotations

import json
import re
import unicodedata
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest

from search_files import pages_found
from site_links import dead_links
from sites import Site, run_build, write_files

ADDRESS = "https://example.org/v/"
CONFIG = f"site_name: Semilla\nsite_url: {ADDRESS}\nplugins: [estiba]\n"
FLAT = CONFIG + "use_directory_urls: false\n"
FENCE = "\n```yaml\nservices:\n  a:\n    image: b:1\n    environment:\n      PASSWORD: ${PASSWORD}\n```\n"
NAMES = (
    "<img src=x onerror=alert(1)>.md",
    "a#b?c%41.md",
    "con\nlínea.md",
    "cola .md",
    "punto..md",
    "CON.md",
    "nul.txt.md",
    "x" * 250 + ".md",
    "ñ" * 120 + ".md",
    unicodedata.normalize("NFD", "mañana.md"),
    "tarde/mañana.md",
    unicodedata.normalize("NFD", "señal/uno.md"),
    "a b & c.md",
    "😀/🎉.md",
    "a'b\"c.md",
    "a\\b.md",
    "a;b=1,2.md",
    "carpeta <script>alert(1)<script>/javascript:alert(1).md",
    "c:/d.md",
    "{{ config }}.md",
    "{% raw %}.md",
    "$(id)/`id`.md",
    "v1..2.md",
)
WORDS = {name: f"Palabra{number}x" for number, name in enumerate(NAMES)}
ODD = {name: f"---\ntags: [x]\ndate: 2025-01-01\n---\n\n{word}\n{FENCE}" for name, word in WORDS.items()}


class Live(HTMLParser):
    """Collects what would run: handlers, scripts with a text of a note, addresses that run."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        self.found += [
            (tag, name, value)
            for name, value in attrs
            if name.startswith("on") or (name in ("href", "src") and (value or "").startswith("javascript:"))
        ]


def shown(site):
    """Give the text of each page that shows a note, by the note's word."""
    found = {}
    for path in site.root.rglob("*.html"):
        article = re.search(r"<article.*?</article>", path.read_text("utf-8"), re.DOTALL)
        for word in re.findall(r"<p>(Palabra\w+)</p>", article[0] if article else ""):
            found.setdefault(word, []).append(path.relative_to(site.root).as_posix())
    return found


@pytest.fixture(scope="module", params=[CONFIG, FLAT], ids=["folders", "flat"])
def odd(request, tmp_path_factory):
    root = tmp_path_factory.mktemp("odd")
    write_files(root, ODD, request.param)
    return Site(run_build(root))


def test_row_54_every_note_is_a_page_and_every_link_leads_somewhere(odd):
    assert {word: len(paths) for word, paths in shown(odd).items()} == dict.fromkeys(WORDS.values(), 1)
    found = dead_links(odd.root, base="/v/")
    assert found.files == found.anchors == []
    assert found.checked > 1000


def test_row_54_addresses_outside_of_pages_lead_somewhere_too(odd):
    addresses = [one.text for one in ET.fromstring(odd.read("sitemap.xml")).iter() if one.text.strip()]
    feed = ET.fromstring(odd.read("feed.xml"))
    addresses += [one.get("href") for one in feed.iter("{http://www.w3.org/2005/Atom}link")]
    examples = json.loads(odd.read("examples.json"))["examples"]
    addresses += [one[key] for one in examples for key in ("page", "file", "env")]
    found = [one for one in addresses if one and one.startswith(ADDRESS)]
    assert len(found) > 5 * len(NAMES)
    for address in found:
        parts = urlsplit(address)
        assert address.isascii()
        assert not re.search(r"\s", address)
        assert parts.query == ""
        path = unquote(parts.path.removeprefix("/v/"))
        assert (odd.root / (f"{path}index.html" if path == "" or path.endswith("/") else path)).is_file()


def test_row_54_every_page_names_its_own_address(odd):
    for path in odd.root.rglob("*.html"):
        address = re.search(r'<link rel="canonical" href="([^"]*)">', path.read_text("utf-8"))
        if address is not None:
            place = unquote(address[1].removeprefix(ADDRESS))
            place += "index.html" if place == "" or place.endswith("/") else ""
            assert place == path.relative_to(odd.root).as_posix()


def test_row_54_names_are_text(odd):
    for path in odd.root.rglob("*.html"):
        text = path.read_text("utf-8")
        live = Live()
        live.feed(text)
        assert live.found == []
        assert "<script>alert(1)" not in text


def test_row_54_addresses_have_one_unicode_form(odd):
    names = [path.relative_to(odd.root).as_posix() for path in odd.root.rglob("*.html")]
    assert [name for name in names if name != unicodedata.normalize("NFC", name)] == []


CLASHES = {
    "a.md": "Uno",
    "a/index.md": "Dos",
    "Foo.md": "Tres",
    "foo.md": "Cuatro",
    "man\u0303ana.md": "Cinco",
    "ma\xf1ana.md": "Seis",
    "t/README.md": "Siete",
    "t/index.md": "Ocho",
    "u/x.md": "Nueve",
    "u/x.markdown": "Diez",
    "sitemap.xml.md": "Once",
    "404.md": "Doce",
    "LICENSE.md": "Trece",
    "v/README.md": "Catorce",
}
MINE = (
    "LICENSE v/index.html foo/index.html 404.html sitemap.xml search/search_index.json examples.json feed.xml"
    " tags.json pagefind/pagefind.js pagefind/facets.json assets/estiba/estiba.css assets/estiba/mio.js"
    " u/x.html"
).split()


@pytest.mark.parametrize("config", [CONFIG, FLAT], ids=["folders", "flat"])
def test_row_53_no_note_is_lost_and_no_file_is_in_the_place_of_another(build_site, config):
    files = {path: f"# Nota\n\nPalabra{word}\n" for path, word in CLASHES.items()}
    files["t/borrador/index.md"] = "---\ndraft: true\n---\n"
    files["t/borrador/README.md"] = "# Nota\n\nPalabraQuince\n"
    site = build_site(files | dict.fromkeys(MINE, "robado"), config)
    pages = shown(site)
    words = {f"Palabra{word}" for word in (*CLASHES.values(), "Quince")}
    assert {word: len(paths) for word, paths in pages.items()} == dict.fromkeys(words, 1)
    stolen = {
        path.relative_to(site.root).as_posix()
        for path in site.root.rglob("*")
        if path.is_file() and path.read_bytes() == b"robado"
    }
    assert stolen <= ({"LICENSE", "foo/index.html"} if config is FLAT else {"u/x.html"})
    names = [unicodedata.normalize("NFC", path).lower() for paths in pages.values() for path in paths]
    assert len(set(names)) == len(names)
    assert ".md-" not in site.read("404.html").partition("<body")[0]
    assert "estiba" in site.read("assets/estiba/estiba.css")
    found = dead_links(site.root, base="/v/")
    assert found.files == []
    said = {
        line.removeprefix("estiba: ").partition(":1:1")[0]
        for line in site.messages
        if "[address-clash]" in line
    }
    assert {"foo.md", "t/README.md", "404.html", "sitemap.xml", "assets/estiba/mio.js"} <= said
    assert ("404.md" in said) == (config is FLAT)
    assert ("a.md" in said) == ("LICENSE.md" in said) == (config is CONFIG)


FOLDERS = {
    "index.md": "# Inicio\n",
    "ayuda.md": "# Ayuda\n",
    "redes.md": "# Las redes\n\nTexto propio.\n",
    "redes/vpn.md": "# VPN\n",
    "redes/dns/DNS.md": "# Nombres\n\nTexto del DNS.\n",
    "redes/dns/unbound.md": "# Unbound\n",
    "zonas.md": "# Zonas\n",
}


def links(page, start, end):
    part = page[page.index(start) :]
    return re.findall(r'<a href="([^"]*)"', part[: part.index(end)])


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    root = tmp_path_factory.mktemp("folders")
    write_files(root, FOLDERS, CONFIG)
    return Site(run_build(root))


def test_a_note_called_like_a_folder_is_the_page_of_the_folder(folders):
    page = folders.read("redes/index.html")
    assert "Texto propio." in page
    assert '<a href="vpn/">VPN</a>' in page
    assert re.search(
        r'<a href="dns/">Nombres</a>\s*<span class="estiba-list__text">1 note</span>', page
    )  # without the one that is the folder's page
    inner = folders.read("redes/dns/index.html")
    assert "Texto del DNS." in inner
    assert '<a href="unbound/">Unbound</a>' in inner
    assert not (folders.root / "redes/dns/DNS").exists()
    assert not (folders.root / "redes/index-2").exists()
    assert dead_links(folders.root, base="/v/").files == []


def test_it_stands_for_the_folder_in_navigation_and_path(folders):
    page = folders.read("redes/dns/unbound/index.html")
    assert links(page, '<nav class="md-path"', "</nav>") == ["../../..", "../../", "../"]
    navigation = links(page, '<nav class="md-nav md-nav--primary"', "<article")
    assert navigation[2:9] == [
        "../../../ayuda/",
        "../../../zonas/",
        "../../",
        "../../vpn/",
        "../",
        "./",
        "../../../all-notes/",
    ]


def test_pages_follow_each_other_as_in_the_navigation(folders):
    order = ["", "ayuda/", "zonas/", "redes/", "redes/vpn/", "redes/dns/", "redes/dns/unbound/"]
    pages = [folders.read(f"{one}index.html") for one in order]
    after = [re.findall(r'<link rel="next" href="([^"]*)">', page) for page in pages]
    before = [re.findall(r'<link rel="prev" href="([^"]*)">', page) for page in pages]
    assert after == [["ayuda/"], ["../zonas/"], ["../redes/"], ["vpn/"], ["../dns/"], ["unbound/"], []]
    assert before == [[], [".."], ["../ayuda/"], ["../zonas/"], ["../"], ["../vpn/"], ["../"]]


def test_a_search_in_the_folder_finds_its_page(folders):
    found = pages_found(folders.root)
    within = {url: page["filters"].get("folder", []) for url, page in found.items()}
    assert within["/redes/"] == ["redes"]
    assert within["/redes/dns/"] == within["/redes/dns/unbound/"] == ["redes", "redes/dns"]
    assert within["/ayuda/"] == []


def test_navigation_of_the_owner_keeps_such_a_note_where_it_is(build_site):
    nav = "nav:\n  - index.md\n  - Todo:\n    - ayuda.md\n    - redes.md\n    - redes/vpn.md\n"
    page = build_site(FOLDERS, CONFIG + nav).read("redes/vpn/index.html")
    navigation = page[page.index('<nav class="md-nav md-nav--primary"') : page.index("<article")]
    titles = re.findall(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', navigation)
    assert list(dict.fromkeys(titles))[:5] == ["Inicio", "Todo", "Ayuda", "Las redes", "VPN"]


TEXT = (
    '---\ntitle: A\ntags: [b]\n---\n\nUno\ndos\n\n```yaml\nservices:\n  a:\n    image: "b"\n```\n'
    "\n- c\n\n> d\n\n| a | b |\n|---|---|\n| c | d |\n\n    code\n\n<div>\n\nraw\n\n</div>\n"
)
ENDS = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "cr": lambda text: text.replace("\n", "\r"),
    "mixed": lambda text: re.sub(r"\n", lambda match: "\r\n" if match.start() % 2 else "\n", text),
    "open": lambda text: text.rstrip("\n"),
    "bom": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
}


def test_row_52_line_ends_make_no_difference_to_the_bytes_of_a_site(build_site):
    forms = ENDS | {f"{name}-front": end for name, end in ENDS.items()}
    notes = {f"{name}.md": "---\ntitle: B\n---\n" if name.endswith("-front") else TEXT for name in forms}
    sites = []
    for vault in (notes, {f"{name}.md": end(notes[f"{name}.md"]) for name, end in forms.items()}):
        encoded = {name: text.encode() for name, text in vault.items()} | {"nada.md": b""}
        site = build_site(encoded, CONFIG)
        sites.append(
            {
                path.relative_to(site.root).as_posix(): path.read_bytes()
                for path in site.root.rglob("*")
                if path.is_file() and path.suffix in (".html", ".xml", ".json", ".yaml")
            }
        )
    assert sites[0] == sites[1]
    assert len(sites[0]) > 2 * len(forms)
    assert b"<h1>Nada</h1>" in sites[0]["nada/index.html"]


HEADINGS = {
    "copia-de_seguridad.md": "Texto sin nada más.\n",
    "varios.md": "# Primero\n\n# Segundo\n\nTexto.\n\n# Tercero\n",
    "codigo.md": "```\n# En código\n```\n\n    # Tampoco\n\n# El título\n\n```sh\n# comentario\n```\n",
    "tabla.md": (
        "# Tabla\n\n<table>\n<tr><td>**uno**</td>\n\n<td>dos</td></tr>\n\n"
        "<tr><td><a href='otra.html'>x</a></td></tr>\n</table>\n\nDespués, *así*.\n"
    ),
    "grande.md": "# Grande\n\n" + "Una línea de texto con `código` y **fuerza**.\n\n" * 1000 + "Final41k\n",
    "enorme.md": "# Enorme\n\n" + "Una línea de texto que no acaba nunca.\n" * 25_000 + "\nFinal1M\n",
}


def test_headings_tables_and_long_notes(build_site):
    site = build_site(HEADINGS, CONFIG)

    def headings(name):
        return re.findall(r"<h1[^>]*>(.*?)<", site.read(f"{name}/index.html"))

    assert headings("copia-de_seguridad") == ["Copia de seguridad"]
    assert headings("varios") == ["Primero", "Segundo", "Tercero"]
    assert headings("codigo") == ["El título"]
    assert "# En código" in site.read("codigo/index.html")
    table = re.search(r"<table>.*</table>", site.read("tabla/index.html"), re.DOTALL)[0]
    assert re.findall(r"<td>(.*?)</td>", table) == ["**uno**", "dos", '<a href="otra.html">x</a>']
    assert "<em>así</em>" in site.read("tabla/index.html")
    assert "Final41k" in site.read("grande/index.html")
    assert "Final1M" in site.read("enorme/index.html")
