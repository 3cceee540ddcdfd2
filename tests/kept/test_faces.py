from __future__ import annotations

import datetime as dt

import pytest

from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.kept.faces import face_of
from estiba.kept.findings import judge_alone
from estiba.vault.note import read_note

NOTE = """---
title: Red
description: Una red.
date: 2025-01-01
tags: [redes]
---

# Red

Primera frase de la nota.

## Uso

Con [[otra|otra nota]] se entiende. ^uso

```yaml
services:
  web:
    image: nginx:1.29
```
"""
RULES = Rules(Config(), dt.date(2026, 1, 1))


def face(text):
    note = read_note(text.encode(), "a.md", Config())
    return face_of(note, judge_alone(note, RULES).findings)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Primera frase", "Otra frase"),
        ("\n## Uso", "\nUna línea más.\n\n## Uso"),
        ("# Red\n\nPrimera", "# Red\n\n\n\nPrimera"),
    ],
)
def test_a_text_may_be_another_behind_the_same_face(old, new):
    assert face(NOTE.replace(old, new)) == face(NOTE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Red", "title: Redes"),
        ("# Red\n", "# Otro\n"),
        ("Una red.", "Otra red."),
        ("2025-01-01", "2025-01-02"),
        ("tags: [redes]", "tags: [redes, casa]"),
        ("tags:", "unlisted: true\ntags:"),
        ("tags:", "published: false\ntags:"),
        ("tags:", "aliases: [Malla]\ntags:"),
        ("tags:", "lang: en\ntags:"),
        ("tags:", "mio: 1\ntags:"),
        ("Primera frase", "Primera #etiqueta frase"),
        ("## Uso", "## Usos"),
        ("## Uso", "### Uso"),
        ("^uso", "^usa"),
        ("[[otra|", "[[tercera|"),
        ("otra nota", "una nota"),
        ("se entiende", "se comprende"),
        ("Primera frase", 'Primera <b id="x">frase</b>'),
        ("nginx:1.29", "nginx:1.30"),
        ("```yaml", '```yaml title="compose.yaml"'),
        ("    image", "    imagen"),
    ],
)
def test_what_others_can_show_of_a_note_is_its_face(old, new):
    assert face(NOTE.replace(old, new, 1)) != face(NOTE)


def test_verdicts_are_of_the_face():
    said = NOTE.replace("```yaml", "<!-- estiba: allow unknown-key -- así es -->\n\n```yaml").replace(
        "    image", "    imagen: x\n    image"
    )
    assert face(said) != face(said.replace("allow unknown-key", "allow bad-port"))
