"""The name of an image that no registry can have.

What it reports: capital letters, spaces, placeholders (`<version>`, `…`) and whatever else the
names of images do not allow.

Why it matters: Docker Compose takes the file, and Docker then cannot fetch the image.

Bad:

````yaml
services:
  web:
    image: Nginx:1.29
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
from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.images import read_image
from estiba.problem import Problem, Severity

SEVERITY = Severity.WARNING


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each such name, at the character that is wrong."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    for service in subject.services.values():
        path = (*service.path, "image")
        written = service.text("image")
        if not written or path in subject.values.unset:
            continue
        try:
            read_image(written)
        except FormatFault as fault:
            offset = 0 if path in subject.values.templates else fault.offset
            yield subject.problem(
                "bad-image",
                SEVERITY,
                path,
                fault.kind,
                offset=offset or None,
                image=written,
                detail=fault.detail,
            )
