"""A small vault, and the ways in which a page of its site depends on something else than its own text."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rebuilding import Edit

HOOK = Path(__file__).with_name("leave_out_index.py")
"""Leaves out the search index, which would take most of the time of each build."""
COMMENTS = "overrides/partials/comments.html"
CONFIG = f"""\
site_name: Semilla
site_url: http://127.0.0.1/
repo_url: https://github.com/casa/notas
plugins: [estiba]
hooks: ['{HOOK}', hooks/own.py]
theme: {{name: material, language: es, custom_dir: overrides}}
"""
COMPOSE = """
```yaml
services:
  web:
    image: nginx:1.27.0
    environment:
      CLAVE: ${CLAVE:?}
```
"""
VAULT = {
    "mkdocs.yml": CONFIG,
    "estiba.toml": '[tags.vocabulary.dns]\nlabels = { es = "Nombres" }\n[folders]\nluz = "Claridad"\n',
    "hooks/own.py": "WORD = 'uno'\n\n\ndef on_startup(command, dirty):\n    pass\n",
    COMMENTS: "<p>Comentarios</p>\n",
    "index.md": "# Inicio\n\nAquí empieza todo.\n",
    "redes/index.md": "# Redes\n\nDe las redes.\n",
    "redes/uno.md": "---\ntitle: Uno\ndate: 2025-01-01\ntags: [dns]\naliases: [Primera]\n---\n"
    f"Lo que es.\n\n## Puertos\n\nSon dos.\n\n## Ejemplo\n{COMPOSE}",
    "redes/dos.md": "---\ntitle: Dos\ndate: 2025-01-02\ntags: [dns]\n---\n"
    "Antes está [[uno]]. Y sus [[uno#Puertos]].\n",
    "redes/tres.md": "---\ntitle: Tres\ndate: 2025-01-03\n---\n![[uno#Puertos]]\n",
    "redes/cuatro.md": "---\ntitle: Cuatro\ndate: 2025-01-04\n---\n![[tres]]\n\n[[Primera]]\n",
    "redes/entera.md": "---\ntitle: Entera\ndate: 2025-01-04\n---\n![[uno]]\n",
    "luz/cinco.md": "---\ntitle: Cinco\ntags: [sol]\n---\n[[borrador]] y [[siete]].\n",
    "luz/seis.md": "---\ntitle: Seis\ndate: 2025-01-06\n---\n![[plano.png]] #sol\n",
    "luz/oculta.md": "---\ntitle: Oculta\nunlisted: true\n---\n[[cinco]]\n",
    "luz/pie.md": "---\ntitle: Pie\n---\nHTML[^1]\n\n[^1]: Nota.\n\n*[HTML]: Lenguaje\n",
    "luz/plano.png": b"\x89PNG\r\n\x1a\n1",
    "casa/ocho.md": "---\ntitle: Ocho\n---\nHTML y nada más.\n\n## Fin\n\nDe todo.\n",
    "casa/nueve.md": "---\ntitle: Nueve\ndate: 2025-01-10\n---\nNada.\n",
    "casa/diez.md": f"---\ntitle: Diez\n---\n{COMPOSE}",
}
DRAFT = {"luz/borrador.md": "---\ntitle: Borrador\ndate: 2025-01-07\npublished: false\n---\nA medias.\n"}
FAR = "casa/ocho/index.html"
STYLE = "assets/estiba/estiba.css"


@dataclass(frozen=True, slots=True)
class Case:
    """An edit; files of the site that must be others after it, and one that the build need not write."""

    edit: Edit
    changes: str
    keeps: str = FAR
    first: Edit | None = None
    """What is edited and built before."""


def note(text, **fields):
    """Write a note with front matter."""
    head = "".join(f"{key}: {value}\n" for key, value in fields.items())
    return f"---\n{head}---\n{text}\n"


LINKS = {
    "text": Case({"redes/uno.md": ("Lo que es.", "Lo que era.")}, "redes/uno/index.html"),
    "renamed": Case(
        {"redes/uno.md": None, "redes/primera.md": VAULT["redes/uno.md"]},
        "redes/dos/index.html redes/tres/index.html redes/primera/index.html redes/uno/index.html",
    ),
    "retitled": Case(
        {"redes/uno.md": ("title: Uno", "title: Once")},
        "redes/dos/index.html redes/tres/index.html redes/index.html etiquetas/dns/index.html feed.xml",
    ),
    "unpublished": Case(
        {"redes/uno.md": ("title: Uno", "title: Uno\npublished: false")},
        "redes/dos/index.html redes/uno/index.html",
    ),
    "deleted": Case(
        {"redes/uno.md": None}, "redes/dos/index.html redes/tres/index.html redes/uno/index.html"
    ),
    "added": Case({"luz/siete.md": note("Es.", title="Siete")}, "luz/cinco/index.html"),
    "published": Case(
        {"luz/borrador.md": ("published: false\n", "")},
        "luz/cinco/index.html luz/borrador/index.html",
        first=DRAFT,
    ),
    "of a name that two have": Case(
        {"luz/uno.md": note("Otra.", title="Otra")}, "luz/uno/index.html", keeps="redes/dos/index.html"
    ),
    "its heading renamed": Case(
        {"redes/uno.md": ("## Puertos", "## Puertas")}, "redes/dos/index.html redes/tres/index.html"
    ),
    "its alias taken away": Case({"redes/uno.md": ("[Primera]", "[Segunda]")}, "redes/cuatro/index.html"),
    "an alias added": Case({"casa/nueve.md": ("date:", "aliases: [siete]\ndate:")}, "luz/cinco/index.html"),
    "an alias that is an address": Case(
        {"casa/nueve.md": ("date:", "aliases: [casa/vieja]\ndate:")}, "casa/vieja/index.html"
    ),
    "an address of an alias that a note takes": Case(
        {"casa/vieja.md": note("Está.", title="Vieja")},
        "casa/vieja/index.html",
        keeps="luz/pie/index.html",
        first={"casa/nueve.md": ("date:", "aliases: [casa/vieja]\ndate:")},
    ),
    "the sentence around it": Case({"redes/dos.md": ("Antes está", "Antes va")}, "redes/uno/index.html"),
    "the note that has it retitled": Case(
        {"redes/dos.md": ("title: Dos", "title: Doce")}, "redes/uno/index.html"
    ),
    "the note that has it gone": Case({"redes/dos.md": None}, "redes/uno/index.html"),
    "the note that has it unlisted": Case(
        {"redes/dos.md": ("title: Dos", "title: Dos\nunlisted: true")},
        "redes/uno/index.html redes/index.html",
    ),
}
EMBEDS = {
    "a section of it": Case(
        {"redes/uno.md": ("Son dos.", "Son tres.")}, "redes/tres/index.html redes/cuatro/index.html"
    ),
    "in a circle": Case({"redes/uno.md": ("Son dos.", "![[tres]]")}, "redes/tres/index.html"),
    "what it links renamed": Case(
        {"casa/nueve.md": None, "casa/nona.md": note("Nada.", title="Nueve", aliases="[nueve]")},
        "redes/tres/index.html redes/cuatro/index.html",
        keeps="luz/pie/index.html",
        first={"redes/uno.md": ("Son dos.", "Son [[nueve]].")},
    ),
    "its example wrong": Case({"redes/uno.md": ("image:", "imagen:")}, "redes/entera/index.html"),
    "its footnote": Case(
        {"redes/uno.md": ("Son dos.", "Son dos[^1].\n\n[^1]: O tres.")}, "redes/tres/index.html"
    ),
}
LISTS = {
    "label of a tag": Case(
        {"estiba.toml": ("Nombres", "Los nombres")}, "redes/uno/index.html etiquetas/index.html", keeps=STYLE
    ),
    "a tag that becomes known": Case(
        {"estiba.toml": ("[folders]", '[tags.vocabulary.sol]\nlabels = { es = "El sol" }\n[folders]')},
        "luz/cinco/index.html",
        keeps=STYLE,
    ),
    "the spelling of a tag": Case(
        {"casa/nueve.md": note("Nada.", title="Nueve", tags="[Sol]"), "luz/pie.md": note("x", tags="[Sol]")},
        "luz/cinco/index.html",
        keeps="casa/diez/index.html",
    ),
    "the second note of a tag": Case(
        {"redes/entera.md": ("title: Entera", "title: Entera\ntags: [sol]")}, "luz/cinco/index.html"
    ),
    "the last note of a tag": Case(
        {"luz/cinco.md": ("tags: [sol]\n", ""), "luz/seis.md": ("#sol", "")}, "etiquetas/index.html"
    ),
    "a note that goes with another": Case(
        {"luz/pie.md": ("title: Pie", "title: Pie\ntags: [dns]")}, "redes/uno/index.html"
    ),
    "the title of a folder": Case(
        {"redes/index.md": ("# Redes", "# Red")}, "redes/dos/index.html", keeps=STYLE
    ),
    "the title of a folder in the policy": Case(
        {"estiba.toml": ("Claridad", "Brillo")}, "luz/cinco/index.html", keeps=STYLE
    ),
    "a folder's own note": Case({"redes/index.md": None}, "redes/index.html"),
    "a folder more": Case({"aire/a.md": note("A.", title="A")}, FAR, keeps=STYLE),
    "a folder less": Case({path: None for path in VAULT if path.startswith("luz/")}, FAR, keeps=STYLE),
    "a neighbour retitled": Case(
        {"casa/nueve.md": ("title: Nueve", "title: Noveno")}, FAR, keeps="luz/pie/index.html"
    ),
    "a neighbour more": Case({"casa/once.md": note("Once.", title="Once")}, FAR, keeps="luz/pie/index.html"),
    "an unlisted neighbour": Case(
        {"casa/nueve.md": ("title: Nueve", "title: Nueve\nunlisted: true")}, FAR, keeps="luz/pie/index.html"
    ),
    "an unlisted note listed": Case({"luz/oculta.md": ("unlisted: true\n", "")}, "luz/cinco/index.html"),
    "the order of dates": Case(
        {"casa/nueve.md": ("2025-01-10", "2025-01-20")}, "feed.xml cambios/index.html sitemap.xml"
    ),
    "a description": Case(
        {"casa/nueve.md": ("date:", "description: Otra\ndate:")}, "todas-las-notas/index.html feed.xml"
    ),
    "the language of a note": Case({"casa/nueve.md": ("date:", "lang: en\ndate:")}, "casa/nueve/index.html"),
}
FILES = {
    "a picture changed": Case(
        {"luz/plano.png": b"\x89PNG\r\n\x1a\n2"}, "luz/plano.png", keeps="luz/seis/index.html"
    ),
    "a picture gone": Case({"luz/plano.png": None}, "luz/seis/index.html luz/plano.png"),
    "a picture moved": Case(
        {"luz/plano.png": None, "casa/plano.png": VAULT["luz/plano.png"]}, "luz/seis/index.html"
    ),
    "a picture that only a draft shows": Case(
        {"luz/seis.md": ("date:", "draft: true\ndate:")}, "luz/plano.png luz/seis/index.html"
    ),
    "a file with the name of an example's": Case(
        {"casa/diez/compose.yaml": b"services: {}\n", "casa/nueve.md": ("Nada.", "[x](diez/compose.yaml)")},
        "casa/diez/index.html casa/diez/compose.yaml",
        keeps="luz/pie/index.html",
    ),
    "a picture that a style names": Case(
        {"luz/hoja.css": "p {}\n"},
        "luz/hoja.css luz/fondo.png",
        first={
            "luz/hoja.css": "p { background: url(fondo.png) }\n",
            "luz/fondo.png": VAULT["luz/plano.png"],
            "luz/pie.md": ("HTML[^1]", "[x](hoja.css)"),
        },
    ),
    "a file in the place of a folder": Case(
        {"luz/datos/hoja.csv": None, "luz/pie.md": ("datos/hoja.csv", "datos"), "luz/datos": b"1,2\n"},
        "luz/datos",
        first={"luz/datos/hoja.csv": b"1\n", "luz/pie.md": ("HTML[^1]", "[x](datos/hoja.csv)")},
    ),
}
EXAMPLES = {
    "gone": Case(
        {"casa/diez.md": (COMPOSE, "")}, "examples.json casa/diez/compose.yaml", keeps="luz/pie/index.html"
    ),
    "wrong": Case(
        {"casa/diez.md": ("image:", "imagen:")},
        "casa/diez/index.html comprobaciones/unknown-key/index.html",
        keeps="luz/pie/index.html",
    ),
    "well again": Case(
        {"casa/diez.md": ("imagen:", "image:")},
        "casa/diez/index.html comprobaciones/unknown-key/index.html",
        keeps="luz/pie/index.html",
        first={"casa/diez.md": ("image:", "imagen:")},
    ),
    "allowed to be wrong": Case(
        {"casa/diez.md": ("```yaml\n", "```yaml\n# estiba: allow unknown-key -- por probar\n")},
        "casa/diez/index.html",
        keeps="luz/pie/index.html",
        first={"casa/diez.md": ("image:", "cosa: 1\n    image:")},
    ),
    "with its checks off": Case(
        {"estiba.toml": ("[folders]", '[checks]\nunknown-key = "off"\n[folders]')},
        "casa/diez/index.html comprobaciones/unknown-key/index.html",
        keeps=STYLE,
        first={"casa/diez.md": ("image:", "cosa: 1\n    image:")},
    ),
    "of the home page, beside a new text": Case(
        {"luz/pie.md": ("[^1]: Nota.", "[^1]: Otra.")},
        "luz/pie/index.html",
        first={"index.md": f"# Inicio\n{COMPOSE}"},
    ),
    "with a .env beside it": Case(
        {"casa/diez.md": (COMPOSE, f"`.env`:\n\n```env\nCLAVE=x\n```\n{COMPOSE}")},
        "casa/diez/index.html",
        keeps="luz/pie/index.html",
    ),
    "below more text": Case(
        {"redes/uno.md": ("Lo que es.", "Lo que es.\n\nY más.\n\nMucho más.")}, "redes/uno/index.html"
    ),
}
TEXTS = {
    "a draft more": Case({**DRAFT, "casa/nueve.md": ("Nada.", "Algo.")}, "casa/nueve/index.html"),
    "a draft changed": Case(
        {"luz/borrador.md": ("A medias", "Casi"), "casa/nueve.md": ("Nada.", "Algo.")},
        "casa/nueve/index.html",
        first=DRAFT,
    ),
    "abbreviations of the note before": Case(
        {"casa/ocho.md": ("De todo", "De nada"), "luz/pie.md": ("Lenguaje", "Lengua")},
        f"{FAR} luz/pie/index.html",
        keeps="luz/cinco/index.html",
    ),
    "a footnote": Case({"luz/pie.md": ("[^1]: Nota.", "[^1]: Otra.")}, "luz/pie/index.html"),
    "front matter that breaks": Case(
        {"luz/seis.md": ("date: 2025-01-06", "date: [2025-01-06")}, "luz/seis/index.html"
    ),
    "front matter that heals": Case(
        {"luz/seis.md": ("date: [2025-01-06", "date: 2025-01-06")},
        "luz/seis/index.html",
        first={"luz/seis.md": ("date: 2025-01-06", "date: [2025-01-06")},
    ),
    "bytes that are no text": Case({"luz/seis.md": b"\xff\xfe\xff"}, "luz/seis/index.html"),
    "a note that goes and comes": Case(
        {"redes/uno.md": VAULT["redes/uno.md"]}, "redes/dos/index.html", first={"redes/uno.md": None}
    ),
}
SETTINGS = {
    "site_name": Case({"mkdocs.yml": ("Semilla", "Grano")}, FAR, keeps=STYLE),
    "site_url": Case({"mkdocs.yml": ("http://127.0.0.1/", "https://example.org/n/")}, FAR, keeps=STYLE),
    "no site_url": Case(
        {"mkdocs.yml": ("site_url: http://127.0.0.1/\n", "")}, f"{FAR} feed.xml", keeps=STYLE
    ),
    "use_directory_urls": Case(
        {"mkdocs.yml": ("plugins:", "use_directory_urls: false\nplugins:")},
        f"{FAR} casa/ocho.html",
        keeps=STYLE,
    ),
    "option of an extension": Case(
        {"mkdocs.yml": ("plugins:", "markdown_extensions: [{toc: {permalink: '¶'}}]\nplugins:")},
        "redes/uno/index.html",
        keeps=STYLE,
    ),
    "extension": Case(
        {"mkdocs.yml": ("plugins:", "markdown_extensions: [nl2br]\nplugins:")},
        FAR,
        keeps=STYLE,
        first={"casa/ocho.md": ("HTML y", "HTML\ny")},
    ),
    "language": Case({"mkdocs.yml": ("language: es", "language: en")}, FAR, keeps=STYLE),
    "nav": Case({"mkdocs.yml": ("plugins:", "nav: [index.md, casa/nueve.md]\nplugins:")}, FAR, keeps=STYLE),
    "repo_url": Case({"mkdocs.yml": ("casa/notas", "casa/otras")}, FAR, keeps=STYLE),
    "forge": Case({"estiba.toml": ("[folders]", "[forge]\nreport = false\n[folders]")}, FAR, keeps=STYLE),
    "security": Case(
        {"estiba.toml": ("[folders]", '[security.sources]\nimg-src = ["https://example.org"]\n[folders]')},
        f"{FAR} todas-las-notas/index.html _headers",
        keeps=STYLE,
    ),
    "publish": Case({"estiba.toml": ("[tags", 'publish = "opt-in"\n[tags')}, FAR, keeps=STYLE),
    "pages": Case({"estiba.toml": ("[folders]", '[pages]\nnotes = "todas"\n[folders]')}, FAR, keeps=STYLE),
    "template of new notes": Case(
        {"plantillas/nota.md": ("Otra", "Nueva")},
        "todas-las-notas/index.html",
        keeps=FAR,
        first={"plantillas/nota.md": "# {{title}}\n\nOtra {{date}}\n"},
    ),
    "hook": Case(
        {"hooks/own.py": "def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\nMás.'\n"},
        FAR,
        keeps="",
    ),
}
HOME = {"overrides/home.html": '{% extends "main.html" %}{% block content %}Hola{% endblock %}'}
TEMPLATES = {
    "changed": Case({COMMENTS: ("Comentarios", "Qué opinas")}, FAR, keeps=STYLE),
    "added": Case({"overrides/partials/copyright.html": "<p>Mío</p>"}, FAR, keeps=STYLE),
    "of the home page added": Case(HOME, "index.html", keeps=STYLE),
    "of the home page": Case(
        {"overrides/home.html": ("Hola", "Adiós")}, "index.html", keeps=STYLE, first=HOME
    ),
    "style": Case({"overrides/assets/own.css": "p {}\n"}, "assets/own.css", keeps=STYLE),
    "that lists a folder": Case(
        {"casa/nueve.md": ("date:", "description: Otra\ndate:")},
        FAR,
        keeps="",
        first={COMMENTS: "{% for one in page.parent.children or [] %}{{ one.meta.description }}{% endfor %}"},
    ),
    "that reads what the next page is about": Case(
        {"casa/ocho.md": ("title:", "description: Otra\ntitle:")},
        "casa/nueve/index.html",
        keeps="",
        first={COMMENTS: "{{ page.next_page and page.next_page.meta.description }}"},
    ),
    "that reads the text of the next page": Case(
        {"casa/ocho.md": ("De todo", "De nada")},
        "casa/nueve/index.html",
        keeps="",
        first={COMMENTS: "{{ page.next_page and page.next_page.markdown }}"},
    ),
    "that reads the text of another note": Case(
        {"casa/ocho.md": ("De todo", "De nada")},
        "casa/nueve/index.html",
        keeps="",
        first={COMMENTS: "{{ (estiba.note(page.next_page) or page).body }}"},
    ),
    "that looks at all pages": Case(
        {"luz/pie.md": ("[^1]: Nota.", "[^1]: Nota de más.")},
        FAR,
        keeps="",
        first={COMMENTS: "{% for one in pages %}{{ one.page.markdown | length }} {% endfor %}"},
    ),
    "that looks at the navigation": Case(
        {"redes/uno.md": ("date:", "description: Otra\ndate:")},
        FAR,
        keeps="",
        first={
            COMMENTS: "{% for a in nav %}{% for b in a.children or [] %}{{ b.meta.description }}"
            "{% endfor %}{% endfor %}"
        },
    ),
    "with a script of its own, by the depth of a page": Case(
        {"casa/honda/sima.md": note("Sima.", title="Sima")},
        FAR,
        keeps=STYLE,
        first={COMMENTS: "<script>const base = {{ base_url | tojson }}</script>"},
    ),
}
SITE = {
    "files gone, changed and added": Case(
        {
            f"site/{FAR}": None,
            "site/redes/uno/index.html": "<p>Otra</p>",
            "site/luz/plano.png": b"\x89PNG\r\n\x1a\n9",
            f"site/{STYLE}": "",
            "site/casa/otro/index.html": "<p>Otra</p>",
            "site/feed.xml": "",
            "site/casa/diez/compose.yaml": "services: {}\n",
        },
        "",
        keeps="casa/nueve/index.html",
    ),
    "a page that is a folder": Case(
        {f"site/{FAR}": None, f"site/{FAR}/x": "1"}, "", keeps="casa/nueve/index.html"
    ),
}
GROUPS = {
    "link": LINKS,
    "embed": EMBEDS,
    "list": LISTS,
    "file": FILES,
    "example": EXAMPLES,
    "text": TEXTS,
    "setting": SETTINGS,
    "template": TEMPLATES,
    "site": SITE,
}
CASES = {f"{group}: {name}": case for group, cases in GROUPS.items() for name, case in cases.items()}
