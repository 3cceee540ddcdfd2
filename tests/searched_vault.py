"""A vault to search in: each part of it is there for what one test looks for."""

from __future__ import annotations

import json

CONFIG = """site_name: Semilla
site_url: http://127.0.0.1/x/
theme:
  name: material
  language: es
plugins: [estiba]
"""
POLICY = """
[tags.vocabulary.red]
labels = { es = "Red" }
synonyms = ["network"]
"""
INNER = "Facetas \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} Dentro"
"""How the search calls the folder in a folder."""
HOSTILE_TITLE = "</title><script>alert('title')</script>"
HOSTILE_TAG = "<img src=x onerror=alert('tag')>"
HOSTILE_FOLDER = "carpeta <script>alert('folder')<script>"
HOSTILE_TEXT = "<img src=x onerror=alert('text')>"
EXAMPLE = """```yaml
services:
  almacen:
    image: postgres:17.2
    ports:
      - "127.0.0.1:5432:5432"
    environment:
      POSTGRES_PASSWORD: ${CLAVE:?}
    volumes:
      - datos:/var/lib/postgresql/data

volumes:
  datos: {}
```
"""


def note(title: str, text: str, *, tags: tuple[str, ...] = (), lang: str = "") -> str:
    """Give a note with that front matter."""
    front = [f"title: {json.dumps(title)}", "date: 2025-01-01", f"tags: {json.dumps(tags)}"]
    return "\n".join(["---", *front, *([f"lang: {lang}"] if lang else []), "---", "", text, ""])


LONG = "Un texto corriente, con palabras que nadie busca aquí y que solo hacen bulto. " * 30

VAULT: dict[str, str | bytes] = {
    "estiba.toml": POLICY,
    "index.md": note("Semilla", "La portada."),
    # words without accents
    "acentos.md": note(
        "Acentos",
        "La instalación, la configuración, la conexión, la cámara, la música, el teléfono, la contraseña"
        " y la página.",
    ),
    # what comes first
    "orden/titulo.md": note("Alfa", LONG),
    "orden/en-el-titulo.md": note("Proyecto alfa", LONG),
    "orden/compuesta.md": note("Auth con quetzal", "Lo hace quetzal-forward-auth."),
    "orden/etiqueta.md": note("Con etiqueta", LONG, tags=("alfa",)),
    "orden/texto.md": note("En el texto", "Aquí alfa, y otra vez alfa, y alfa. " + LONG),
    "orden/principio.md": note("Solo al principio", "El alfabeto. " + LONG),
    "orden/cuna.md": note("Con ene", "Aquí hay una cuna."),
    "orden/cuña.md": note("Con eñe", "Aquí hay una cuña."),
    # sections
    "secciones.md": note(
        "Secciones",
        "Nada al principio.\n\n## Primera\n\nUn zorzal.\n\n## Segunda\n\nUn zorzal y otro zorzal.\n\n"
        "## Tercera\n\nUn zorzal.\n\n## Cuarta\n\nUn zorzal.\n\n## Quinta\n\nUn zorzal.\n",
    ),
    # examples
    "servicios/base.md": note("Base de datos", EXAMPLE, tags=("docker",)),
    # languages
    "idiomas/redes.md": note("Grafana en casa", "Paneles con grafana."),
    "idiomas/networks.md": note("Panels", "Grafana carried widgets.", lang="en"),
    # facets: a word, and tags that divide its notes
    "facetas/uno.md": note("Uno", "Un cormorán.", tags=("vpn", "Docker", "copia de seguridad")),
    "facetas/dos.md": note("Dos", "Un cormorán.", tags=("red/dns", "docker")),
    "facetas/tres.md": note("Tres", "Un cormorán.", tags=("network", "redes")),
    "facetas/dentro/cuatro.md": note("Cuatro", f"Un cormorán.\n\n{EXAMPLE}", tags=("vpn", "docker")),
    # more than are shown at once
    **{
        f"muchas/{number:02}.md": note(f"Golondrina {number:02}", "Vuela.", tags=(f"ave{number:02}",))
        for number in range(1, 24)
    },
    # names and texts that are not what they seem
    "con espacios/nota rara #1.md": note("Nombre raro", "Un flamenco.\n\n## Una sección\n\nOtro flamenco.\n"),
    f"{HOSTILE_FOLDER}/hostil.md": note(
        HOSTILE_TITLE,
        f"Una palabrarara con `{HOSTILE_TEXT}` y `&lt;b&gt;`.\n\n## `{HOSTILE_TEXT}`\n\nOtra palabrarara.\n",
        tags=(HOSTILE_TAG, "vpn"),
    ),
}
