"""An image without a version.

What it reports: an image without a tag, or with the tag `latest`, that the file does not
build itself. A digest (`@sha256:…`) is a version.

Why it matters: the same file gives another program next month, perhaps one that cannot
read the data of the old one, and nobody can say which one ran before.

Bad:

````yaml
services:
  web:
    image: nginx
           ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.problem import Problem, Severity

SEVERITY = Severity.ADVICE
_EMPTY = "scratch"
_EXAMPLES = {
    "alpine": "3.22",
    "busybox": "1.37",
    "caddy": "2.10",
    "debian": "13",
    "httpd": "2.4",
    "mariadb": "11.8",
    "mongo": "8.0",
    "mysql": "8.4",
    "nginx": "1.29",
    "postgres": "18",
    "redis": "8.2",
    "traefik": "v3.5",
    "ubuntu": "24.04",
}


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each such image."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    for service in subject.services.values():
        image = service.image
        if image is None or not image.floating or image.name == _EMPTY or "build" in service.body:
            continue
        untagged = image.written.removesuffix(":latest")
        version = _EXAMPLES.get(image.name, "<version>")
        variant = "latest" if image.tag else "untagged"
        path = (*service.path, "image")
        example = f"{untagged}:{version}"
        yield subject.problem("floating-tag", SEVERITY, path, variant, image=image.written, example=example)
