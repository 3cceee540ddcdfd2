"""How a reader is asked for a variable, and so what may be written there.

What each control takes is decided in the browser, by `theme/assets/estiba/example/controls.js`.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator

from estiba.compose.variables.credentials import words_of
from estiba.compose.variables.fill_plan import FillPlan, Slot
from estiba.compose.variables.roles import Role
from estiba.compose.variables.variables import ExampleVariable


class Control(enum.StrEnum):
    """A kind of field."""

    SECRET = "secret"  # nosec B105 # noqa: S105 - the word itself
    TEXT = "text"
    PATH = "path"
    MOUNT = "mount"
    """The path of a mount on the host: what begins otherwise is the name of a volume to Compose."""
    DOMAIN = "domain"
    SITE = "site"
    """A domain, or an address with one, where a setting is called so and nobody knows which it wants."""
    HOST = "host"
    ADDRESS = "address"
    ZONE = "zone"
    NUMBER = "number"
    PORT = "port"
    UMASK = "umask"


_OF_ROLES = {
    Role.SECRET: Control.SECRET,
    Role.PATH: Control.PATH,
    Role.DOMAIN: Control.DOMAIN,
    Role.TIME_ZONE: Control.ZONE,
    Role.NUMBER: Control.NUMBER,
    Role.HOST: Control.HOST,
    Role.ADDRESS: Control.ADDRESS,
    Role.TEXT: Control.TEXT,
}
_OF_WORDS = {"port": Control.PORT, "puerto": Control.PORT, "umask": Control.UMASK}


def controls_of(plan: FillPlan) -> Iterator[tuple[ExampleVariable, Control]]:
    """Give each variable of `plan` with its control."""
    first: dict[str, tuple[Slot, int]] = {}
    for slot in plan.slots:
        for at, name in enumerate(slot.names):
            first.setdefault(name, (slot, at))
    for one in plan.variables:
        around = _around(*first[one.name]) if one.name in first else ("", "")
        yield one, _control(one, *around)


def _around(slot: Slot, at: int) -> tuple[str, str]:
    """Give what stands before and behind a variable in its scalar, without the quotes around it."""
    before, behind = slot.written[2 * at], slot.written[2 * at + 2]
    mark = slot.style if slot.style in ("'", '"') else ""
    return (before if at else before.removeprefix(mark)), behind.removesuffix(mark)


def _control(variable: ExampleVariable, before: str, behind: str) -> Control:
    path, role = variable.path, variable.role
    if role in (Role.PATH, Role.TEXT) and path[2:3] == ("volumes",) and len(path) == 4:
        return Control.MOUNT if not before and behind.startswith(":") else Control.PATH
    if role is Role.DOMAIN and variable.is_reference and not behind and before[-1:] in ("", "="):
        return Control.SITE
    words = [word for word in words_of(variable.name) if not word.isdigit()]
    if role is Role.NUMBER and words:
        return _OF_WORDS.get(words[-1], Control.NUMBER)
    return _OF_ROLES[role]
