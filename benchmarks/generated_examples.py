"""Compose files such as people put into documents, made by rule: the same call gives the same texts.

Their sizes and what is in them follow some five hundred examples out of public documentation:
half have 15 lines or fewer, one in ten more than 40, one in a hundred more than 100; one in six
says `version:`, one in fourteen has a variable, one in twenty-five an anchor, one in ten a fault.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

_NAMES = "web db cache proxy app worker api redis postgres grafana tailscale vaultwarden".split()
_TAGS = ":latest|:1.29|:16-alpine|:2.4.1|".split("|")
_FIELDS = {
    "container_name: {name}": 0.32,
    "restart: unless-stopped": 0.4,
    "ports:\n- '{port}:80'\n- 127.0.0.1:{more}:443/tcp": 0.54,
    "environment:\n- TZ=Europe/Madrid\n- PUID=1000\n- DB_PASSWORD=${{DB_PASSWORD:-cambiame}}": 0.07,
    "environment:\n- TZ=Europe/Madrid\n- PUID=1000\n- LOG_LEVEL=info": 0.25,
    "environment:\n  TZ: Europe/Madrid\n  DB_HOST: db\n  DB_PASSWORD: secreto": 0.3,
    "volumes:\n- ./{name}:/config\n- /etc/localtime:/etc/localtime:ro": 0.5,
    "volumes:\n- data:/var/lib/{name}": 0.15,
    "networks:\n- front": 0.2,
    "depends_on:\n- {first}": 0.1,
    "command: --port 8080 --log-level info": 0.1,
    "deploy:\n  resources:\n    limits:\n      cpus: '0.5'\n      memory: 512M": 0.15,
    "labels:\n- traefik.enable=true\n- traefik.http.routers.{name}.rule=Host(`{name}.example.com`)": 0.1,
    "healthcheck:\n  test: [CMD, curl, -f, http://localhost]\n  interval: 30s": 0.05,
    "cap_add:\n- NET_ADMIN": 0.03,
    "shm_size: 128mb": 0.08,
    "<<: *shared": 0.04,
}
_FAULTS = (
    ("ports:", "port:"),
    ("restart: unless-stopped", "restart: [always]"),
    ("'8", "'8x"),
    ("512M", "512Mi"),
    ("  image: ", "   image: "),
    ("- data:", "- date:"),
    ("${", "${ "),
)


def examples(count: int) -> Iterator[str]:
    """Give `count` Compose files."""
    for number in range(count):
        yield _example(random.Random(number))


def _example(chance: random.Random) -> str:
    wanted = chance.choices((1, 2, 3, 5, 9), (60, 22, 10, 6, 2))[0]
    names = chance.sample(_NAMES, wanted)
    services = "".join(_service(chance, name, names[0]) for name in names)
    text = f"services:\n{services}"
    if chance.random() < 0.17:
        text = f"version: '3.8'\n{text}"
    if "*shared" in text:
        text = f"x-shared: &shared\n  restart: always\n{text}"
    for mark, section in (("- data:", "volumes:\n  data:\n"), ("- front", "networks:\n  front: {}\n")):
        text += section if mark in text else ""
    if chance.random() < 0.1:
        right, wrong = chance.choice(_FAULTS)
        text = text.replace(right, wrong, 1)
    return text


def _service(chance: random.Random, name: str, first: str) -> str:
    body = f"image: example/{name}{chance.choice(_TAGS)}\n"
    taken = set[str]()
    for field, share in _FIELDS.items():
        key = field.partition(":")[0]
        if key in taken or chance.random() > share or (key == "depends_on" and name == first):
            continue
        taken.add(key)
        port = chance.randrange(8000, 8999)
        body += field.format(name=name, first=first, port=port, more=port + 1000) + "\n"
    return f"  {name}:\n" + "".join(f"    {line}\n" for line in body.splitlines())
