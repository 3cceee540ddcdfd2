"""Two values that contradict one another.

What it reports: `scale` beside other `deploy.replicas`; `cpus`, `mem_limit`, `mem_reservation`
and `pids_limit` beside other values under `deploy.resources`, where what is left out counts as
zero; a `platform` that `build.platforms` lacks; a path on which two things are mounted; files
that `develop.watch` is to copy to nowhere.

Why it matters: Docker Compose refuses the file.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    mem_limit: 512m
               ^
    deploy:
      resources:
        limits:
          memory: 1g
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    deploy:
      resources:
        limits:
          memory: 1g
````
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.project.profiles import is_always_started
from estiba.compose.project.resources import contradictions
from estiba.compose.project.service import Service
from estiba.compose.project.targets import mounted_twice
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
_CHECK = "conflicting-value"


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each contradiction in a service that is started without a profile."""
    return each_place_once(
        problem
        for service in subject.services.values()
        if is_always_started(service)
        for judge in (_resources, _platform, _targets, _watched)
        for problem in judge(subject, service)
    )


def _resources(subject: PlacedExample, service: Service) -> Iterator[Problem]:
    for one in contradictions(service):
        words: dict[str, Any] = {"key": ".".join(one.keys), "value": one.value, "other": ".".join(one.other)}
        variant = "left-out" if one.said is None else "distinct"
        path = service.path + one.keys
        yield subject.problem(_CHECK, SEVERITY, path, variant, **words, said=one.said or "")


def _platform(subject: PlacedExample, service: Service) -> Iterator[Problem]:
    build, platform = service.body.get("build"), service.text("platform")
    platforms = build.get("platforms") if isinstance(build, dict) else None
    if not platform or not platforms or not isinstance(platforms, list) or platform in platforms:
        return
    path = (*service.path, "build", "platforms")
    if not any(service.is_open((*path, index)) for index in range(len(platforms))):
        words: dict[str, Any] = {"value": platform, "platforms": ", ".join(map(str, platforms))}
        yield subject.problem(_CHECK, SEVERITY, (*service.path, "platform"), "platform", **words)


def _targets(subject: PlacedExample, service: Service) -> Iterator[Problem]:
    for twice in mounted_twice(service):
        line = subject.place_of(twice.first).line
        yield subject.problem(_CHECK, SEVERITY, twice.path, "target", value=twice.target, first=line)


def _watched(subject: PlacedExample, service: Service) -> Iterator[Problem]:
    develop = service.body.get("develop")
    watched = develop.get("watch") if isinstance(develop, dict) else None
    for index, entry in enumerate(watched if isinstance(watched, list) else ()):
        path = (*service.path, "develop", "watch", index)
        if not isinstance(entry, dict) or service.is_open((*path, "target")):
            continue
        action = entry.get("action")
        if isinstance(action, str) and action.startswith("sync") and entry.get("target", "") == "":
            yield subject.problem(_CHECK, SEVERITY, (*path, "action"), "watch", value=action)
