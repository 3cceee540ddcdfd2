"""A volume that is not declared.

What it reports: a mount whose source Compose takes for a volume's name, since it begins with
none of `/`, `.` and `~`, and that `volumes:` at the top of the file does not have. Where the
source looks like a path, or like a place for one (`<path>`), it says so.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  db:
    image: example/db:2.1
    volumes:
      - data:/var/lib/db
        ^
````

Good:

````yaml
services:
  db:
    image: example/db:2.1
    volumes:
      - data:/var/lib/db
volumes:
  data:
````
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from estiba.checks.nearest import Suggestions
from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.checks.undeclared import undeclared_name
from estiba.compose.formats.mounts import is_path
from estiba.compose.project.mentions import Mention
from estiba.compose.project.profiles import is_always_started
from estiba.compose.project.targets import effective_mounts
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
_NAME = re.compile(r"[a-zA-Z0-9._-]+")
_RELATIVE_PATH = re.compile(r"[\w.@+-]+(?:/[\w.@+-]*)+")


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each undeclared volume of a service that is started without a profile."""
    return iter(()) if subject.model.includes else each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    declared, suggestions = subject.model.section("volumes"), Suggestions()
    for service in subject.services.values():
        for placed in effective_mounts(service) if is_always_started(service) else ():
            mount = placed.mount
            if mount is None or mount.type != "volume" or not mount.source or mount.source in declared:
                continue
            variant = _variant(mount.source)
            if variant:
                place = placed.source_path
                yield subject.problem("undefined-volume", SEVERITY, place, variant, name=mount.source)
            else:
                mention = Mention(mount.source, placed.source_path)
                yield undeclared_name(subject, "undefined-volume", mention, declared, suggestions)


def _variant(source: str) -> str:
    """Say what a source is that can be no volume's name; nothing where it can."""
    if _NAME.fullmatch(source) and not is_path(source):
        return ""
    if is_path(source):
        return "bind"
    return "path" if _RELATIVE_PATH.fullmatch(source) else "placeholder"
