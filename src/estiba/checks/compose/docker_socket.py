"""The socket of Docker, given to a container.

What it reports: a mount of the socket of Docker, Podman or containerd, and
`use_api_socket: true`. `:ro` makes no difference, since it protects the file of the socket
and not what is said through it. The proxies whose trade it is to guard the socket are let through.

Why it matters: whoever speaks to it can start a container that mounts the whole disk, and
so is root on the host (or its user, where Docker or Podman runs without root).

Bad:

````yaml
services:
  watchtower:
    image: containrrr/watchtower:1.7.1
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
        ^
````

Good:

````yaml
services:
  watchtower:
    image: containrrr/watchtower:1.7.1
    environment:
      DOCKER_HOST: tcp://guard:2375
  guard:
    image: tecnativa/docker-socket-proxy:0.4
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock:ro
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.once import each_place_once
from estiba.checks.subjects import PlacedExample
from estiba.compose.facts.host_paths import is_engine_socket, is_of_user
from estiba.problem import Problem, Severity

SEVERITY = Severity.ADVICE
_GUARDS = ("docker-socket-proxy", "socket-proxy")


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each mount of a socket, and each wish for one."""
    return each_place_once(_find(subject))


def _find(subject: PlacedExample) -> Iterator[Problem]:
    for service in subject.services.values():
        image = service.image
        if image is not None and image.repository.rpartition("/")[2] in _GUARDS:
            continue
        for placed in service.mounts:
            source = placed.mount.source if placed.mount is not None else ""
            if is_engine_socket(source):
                variant = "user" if is_of_user(source) else "mount"
                yield subject.problem("docker-socket", SEVERITY, placed.source_path, variant, source=source)
        if service.body.get("use_api_socket") is True:
            yield subject.problem("docker-socket", SEVERITY, (*service.path, "use_api_socket"), "key")
