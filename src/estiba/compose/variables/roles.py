"""What a variable is, by its name: a secret, a folder, a domain …"""

from __future__ import annotations

import enum

from estiba.compose.variables.credentials import is_credential, words_of


class Role(enum.StrEnum):
    """What a reader has to write there."""

    SECRET = "secret"  # nosec B105 # noqa: S105 - the word itself
    PATH = "path"
    DOMAIN = "domain"
    TIME_ZONE = "time-zone"
    NUMBER = "number"
    """A port, or the id of a user or a group."""
    HOST = "host-name"
    """The name or the address of a machine."""
    ADDRESS = "address"
    """A URL."""
    TEXT = "text"


_LAST_WORDS = {
    Role.PATH: "carpeta dir directory folder location path root ruta",
    Role.DOMAIN: "domain dominio tailnet tld",
    Role.TIME_ZONE: "timezone tz zone",
    Role.NUMBER: "gid id pgid port puerto puid uid umask",
    Role.HOST: "fqdn host hostname ip node nodo server servidor",
    Role.ADDRESS: "endpoint uri url",
}
_ROLES = {word: role for role, words in _LAST_WORDS.items() for word in words.split()}


def role_of(name: str) -> Role:
    """Give what the variable `name` most likely holds."""
    words = [word for word in words_of(name) if not word.isdigit()]
    if is_credential(name):
        return Role.SECRET
    return _ROLES.get(words[-1], Role.TEXT) if words else Role.TEXT
