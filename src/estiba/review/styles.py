"""The styles of a review: those of the site, so that a note looks as it will, and its own."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

_HOST = ("main.", "palette.")
"""How the files of the theme's styles begin; behind that stands a hash."""
_SITE = ("estiba.css", "vault.css", "formulas.css", "diagrams.css", "example/example.css")
_DARK, _LIGHT = "slate", "default"


@cache
def styles() -> str:
    """Give all styles as one text.

    The theme has its dark colours under a name that a script would choose; here the reader's system does.
    """
    host = {name: _host_style(name) for name in _HOST}
    site = "\n".join((files("estiba") / "theme/assets/estiba" / name).read_text("utf-8") for name in _SITE)
    own = (files(__package__) / "review.css").read_text("utf-8")
    dark = "\n".join((host["palette."], site)).replace(_DARK, _LIGHT)
    return f"{''.join(host.values())}\n{site}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n{own}"


def fingerprint(text: str) -> str:
    """Give what a policy of content names `text` by: `sha256-…`."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _host_style(beginning: str) -> str:
    """Give one of the theme's stylesheets; nothing where there is no such theme."""
    try:
        folder = files("material") / "templates/assets/stylesheets"
        found = [one for one in folder.iterdir() if _is_style(one, beginning)]
    except (ModuleNotFoundError, OSError):
        return ""
    return found[0].read_text("utf-8").partition("/*# sourceMappingURL")[0] if found else ""


def _is_style(file: Traversable, beginning: str) -> bool:
    return file.name.startswith(beginning) and file.name.endswith(".css")
