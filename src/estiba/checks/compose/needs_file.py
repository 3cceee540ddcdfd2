"""Something that the reader of an example must bring.

What it reports: files that the example names (`env_file`, `label_file`, `include`, `extends`
with `file`, files of secrets and configs), the folder that an image is built from, and
networks, volumes, secrets and configs that must be there before it is started (`external`).

Why it matters: without them Docker Compose stops, or makes an empty folder where a file was
meant. Say in the note where they come from.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    env_file: web.env
              ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    environment:
      NGINX_PORT: 8080
````
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from estiba.checks.subjects import PlacedExample
from estiba.compose.reading.tree import Path
from estiba.problem import Problem, Severity

SEVERITY = Severity.INFO
_EXTERNAL = ("networks", "volumes", "secrets", "configs")
_URLS = ("http://", "https://", "git://", "git@", "ssh://", "oci://")


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each file, folder and external thing."""
    for variant, name, path in _needed(subject):
        if name and path not in subject.model.open:
            yield subject.problem("needs-file", SEVERITY, path, variant, name=name)


def _needed(subject: PlacedExample) -> Iterator[tuple[str, str, Path]]:
    for name, path in _paths(subject.values.root.get("include"), ("include",)):
        yield "file", name, path
    for service in subject.services.values():
        for key in ("env_file", "label_file"):
            for name, path in _paths(service.body.get(key), (*service.path, key)):
                yield "file", name, path
        file = service.text("extends", "file")
        if file:
            yield "file", file, (*service.path, "extends", "file")
        yield from _build(service.body.get("build"), (*service.path, "build"))
    for kind in _EXTERNAL:
        for name, body in subject.model.section(kind).items():
            if isinstance(body, dict):
                yield from _declared(kind, name, body)


def _declared(kind: str, name: str, body: dict[str, Any]) -> Iterator[tuple[str, str, Path]]:
    external = body.get("external")
    if external not in (None, False):
        inner = external.get("name") if isinstance(external, dict) else None
        called = next((one for one in (body.get("name"), inner) if isinstance(one, str)), name)
        yield f"external-{kind}", called, (kind, name, "external")
    elif isinstance(body.get("file"), str):
        yield "file", body["file"], (kind, name, "file")


def _paths(found: Any, path: Path) -> Iterator[tuple[str, Path]]:
    """Give the required files of a text, a list, or a list of mappings with `path`."""
    if isinstance(found, str):
        yield found, path
    for index, entry in enumerate(found if isinstance(found, list) else ()):
        wanted = entry if isinstance(entry, dict) else {}
        if isinstance(entry, str):
            yield entry, (*path, index)
        elif wanted.get("required") is not False:
            yield from _paths(wanted.get("path"), (*path, index, "path"))


def _build(found: Any, path: Path) -> Iterator[tuple[str, str, Path]]:
    if isinstance(found, dict) and "context" in found:
        path, found = (*path, "context"), found["context"]
    elif isinstance(found, dict) and "dockerfile_inline" not in found:
        found = "."
    if isinstance(found, str) and not found.startswith(_URLS):
        yield "context", found, path
