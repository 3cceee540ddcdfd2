"""What the head of a page says to other programs."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError
from babel.core import get_global


def locale_of(language: str) -> str:
    """Give the language and territory that Open Graph asks for: `es_ES`, `pt_BR`; empty where unknown.

    The territory of a language alone is the likeliest by CLDR.
    """
    try:
        locale = Locale.parse(language.strip().replace("-", "_"))
        if locale.territory is None:
            likely = get_global("likely_subtags")
            locale = Locale.parse(likely.get(str(locale)) or likely.get(locale.language, ""))
    except (UnknownLocaleError, ValueError):
        return ""
    return f"{locale.language}_{locale.territory}"
