"""The words of Material's templates: each looked up once a build."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from jinja2 import Environment

_FALLBACK = "en"


class ThemeWords:
    """What Material's `lang.t` gives, for one language."""

    def __init__(self, env: Environment, language: str) -> None:
        """Take Material's templates of `language`, and of English for what that has not."""
        self._templates = [
            env.get_template(f"partials/languages/{one}.html").module for one in (language, _FALLBACK)
        ]
        self._words: dict[str, Markup] = {}

    def t(self, key: str) -> Markup:
        """Give the word at `key`; the key where no language has it."""
        if key not in self._words:
            found = (template.t(key) for template in self._templates)  # type: ignore[attr-defined]
            self._words[key] = next(filter(None, found), escape(key))
        return self._words[key]
