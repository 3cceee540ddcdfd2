"""Notes in the shape of a real one on a service that runs at home: some 4.7 kB each, made by rule."""

from __future__ import annotations

from collections.abc import Iterator

_WORDS = """
    acceso aplicación arranque archivo autenticación cable cambio carpeta certificado clave cliente conexión
    configuración contenedor copia cuenta datos disco dispositivo dominio enlace equipo estado fallo filtro
    firma grupo historial imagen interfaz latencia lectura límite mensaje módulo nodo nombre panel permiso
    puerto red registro respaldo ruta servicio servidor sesión tarea token tráfico túnel usuario ventana
    versión volumen zona
""".split()
_TAGS = """
    acceso audio automatización backup bases-de-datos calendario cámaras cifrado código contraseñas correo
    descargas dns documentos domótica fotos juegos libros malla mensajería monitorización música notas
    notificaciones panel proxy redes registro rss seguridad sincronización tareas vídeo vigilancia vpn wiki
""".split()


def note_text(number: int) -> str:
    """Give the text of note `number`.

    Front matter, a paragraph, two lists of six and five items, a card that a plugin of Obsidian made of a
    link, an example of two services, and a list that explains it.
    """
    words = _words(number)
    tags = ", ".join(sorted({_TAGS[number * step % len(_TAGS)] for step in (1, 5, 7, 11)}))
    name, port = f"servicio-{number:05}", 1024 + number
    features = "\n".join(f"- **{_phrase(words, 2)}:** {_phrase(words, 18)}." for _ in range(6))
    merits = "\n".join(f"- **{_phrase(words, 1)}:** {_phrase(words, 14)}." for _ in range(5))
    return f"""---
title: Servicio {number:05}
description: {_phrase(words, 9)}
date: 2024-{number % 12 + 1:02}-{number % 28 + 1:02}
mod: 2025-{number % 12 + 1:02}-{number % 28 + 1:02}
published: true
tags: [{tags}]
---

# Servicio {number:05}

{_phrase(words, 28)}. {_phrase(words, 14)}, **{_phrase(words, 2)}**.

## Funcionalidades clave

{features}

## Ventajas

{merits}

{_card(name, _phrase(words, 12))}

## Docker compose (como sidecar)

{_phrase(words, 20)}.

```yml
services:
  {name}:
    image: example/{name}:1.{number % 10}.2
    network_mode: service:salida
    depends_on:
      - salida

  salida:
    image: example/salida:2.{number % 7}
    container_name: salida-{number:05}
    hostname: {name}
    ports:
      - "127.0.0.1:{port}:80"
    environment:
      - CLAVE=clave-xxxxxxxxxxxxxxxxxxxx
      - TZ=Europe/Madrid
    volumes:
      - ./datos-{number:05}:/var/lib/salida
    cap_drop:
      - ALL
    restart: unless-stopped
```

- **network_mode: service:salida:** {_phrase(words, 14)} `salida`.
- **hostname:** {_phrase(words, 10)}.
- **CLAVE:** {_phrase(words, 22)}.
"""


def _words(number: int) -> Iterator[str]:
    place = number
    while True:
        place = (place * 75 + 74) % 65537
        yield _WORDS[place % len(_WORDS)]


def _phrase(words: Iterator[str], count: int) -> str:
    return " ".join(next(words) for _ in range(count)).capitalize()


def _card(name: str, text: str) -> str:
    """Write a link with title, text and picture, as plugins of Obsidian leave it in a note."""
    line = (
        "font-family: sans-serif; margin: 0; display: -webkit-box; -webkit-box-orient: vertical;"
        " overflow: hidden; -webkit-line-clamp:"
    )
    address = f"https://example.org/{name}"
    picture = (
        f"background-image: url(https://example.org/pictures/{name}.png); background-position: center center;"
        " background-size: cover; background-repeat: no-repeat; padding-bottom: 120px;"
        " background-color: var(--background-secondary);"
    )
    return (
        '<div class="obsidian-meta-links" style="position: relative;">'
        f'<a href="{address}" target="_blank" style="border: 1px solid var(--background-modifier-border);'
        " margin: 20px 0; border-radius: 3px; width: 100%; display: flex; text-decoration: none;"
        ' background-color: var(--background-primary);">'
        '<div style="height: 100%; width: 35%; min-width: 120px; overflow: hidden;'
        f' border-right: 1px solid var(--background-modifier-border);"><div style="{picture}"></div></div>'
        '<div style="padding: 8px; width: 75%; overflow: hidden;">'
        f'<h5 style="{line} 1; font-size: 1.125rem; color: var(--text-normal);">{name}</h5>'
        f'<p style="{line} 2; font-size: 1rem; color: var(--text-muted);">{text}</p>'
        f'<p style="{line} 1; font-size: 1rem; color: var(--text-faint);">{address}</p>'
        "</div></a></div>"
    )
