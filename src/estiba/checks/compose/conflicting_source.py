"""Something that is declared with no source, or with two.

What it reports: a secret or config without exactly one of `file`, `environment` and (for
configs) `content`; a volume that is `external` and yet says how it is made; a name both in
`name` and in the old `external.name`; a build with `dockerfile` and `dockerfile_inline`.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    configs: [site]
configs:
  site:
    environment: SITE
    content: server { listen 80; root /srv; }
    ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    configs: [site]
configs:
  site:
    content: server { listen 80; root /srv; }
````
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.project.profiles import is_always_started
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
_CHECK = "conflicting-source"
_SOURCES = {"secrets": ("file", "environment"), "configs": ("file", "environment", "content")}
_SECTIONS = ("networks", "volumes", "secrets", "configs")


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each thing at the top of the file, and each build, with no source or too many."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    for section in _SECTIONS:
        for name, body in subject.model.section(section).items():
            if not isinstance(body, dict):
                continue
            yield from _names(subject, (section, name), body)
            if section == "volumes":
                yield from _external(subject, name, body)
            elif section in _SOURCES:
                yield from _sources(subject, (section, name), body)
    for service in subject.services.values():
        file = service.text("build", "dockerfile")
        if file and service.text("build", "dockerfile_inline") and is_always_started(service):
            path = (*service.path, "build", "dockerfile_inline")
            yield subject.problem(_CHECK, SEVERITY, path, "dockerfile", at_key=True, value=file)


def _names(subject: PlacedExample, path: tuple[str, str], body: dict[str, Any]) -> Iterator[Problem]:
    external, name = body.get("external"), body.get("name")
    inner = external.get("name") if isinstance(external, dict) else None
    if {(*path, "name"), (*path, "external", "name")} & subject.model.open:
        return
    if isinstance(inner, str) and isinstance(name, str) and inner != name:
        words: dict[str, Any] = {"value": inner, "name": name}
        yield subject.problem(_CHECK, SEVERITY, (*path, "external", "name"), "names", **words)


def _external(subject: PlacedExample, name: str, body: dict[str, Any]) -> Iterator[Problem]:
    if not _is_external(body) or ("volumes", name, "external") in subject.model.open:
        return
    for key in body:
        if key not in ("name", "external") and not str(key).startswith("x-"):
            path = ("volumes", name, key)
            yield subject.problem(_CHECK, SEVERITY, path, "external", at_key=True, name=name, key=key)


def _sources(subject: PlacedExample, path: tuple[str, str], body: dict[str, Any]) -> Iterator[Problem]:
    section, name = path
    found = [key for key in _SOURCES[section] if key in body]
    if len(found) > 1:
        words: dict[str, Any] = {"name": name, "first": found[0], "second": found[1]}
        yield subject.problem(_CHECK, SEVERITY, (*path, found[1]), "two", at_key=True, **words)
    elif not found and section == "configs" and "external" not in body:
        yield subject.problem(_CHECK, SEVERITY, path, "no-config", at_key=True, name=name)
    elif section == "secrets" and not _is_external(body) and (*path, "external") not in subject.model.open:
        if not found:
            yield subject.problem(_CHECK, SEVERITY, path, "no-secret", at_key=True, name=name)
        elif body.get("environment") == "" and (*path, "environment") not in subject.model.open:
            yield subject.problem(_CHECK, SEVERITY, (*path, "environment"), "no-variable", name=name)


def _is_external(body: dict[str, Any]) -> bool:
    return body.get("external") is True or isinstance(body.get("external"), dict)
