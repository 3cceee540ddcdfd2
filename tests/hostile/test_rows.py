"""One vault with a note for each attack that no other test builds: what its page shows, and who is told."""

from __future__ import annotations

import logging
import os
import re

import pytest

from sites import CONFIG, Site, run_build, write_files

OUTSIDE = "Secreto de la máquina"
NOTES = {
    "index.md": "# Inicio\n\nPalabrafinal.\n",
    "tema.md": (
        "---\ntitle: Tema\nicon: ../../etc/passwd\ntemplate: sitemap.xml\nsearch: {boost: high}\n"
        "status: <b>\nhide: {a: b}\ncanonical_url: javascript:alert(1)\nedit_url: x\nsocial: [1]\n---\n"
        "Texto.\n"
    ),
    "direcciones.md": (
        "[uno](https://[blockchain) [dos](http://[::1) <https://[tres> ![foto](http://[::1/a.png)\n\n"
        '<a href="http://[x">cuatro</a> [[http://[y]]\n\n[cinco]\n\n[cinco]: http://[::1\n'
    ),
    "incluye.md": (
        '--8<-- "/etc/passwd"\n\n--8<--\n../secreto.txt\nsecreto.txt\n--8<--\n\n-8<- "secreto.txt"\n\n'
        '{!secreto.txt!}\n\n```\n--8<-- "secreto.txt"\n```\n'
    ),
    "plantilla.md": "{{ config }} {% include 'main.html' %} ${{ secrets.X }} {{ 13*1337 }}\n",
    "entorno.md": "---\ntitle: !ENV HOME\ndescription: !ENV [HOME, x]\n---\nTexto ${HOME} !ENV HOME.\n",
    "etiqueta.md": "#docker texto\n\n##no encabezado\n",
    "control.md": "a\x00b \x1b[31mrojo\x07 \x85fin\n",
    "secretos.md": (
        "![[id_rsa]] ![a](llaves.env) [b](.env) [c](enlace.txt) ![[fuera.png]] [d](carpeta/x.png)\n"
    ),
    "id_rsa": OUTSIDE,
    "llaves.env": OUTSIDE,
    ".env": OUTSIDE,
    "guion.md": (
        "Antes <script>alert(1)</script> <img src=x onerror=alert(1)> <b onclick=alert(1)>negrita</b>\n\n"
        "<iframe srcdoc='<script>alert(1)</script>'></iframe>\n\n<svg><script>alert(1)</script></svg>\n\n"
        "<form action=javascript:alert(1)><button formaction=javascript:alert(1)>botón</button></form>\n\n"
        "<math><a xlink:href=javascript:alert(1)>mate</a></math>\n\n"
        "<style>@import 'http://x.invalid'</style>\n\n"
        "<scr<script>ipt>alert(1)</script>\n\n<base href=//x.invalid><meta http-equiv=refresh content=0>\n\n"
        "<a href='java&#9;script:alert(1)'>pestaña</a>\n\n<div\nonclick=alert(1)>dentro</div>\n\nDespués.\n"
    ),
    "enlaces.md": (
        "[a](javascript:alert(1)) [b](JaVaScRiPt&#58;alert(1)) [c](vbscript:x) [d](data:text/html,x)\n"
        "[e](&#x6A;avascript:alert(1)) [f](java\\script:alert(1)) [g](<java&Tab;script:alert(1)>)\n"
        "![h](javascript:x) <javascript:alert(1)> [i][r] [j]( javascript:alert(1) )\n"
        "[[javascript:alert(1)]]\n\n"
        "[r]: javascript:alert(1)\n"
    ),
    "atributos.md": (
        "Texto.\n{: onclick=alert(1) style='background:url(//x.invalid)' srcdoc=x formaction=y .bien }\n\n"
        "# Título {: onmouseover=alert(1) #__search }\n\n[otro](final.md){: href=http://[x }\n\n"
        "``` {.sh #x onclick=alert(1)}\nls\n```\n\n"
        "[enlace](final.md){: onfocus=alert(1) href=javascript:alert(1) } `x`{: onclick=alert(1)}\n\n"
        "| a |\n|---|\n| b {: onclick=alert(1) } |\n"
    ),
    "corchetes.md": "[" * 20_000 + "\n",
    "lista.md": "".join("    " * depth + "- a\n" for depth in range(500)),
    "citas.md": ">" * 2000 + " a\n",
    "comillas.md": "`" * 20_000 + "\n",
    "estrellas.md": "*a **b `" * 8000 + "\n",
    "larga.md": "palabra " * 250_000 + "\n",
    "final.md": "# Final\n\nPalabrafinal.\n",
}
LINKS = {
    "fuera.md": "../secreto.md",
    "fuera.png": "../secreto.txt",
    "enlace.txt": "llaves.env",
    "carpeta": "..",
    "circulo": ".",
    "nada.md": "nada.md",
    "README.md": "index.md",
}
READERS = """\
markdown_extensions:
  - attr_list
  - md_in_html
  - pymdownx.snippets:
      base_path: [.]
      restrict_base_path: false
      url_download: true
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    root = tmp_path_factory.mktemp("rows")
    write_files(root, NOTES, CONFIG + READERS)
    for name in ("secreto.md", "secreto.txt"):
        (root / name).write_text(OUTSIDE, "utf-8")
    for name, target in LINKS.items():
        (root / "docs" / name).symlink_to(target)
    os.mkfifo(root / "docs/tuberia.md")
    os.mkfifo(root / "docs/tuberia.png")
    said = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())
    log = logging.getLogger("mkdocs")
    log.addHandler(handler)
    try:
        return Site(run_build(root)), said
    finally:
        log.removeHandler(handler)


@pytest.fixture(scope="module")
def site(built):
    return built[0]


def told(built, note, check):
    """Give lines and messages of one check of one note."""
    marked = re.compile(rf"(?:^|[/ ]){re.escape(note)}:(\d+):\d+: (.*) \[{check}\]$")
    return [(int(found[1]), found[2]) for found in map(marked.search, built[1]) if found]


def words(site, note):
    page = site.read(f"{note}/index.html")
    return re.sub(r"<[^>]*>", "", page[page.index("<article") : page.index("</article>")])


def test_every_note_beside_the_hostile_ones_is_built(site):
    for note in (
        "",
        *(name.removesuffix(".md") for name in NOTES if name.endswith(".md") and name != "index.md"),
    ):
        assert (site.root / note / "index.html").is_file()
    assert "Palabrafinal." in words(site, "final")


def test_rows_24_25_26_keys_of_the_theme_are_passed_over_and_told(built, site):
    assert "Texto." in words(site, "tema")
    assert "etc/passwd" not in site.read("tema/index.html")
    assert "javascript:" not in site.read("tema/index.html")
    assert {line for line, _ in told(built, "tema.md", "unknown-key")} == {3, 4, 5, 7, 8, 9}


def test_row_30_a_broken_address_is_text_and_told(built, site):
    assert [line for line, _ in told(built, "direcciones.md", "broken-link")] == [1, 1, 1, 3, 7]
    shown = words(site, "direcciones")
    assert [word for word in "uno dos tres cuatro cinco".split() if word not in shown] == []
    article = site.read("direcciones/index.html")
    assert "[::1" not in "".join(re.findall(r'(?:href|src)="([^"]*)"', article))


def test_row_34_nothing_is_included_and_it_is_told(built, site):
    assert [line for line, _ in told(built, "incluye.md", "file-include")] == [1, 3, 8]
    assert "root:x:" not in words(site, "incluye")
    assert any("'pymdownx.snippets'" in one for one in built[1])


def test_row_35_templates_are_text(site):
    assert "{{ config }} {% include 'main.html' %} ${{ secrets.X }} {{ 13*1337 }}" in words(
        site, "plantilla"
    ).replace("&#39;", "'")


def test_row_20_no_value_of_the_environment_is_shown(built, site):
    assert os.environ["HOME"] not in site.read("entorno/index.html")
    assert [line for line, _ in told(built, "entorno.md", "invalid-front-matter")]


def test_row_46_a_tag_at_the_start_of_a_line_is_no_heading(site):
    article = site.read("etiqueta/index.html")
    assert re.findall(r"<h[12][ >].*?</h[12]>", article) == ["<h1>Etiqueta</h1>"]
    assert "texto" in words(site, "etiqueta")


def test_row_50_no_control_character_is_in_a_page_or_the_log(built, site):
    for text in [path.read_text("utf-8") for path in site.root.rglob("*.html")] + built[1]:
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)
    assert len(told(built, "control.md", "control-character")) >= 3


def test_rows_55_56_nothing_from_outside_and_no_secret_is_in_the_site(built, site):
    for path in site.root.rglob("*"):
        assert not path.is_symlink()
        if path.is_file():
            data = path.read_bytes()
            assert OUTSIDE.encode() not in data, path
            assert b"root:x:0" not in data, path
    lines = [one for one in built[1] if one.endswith("[refused-file]")]
    refused = {re.split("[ /]", one.partition(":1:1: ")[0])[-1] for one in lines}
    assert refused == {
        *("fuera.md", "fuera.png", "enlace.txt", "carpeta", "circulo", "nada.md", "tuberia.md", "tuberia.png")
    }
    assert [line for line, _ in told(built, "secretos.md", "refused-attachment")] == [1, 1, 1]


def test_rows_27_28_29_nothing_in_a_text_runs_and_its_words_stay(site):
    for note, kept in (
        ("guion", "Antes negrita pestaña dentro Después."),
        ("enlaces", "a b c d e f g i j"),
        ("atributos", "Texto. Título otro ls enlace x"),
    ):
        page = site.read(f"{note}/index.html")
        article = page[page.index("</header>", page.index("<article")) : page.index("</article>")]
        assert not re.search(r"<[^>]*\s(?:on\w+|style|srcdoc|formaction)\s*=", article), article
        assert not re.search(r"<(?:script|iframe|object|embed|form|base|meta|style|svg)\b", article), article
        assert not re.search(r"""<[^>]*=["']?\s*(?:javascript|vbscript|data):""", article, re.IGNORECASE), (
            article
        )
        shown = words(site, note)
        assert [word for word in kept.split() if word not in shown] == []


def test_rows_36_38_no_message_is_as_long_as_what_it_speaks_of(built):
    assert [one[:80] for one in built[1] if len(one) > 600] == []


def test_rows_36_37_38_a_note_that_would_take_too_long_keeps_no_other_back(built, site):
    for note in "corchetes lista citas comillas estrellas larga".split():
        assert (site.root / note / "index.html").is_file()
    assert [line for note in ("corchetes.md", "lista.md") for line, _ in told(built, note, "oversized-note")]
