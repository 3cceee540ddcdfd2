"""Good Compose files with slips in them, such as people make: a strategy of Hypothesis."""

from __future__ import annotations

import re

from hypothesis import strategies as st

Draw = st.DrawFn

_SCALARS = """
    80 "80" 0 -1 1.5 1e3 0x50 080 true false yes no "true" null ~ '' a a.b a/b ./a /a a:b "a:b" a=b
    2024-01-01 .inf 1_000 [] {} [a] {a:\xa0b} [1] 10s 10 "10" 1d 5m3 512m 512Mi 1g b db service:b
    service:nobody container:c host none 1.1.1.1 "::1" "8080:80" 8080:80 "80/tcp" "1-2:3-4" a:/b nobody:/b
    ./a:/b:ro ${X} ${X:-1} ${X:-a} "$$" "$" "${" "${}" "${X" "${X.y}" "$X" !reset !!str !!int &q *q
    CMD always unless-stopped on-failure "" '"' "'" @ ` %
""".split()
_FIELDS = """
depends_on: [nobody]
depends_on: {b: {condition: service_healthy}}
depends_on: [b, b]
links: [nobody:n]
volumes_from: [nobody]
network_mode: service:nobody
network_mode: host
networks: [nothing]
networks: {default: {aliases: [x]}}
secrets: [nothing]
configs: [{source: nothing}]
models: [nothing]
volumes: [nothing:/a]
volumes: [{type: volume, source: nothing, target: /a}]
volumes: [/a]
ports: ["99999"]
ports: ["80:80/udp", "53:53/udp"]
ports: [{target: 80, published: 8080}]
ports: 80
extends: nobody
extends: {service: b}
profiles: [x]
container_name: same
scale: 2
deploy: {replicas: 3}
deploy: {resources: {limits: {cpus: "1"}}}
cpus: 2
mem_limit: 1g
healthcheck: {test: [curl, x]}
healthcheck: {interval: 30}
ulimits: {nofile: many}
build: {context: ., dockerfile: D, dockerfile_inline: F}
command: it's
command: [a, 1]
entrypoint: "a 'b"
environment: [A = b]
environment: {A: [b]}
environment: ["A=$1", B]
labels: {a: null, b: 1.5}
extra_hosts: [nowhere]
devices: ["a:b:c:d"]
tmpfs: [/a, /a]
image: null
imagen: x
x-anything: {a: [1]}
privileged: "yes"
stop_grace_period: 5
logging: {driver: json-file, options: {max-size: 10m}}
dns: 1.1.1.1
env_file: a.env
label_file: a.labels
gpus: all
restart: {}
""".strip().split("\n")
_SECTIONS = """
volumes: {v: }
volumes: {v: {external: true, driver: local}}
networks: {n: {external: true, name: x}}
networks: {n: {external: true, driver: x}}
networks: {n: null}
secrets: {s: }
secrets: {s: {file: a, environment: B}}
secrets: {s: {environment: B}}
configs: {c: {content: x, file: y}}
configs: {c: {content: x}}
models: {m: {}}
name: My App
version: 3
version: "3"
volume: {}
x-more: [a]
include: a.yml
""".strip().split("\n")
_CHARACTERS = (
    *"""$ ${ } : - # " ' [ ] { , = / \\ “ é * & ! | > % @ ` ~ 0""".split(),
    *(" ", ": ", "- ", " #", "\t", "\r", "\x85", "\u00a0", "\u200b", "\ufeff"),
)
_VALUE = re.compile(r"(?P<before>^[ ]*(?:- )?(?:[\w.-]+: )?)(?P<value>\S.*)$")
_KEY = re.compile(r"^(?P<before>[ ]*(?:- )?)(?P<key>[A-Za-z_][\w.-]*)(?P<after>:(?: .*)?)$")
_PAIR = re.compile(r"^(?P<space>[ ]*)(?P<dash>- )?(?P<name>\w+)(?P<parting>: |=)(?P<value>.*)$")
_NUMBER = re.compile(r"\d+")
_IN_SERVICE = re.compile(r"^(?P<space>[ ]+)(?:image|build|container_name|restart|ports|volumes):")


@st.composite
def with_slips(draw: Draw, good: list[str]) -> str:
    """Take one of `good`, and make one to three slips in it."""
    lines = draw(st.sampled_from(good)).rstrip("\n").split("\n")
    for _ in range(draw(st.integers(1, 3))):
        slip = draw(st.sampled_from(_SLIPS))
        at = draw(st.integers(0, len(lines) - 1))
        lines = slip(draw, lines, at, good) or [""]
    return "\n".join(lines) + "\n"


def _drop(draw: Draw, lines: list[str], at: int, good: list[str]) -> list[str]:
    return lines[:at] + lines[at + 1 :]


def _double(draw: Draw, lines: list[str], at: int, good: list[str]) -> list[str]:
    return [*lines[: at + 1], *lines[at:]]


def _move(draw: Draw, lines: list[str], at: int, good: list[str]) -> list[str]:
    to = draw(st.integers(0, len(lines) - 1))
    rest = lines[:at] + lines[at + 1 :]
    return [*rest[:to], lines[at], *rest[to:]]


def _rename(draw: Draw, lines: list[str], at: int, good: list[str]) -> list[str]:
    found = _KEY.match(lines[at])
    if found is None:
        return lines
    key = found["key"]
    place = draw(st.integers(0, len(key) - 1))
    other = draw(st.sampled_from(["", key[place] * 2, "x-" + key[place], key[place].upper(), " ", "_"]))
    return _with(lines, at, found["before"] + key[:place] + other + key[place + 1 :] + found["after"])


def _replace(draw: Draw, lines: list[str], at: int, good: list[str]) -> list[str]:
    found = _VALUE.match(lines[at])
    return _with(lines, at, found["before"] + draw(st.sampled_from(_SCALARS))) if found else lines


def _count(draw: Draw, lines: list[str], at: int, good: list[str]) -> list[str]:
    numbers = list(_NUMBER.finditer(lines[at]))
    if not numbers:
        return lines
    one = draw(st.sampled_from(numbers))
    other = draw(st.sampled_from(["0", "99999", "-1", "x", "", "1.5", "80-81", "${X}", "65536", "1 "]))
    return _with(lines, at, lines[at][: one.start()] + other + lines[at][one.end() :])


def _indent(draw: Draw, lines: list[str], at: int, good: list[str]) -> list[str]:
    by = draw(st.sampled_from([-2, -1, 1, 2, 4]))
    line = lines[at]
    return _with(lines, at, " " * by + line if by > 0 else line[-by:] if line[:-by].isspace() else line)


def _insert(draw: Draw, lines: list[str], at: int, good: list[str]) -> list[str]:
    line, place = lines[at], draw(st.integers(0, len(lines[at])))
    return _with(lines, at, line[:place] + draw(st.sampled_from(_CHARACTERS)) + line[place:])


def _delete(draw: Draw, lines: list[str], at: int, good: list[str]) -> list[str]:
    place = draw(st.integers(0, max(len(lines[at]) - 1, 0)))
    return _with(lines, at, lines[at][:place] + lines[at][place + 1 :])


def _other_form(draw: Draw, lines: list[str], at: int, good: list[str]) -> list[str]:
    """Make entries of a list out of those of a mapping, or the reverse, from `at` on."""
    found = _PAIR.match(lines[at])
    if found is None:
        return lines
    changed = list(lines)
    while at < len(changed):
        one = _PAIR.match(changed[at])
        if one is None or one["space"] != found["space"] or bool(one["dash"]) != bool(found["dash"]):
            break
        parting = ": " if found["dash"] else "="
        changed[at] = one["space"] + ("" if found["dash"] else "- ") + one["name"] + parting + one["value"]
        at += 1
    return changed


def _borrow(draw: Draw, lines: list[str], at: int, good: list[str]) -> list[str]:
    """Put lines of another file in, as deep as there or as deep as here."""
    other = draw(st.sampled_from(good)).rstrip("\n").split("\n")
    first = draw(st.integers(0, len(other) - 1))
    taken = other[first : first + draw(st.integers(1, 4))]
    if draw(st.booleans()):
        here, there = _depth(lines[at]), _depth(taken[0])
        taken = [" " * max(0, _depth(line) + here - there) + line.lstrip(" ") for line in taken]
    return [*lines[:at], *taken, *lines[at:]]


def _field(draw: Draw, lines: list[str], at: int, good: list[str]) -> list[str]:
    """Put a field into a service, or a section behind the file."""
    places = [index for index, line in enumerate(lines) if _IN_SERVICE.match(line)]
    if not places or draw(st.integers(0, 3)) == 0:
        return [*lines, draw(st.sampled_from(_SECTIONS))]
    place = draw(st.sampled_from(places))
    space = " " * _depth(lines[place])
    return [*lines[:place], space + draw(st.sampled_from(_FIELDS)), *lines[place:]]


def _service(draw: Draw, lines: list[str], at: int, good: list[str]) -> list[str]:
    """Put a service in that others may name."""
    if "services:" not in lines:
        return lines
    place = lines.index("services:") + 1
    body = draw(
        st.sampled_from(["image: x", "image: x, profiles: [p]", "build: .", "ports: ['80']", "extends: a"])
    )
    depth = " " * (_depth(lines[place]) if place < len(lines) else 2)
    return [*lines[:place], f"{depth}{draw(st.sampled_from(['b', 'db', 'c']))}: {{{body}}}", *lines[place:]]


def _document(draw: Draw, lines: list[str], at: int, good: list[str]) -> list[str]:
    """Lay another file over this one."""
    return [*lines, "---", *draw(st.sampled_from(good)).rstrip("\n").split("\n")]


_SLIPS = (
    *(_drop, _double, _move, _rename, _replace, _replace, _count, _indent, _insert, _delete, _other_form),
    *(_borrow, _borrow, _field, _field, _service, _document),
)


def _with(lines: list[str], at: int, line: str) -> list[str]:
    return [*lines[:at], line, *lines[at + 1 :]]


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
