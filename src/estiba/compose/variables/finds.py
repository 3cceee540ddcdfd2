"""Every place of an example at which something is to be filled in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from estiba.compose.formats.fault import FormatFault
from estiba.compose.project.model import Model
from estiba.compose.reading.interpolation import Reference, Template, read_template
from estiba.compose.reading.tree import Path
from estiba.compose.variables.candidates import Candidate, Kind, setting_at
from estiba.compose.variables.credentials import is_of_database, words_of
from estiba.compose.variables.filler import asks
from estiba.compose.variables.gaps import gaps_in
from estiba.compose.variables.naming import variable_name
from estiba.compose.variables.roles import Role, role_of
from estiba.compose.variables.value_spans import Span, Written, written
from estiba.compose.variables.worth import Worth, plain_text, worth
from estiba.yaml_tree import Scalar

_INTERPOLATED = frozenset({"configs", "networks", "secrets", "services", "volumes"})
"""The sections in which Compose puts variables in."""
_NAMES_ONLY = frozenset({"build", "container_name", "depends_on", "extends", "image", "profiles"})
"""Keys of a service under which addresses and paths are nobody's to fill in."""
_ZONE = re.compile(r"[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?|Etc/[\w+-]+|UTC")
_ZONE_KEYS = frozenset({("tz",), ("timezone",), ("time", "zone")})
_USER_KEYS = {"puid": "PUID", "pgid": "PGID", "uid": "PUID", "gid": "PGID"}


class Find(NamedTuple):
    """One place, and what should be there."""

    wanted: str
    """The name that a variable for it would like to have."""
    role: Role
    value: str
    """What stands there, as Compose reads it; of a reference, nothing."""
    path: Path
    start: int
    end: int
    """From where to where in the value at `path`."""
    span: Span | None = None
    """In the example's text; None where it cannot be written anew."""
    is_placeholder: bool = False
    is_live: bool = False
    is_shared: bool = False
    """A database's password, which stands with all that use the database."""
    is_named_well: bool = True
    reference: Reference | None = None


def finds_in(text: str, model: Model, candidates: Sequence[Candidate]) -> Iterator[Find]:
    """Find each place in the example `text`, read as `model` with `candidates`, once; no two overlap."""
    of_path = defaultdict(list)
    for candidate in candidates:
        of_path[candidate.path].append(candidate)
    for path, node in _scalars(model):
        finds = list(_in_value(node.text, path, of_path.get(path, []), model))
        place = written(text, node) if finds else None
        if place is None:
            continue
        used: list[Span] = []
        for find in finds:
            span = find.start, find.end
            at = bisect_left(used, span)
            if (at and used[at - 1][1] > span[0]) or (at < len(used) and used[at][0] < span[1]):
                continue
            used.insert(at, span)
            placed = _placed(find, node.text, place)
            if placed:
                yield placed


def _scalars(model: Model) -> Iterator[tuple[Path, Scalar]]:
    """Give each scalar once, however often aliases bring it in."""
    starts: set[int] = set()
    for path, place in model.values.places.items():
        if path[0] in _INTERPOLATED and isinstance(place.node, Scalar) and place.node.start not in starts:
            starts.add(place.node.start)
            yield path, place.node


def _placed(find: Find, value: str, place: Written) -> Find | None:
    """Say where in the text `find` is; a `$` before it would change what is written there."""
    span = place.span(find.start, find.end)
    if find.reference is not None and find.reference.operator.endswith("+"):
        span = None
    elif span is None or (find.start > 0 and value[find.start - 1] == "$"):
        return None
    return find._replace(span=span)


def _in_value(text: str, path: Path, candidates: list[Candidate], model: Model) -> Iterator[Find]:
    """Give what `text` holds, what is surest first."""
    try:
        template = read_template(text) if "$" in text else (text,)
    except FormatFault:
        return
    yield from _references(template, path)
    for candidate in candidates:
        yield from _credential(candidate)
    if path[0] == "services" and len(path) > 2:
        yield from _settings(text, path, model)
    if not (path[0] == "services" and path[2:3] and path[2] in _NAMES_ONLY):
        for gap in gaps_in(text, is_mount=path[2:3] == ("volumes",)):
            name = gap.name or variable_name(str(path[-1])) or str(gap.role.name)
            yield Find(
                name, gap.role, text[gap.start : gap.end], path, gap.start, gap.end, is_placeholder=True
            )


def _references(template: Template, path: Path) -> Iterator[Find]:
    """Give the references; one inside another has no place of its own."""
    for part in template:
        if isinstance(part, Reference):
            yield Find(part.name, role_of(part.name), "", path, part.start, part.end, reference=part)


def _credential(one: Candidate) -> Iterator[Find]:
    judged = worth(one)
    value = plain_text(one.value)
    if judged is None or value is None:
        return
    name = variable_name(one.key.rpartition(".")[2] or one.key)
    if one.kind is Kind.USERS:
        name = "BASIC_AUTH_USERS"
    elif "_" not in name and one.kind is Kind.FLAG:
        name = f"{variable_name(str(one.path[1]))}_{name}"
    yield Find(
        name,
        Role.SECRET,
        value,
        one.path,
        one.start,
        one.end,
        is_placeholder=judged is Worth.FILLER,
        is_live=judged is Worth.LIVE,
        is_shared=one.kind is Kind.ADDRESS or is_of_database(one.key),
        is_named_well=one.kind is Kind.SETTING,
    )


def _settings(text: str, path: Path, model: Model) -> Iterator[Find]:
    """Give what its key tells: a time zone, the id of a user, a host's name, something to be replaced."""
    if path[2:] == ("hostname",) and _is_host(text, model):
        name = f"{variable_name(str(path[1]))}_HOSTNAME"
        yield Find(name, Role.HOST, text, path, 0, len(text))
    setting = setting_at(text, path)
    if setting is None or path[2] == "labels":
        return
    key, at = setting
    value, words = text[at:], words_of(key)
    is_zone = words[-1:] in _ZONE_KEYS or words[-2:] in _ZONE_KEYS
    user = _USER_KEYS.get(words[-1]) if words else None
    name, role = variable_name(key), role_of(key)
    is_asked = asks(value)
    if is_zone and (is_asked or _ZONE.fullmatch(value)):
        name, role = "TZ", Role.TIME_ZONE
    elif user and value.isascii() and value.isdigit():
        name, role = user, Role.NUMBER
    elif not is_asked and not (words[-1:] == ("hostname",) and _is_host(value, model)):
        return
    if name and role is not Role.SECRET:
        yield Find(name, role, value, path, at, len(text), is_placeholder=is_asked)


def _is_host(value: str, model: Model) -> bool:
    """Whether `value` is one machine's name that the reader may change: no service is called so."""
    return value.replace("-", "").isalnum() and value not in model.section("services")
