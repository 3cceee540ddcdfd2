"""Vaults of any size, made by rule: the same call gives the same bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

Shape = Literal["one-folder", "own-folders", "folders-of-fifty"]

_WORDS = "red servidor copia volumen puerto imagen clave usuario servicio datos proxy certificado".split()


def write_vault(root: Path, notes: int, *, shape: Shape = "folders-of-fifty") -> None:
    """Write `notes` notes below `root`/docs, and an mkdocs.yml with `plugins: [estiba]`."""
    write_notes(root / "docs", notes, note_text, shape=shape)
    (root / "mkdocs.yml").write_text(
        "site_name: Generated\nsite_url: http://127.0.0.1/\nplugins: [estiba]\n", "utf-8"
    )


def write_notes(
    docs: Path,
    notes: int,
    text: Callable[[int], str],
    *,
    shape: Shape = "folders-of-fifty",
    home: str = "index.md",
) -> None:
    """Write `notes` notes, each by its number, below `docs`, and the page `home`."""
    docs.mkdir(parents=True)
    (docs / home).write_text("# Generated\n\nA vault made by rule.\n", "utf-8")
    for number in range(notes):
        path = docs / note_path(number, shape)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text(number), "utf-8")


def note_text(number: int) -> str:
    """Give the text of note `number`: some 40 lines with one example."""
    words = [_WORDS[(number * 7 + shift * 5) % len(_WORDS)] for shift in range(8)]
    tags = ", ".join(sorted({words[0], words[1], words[2]}))
    prose = " ".join(words)
    return f"""---
title: Servicio {number:05}
description: Nota número {number:05} sobre {words[0]} y {words[1]}.
date: 2025-01-{number % 28 + 1:02}
mod: 2025-02-{number % 28 + 1:02}
published: true
tags: [{tags}]
---

# Servicio {number:05}

{prose.capitalize()}.

## Funcionalidades

- **{words[3]}:** {prose}.
- **{words[4]}:** {prose}.

## Docker Compose

```yaml
services:
  app{number:05}:
    image: example/app{number:05}:1.{number % 10}
    ports:
      - "127.0.0.1:8080:80"
    environment:
      TZ: Europe/Madrid
    volumes:
      - data:/data
    restart: unless-stopped

volumes:
  data: {{}}
```

- **ports:** {prose}.
"""


def note_path(number: int, shape: Shape = "folders-of-fifty") -> str:
    """Give where note `number` stands below the notes' folder."""
    name = f"servicio-{number:05}.md"
    if shape == "one-folder":
        return f"todas/{name}"
    if shape == "own-folders":
        return f"carpeta-{number:05}/{name}"
    return f"grupo-{number // 50:03}/{name}"
