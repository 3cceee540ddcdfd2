"""Where credentials stand in a Compose file: settings, flags, addresses, lists of users."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass

from estiba.compose.project.model import Model
from estiba.compose.reading.tree import Path
from estiba.compose.variables.credentials import is_credential
from estiba.folding import letters
from estiba.yaml_tree import Scalar

_SETTINGS = frozenset(
    {("environment",), ("labels",), ("build", "args"), ("build", "labels"), ("deploy", "labels")}
)
_COMMANDS = frozenset({("command",), ("entrypoint",), ("healthcheck", "test")})
_REACH = 40
"""Entries of a command before one that may say what it is."""
_LINE = re.compile(
    r"^[ \t{,-]*(?P<quote>[\"']?)(?P<key>[A-Za-z_][\w.-]*)(?P=quote)[ \t]*[:=][ \t]*"
    r"(?P<mark>[\"']?)(?P<value>[^\s\"',;#][^\s\"',;]*)(?P=mark)[ \t]*[,;}]?[ \t]*(?:\#.*)?$",
    re.MULTILINE,
)
_FLAG = re.compile(
    r"(?<![\w-])--?(?P<key>[A-Za-z][\w.-]+)(?:=|[ \t]+)(?P<mark>[\"']?)(?P<value>[^\s\"'-][^\s\"']*)(?P=mark)"
)
_ASSIGNED = re.compile(
    r"(?<![\w-])(?P<key>[A-Za-z_]\w*)=(?P<mark>[\"']?)(?P<value>[^\s\"';&|]+)(?P=mark)(?![^\s\"';&|)])"
)
_GLUED = re.compile(
    r"\b(?:mysql|mariadb)(?:admin|dump|-admin|-dump)?\b[^|;&]{0,200}?[ \t]-p(?P<value>[^\s\"'-][^\s\"']*)"
)
_REDIS = re.compile(r"\bredis-cli\b[^|;&]{0,200}?[ \t](?:-a|--pass)[ \t]+(?P<value>[^\s\"'-][^\s\"']*)")
_NAMED_FLAG = re.compile(r"--?(?P<key>[A-Za-z][\w.-]*)")
_ADDRESS = re.compile(
    r"(?<![a-z0-9+.-])(?P<scheme>[a-z][a-z0-9+.-]{0,20})://[^\s/:@\"'<>]{0,100}:(?P<value>[^\s/@\"']{1,300})@"
)
_HASH = re.compile(r"\$\$?(?:2[abxy]|apr1|argon2(?:id|i|d)|1|5|6|y)\$")


class Kind(enum.StrEnum):
    """What a candidate is written as."""

    SETTING = "setting"
    FLAG = "flag"
    ADDRESS = "address"
    """The password in a URL."""
    USERS = "users"
    """Names and hashes for basic authentication."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place for a credential, and what stands there."""

    kind: Kind
    key: str
    value: str
    """As it is written, `$$` included."""
    path: Path
    start: int
    """Index, in the text at `path`, of the value's first character."""

    @property
    def end(self) -> int:
        """Index behind the value's last character."""
        return self.start + len(self.value)


def candidates_of(model: Model) -> Iterator[Candidate]:
    """Find every place under a credential's name, in the order of the file's values."""
    for path, place in model.values.places.items():
        if not isinstance(place.node, Scalar):
            continue
        text = place.node.text
        if path[0] == "configs" and path[2:] == ("content",):
            yield from _matches(_LINE, text, path, Kind.SETTING)
        if path[0] != "services" or len(path) < 3:
            continue
        if _is_under(path, _SETTINGS):
            yield from _setting(text, path)
        elif _is_under(path, _COMMANDS):
            yield from _in_command(text, path, model)
        if "://" in text and path[2] not in ("image", "build"):
            for match in _ADDRESS.finditer(text):
                yield Candidate(
                    Kind.ADDRESS, _address_key(match["scheme"]), match["value"], path, match.start("value")
                )


def setting_at(text: str, path: Path) -> tuple[str, int] | None:
    """Give the key of the setting at `path` of a service, and where in `text` its value begins.

    None where it is no entry of `environment`, `labels` or the arguments of a build.
    """
    if not _is_under(path, _SETTINGS):
        return None
    if not isinstance(path[-1], int):
        return str(path[-1]), 0
    key, equals, _ = text.partition("=")
    return (key, len(key) + 1) if equals else None


def _is_under(path: Path, keys: frozenset[tuple[str, ...]]) -> bool:
    return path[2:3] in keys or path[2:4] in keys


def _setting(text: str, path: Path) -> Iterator[Candidate]:
    setting = setting_at(text, path)
    if setting is None:
        return
    key, at = setting
    at += len(text[at:]) - len(text[at:].lstrip("\n"))
    value = text[at:].rstrip("\n")
    if "basicauth" in letters(key) and (":" in value or _HASH.match(value)):
        yield Candidate(Kind.USERS, key, value, path, at)
    elif is_credential(key.rpartition(".")[2]):
        yield Candidate(Kind.SETTING, key, value, path, at)
    elif "\n" in value:
        for one in _matches(_LINE, value, path, Kind.SETTING):
            yield Candidate(one.kind, one.key, one.value, path, one.start + at)


def _in_command(text: str, path: Path, model: Model) -> Iterator[Candidate]:
    yield from _matches(_FLAG, text, path, Kind.FLAG)
    yield from _matches(_ASSIGNED, text, path, Kind.SETTING)
    for pattern in (_GLUED, _REDIS):
        for match in pattern.finditer(text):
            yield Candidate(Kind.FLAG, "password", match["value"], path, match.start("value"))
    if isinstance(path[-1], int) and path[-1] > 0:
        yield from _in_list(text, path, model)


def _in_list(text: str, path: Path, model: Model) -> Iterator[Candidate]:
    """Read an entry of a list by those before it: `["--token", "x"]`, `["mysqladmin", "-px"]`."""
    before = model.value_at(path[:-1])
    index = int(path[-1])
    before = before[max(index - _REACH, 0) : index] if isinstance(before, list) else []
    flag = _NAMED_FLAG.fullmatch(str(before[-1])) if before else None
    if flag and is_credential(flag["key"].rpartition(".")[2]) and not text.startswith("-"):
        yield Candidate(Kind.FLAG, flag["key"], text, path, 0)
    line = " ".join(map(str, before)) + " "
    for pattern in (_GLUED, _REDIS):
        match = pattern.search(line + text)
        if match and match.end() == len(line + text) and match.start("value") >= len(line):
            yield Candidate(Kind.FLAG, "password", match["value"], path, match.start("value") - len(line))


def _matches(pattern: re.Pattern[str], text: str, path: Path, kind: Kind) -> Iterator[Candidate]:
    for match in pattern.finditer(text):
        if is_credential(match["key"].rpartition(".")[2] or match["key"]):
            yield Candidate(kind, match["key"], match["value"], path, match.start("value"))


def _address_key(scheme: str) -> str:
    """Name the password in an address: `postgresql+psycopg://` gives `postgresql_password`."""
    return f"{scheme.partition('+')[0]}_password"
