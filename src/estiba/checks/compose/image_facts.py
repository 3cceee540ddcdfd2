"""Something that is known of an image, and that the service does not heed.

What it reports: variables without which the image does not start; data that are lost with the
container, since nothing is mounted where the image keeps them; capabilities and devices that it
cannot do without, or that do nothing in it; variables that it no longer reads. Each with the page
of the image's documentation. What an `env_file` may hold, or a variable that the reader sets, is
taken to be right, and nothing is said of images that the file builds itself, nor is anything
missed in a service that is hardly more than the name of its image, or in an example of a note in
which a comment that begins with `...` stands for lines left out.

Why it matters: the example looks right, and whoever copies it ends without a service, or
without their data.

Bad:

````yaml
services:
  kuma:
    image: louislam/uptime-kuma:2.0.2
           ^
    restart: unless-stopped
    ports:
      - "127.0.0.1:3001:3001"
````

Good:

````yaml
services:
  kuma:
    image: louislam/uptime-kuma:2.0.2
    restart: unless-stopped
    ports:
      - "127.0.0.1:3001:3001"
    volumes:
      - ./kuma:/app/data
````
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.compose.facts.image_facts.evaluation import unheeded
from estiba.problem import Problem, Severity

SEVERITY = Severity.WARNING
_LEFT_OUT = re.compile(r"^[ \t]*#[ \t]*(?:\.{3}|\u2026)", re.MULTILINE)
_OF_WHAT_IS_THERE = frozenset({"no_mount", "renamed"})
"""Kinds of facts that hold whatever is left out."""


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each fact that a service does not heed, once where several share the line."""
    said = set()
    is_whole = not (subject.in_note and _LEFT_OUT.search(subject.example.text))
    for service in subject.services.values():
        for finding in unheeded(service):
            fact = finding.fact
            place = fact.name, subject.place_of(finding.path)
            if place in said or not (is_whole or fact.kind in _OF_WHAT_IS_THERE):
                continue
            said.add(place)
            yield subject.problem(
                "image-facts",
                SEVERITY,
                finding.path,
                fact.variant,
                at_key=finding.at_key,
                image=service.image.name if service.image else "",
                detail=finding.detail,
                instead=finding.instead,
                source=fact.source,
            )
