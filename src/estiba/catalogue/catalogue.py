"""Texts of one language, out of its TOML file."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from estiba.problem import Problem, ProblemValue, Terms

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """A problem in words: the text of the catalogue up to its first semicolon, and the rest."""

    message: str
    hint: str


@dataclass(frozen=True)
class Catalogue:
    """The texts of one language.

    A text may hold named places, `{like}` `{this}`. A text that counts is written
    once a plural form of its language (`notes.one`, `notes.other`).
    """

    language: str
    texts: Mapping[str, str]

    def text(self, key: str, /, **values: str | int) -> str:
        """Give the text `key` with `values` put in; raises KeyError for an unknown key."""
        return self.texts[key].format_map(values)

    def count(self, key: str, number: int) -> str:
        """Give the text `key` for `number` things, as `{number}` written for people."""
        form = f"{key}.{_plural_form(self.language, number)}"
        template = self.texts.get(form) or self.texts[f"{key}.other"]
        return template.format_map({"number": self.number(number)})

    def number(self, number: int) -> str:
        """Write a number for people: `1.234`."""
        return _number(self.language, number)

    def date(self, date: dt.date) -> str:
        """Write a day for people: `25 de octubre de 2025`."""
        return _date(self.language, date)

    def month(self, date: dt.date) -> str:
        """Write the month of a day for people: `octubre de 2025`."""
        return format_skeleton("yMMMM", date, locale=self.language)

    def words(self, problem: Problem) -> Words:
        """Write a problem for the author: what is there, and what to write instead."""
        key = f"problem.{problem.check}"
        template = self.texts[f"{key}.{problem.variant}" if problem.variant else key]
        message, _, hint = template.partition("; ")
        values = {name: self._value(value) for name, value in problem.values.items()}
        if "brought_in" in values:
            message = f"{message} {self.texts['place.brought-in']}"
        return Words(message.format_map(values), hint.format_map(values))

    def _value(self, value: ProblemValue) -> str | int:
        if isinstance(value, Terms):
            return f" {self.texts['terms.or']} ".join(self.texts[f"terms.{key}"] for key in value.keys)
        return value

    def problem(self, problem: Problem) -> str:
        """Write a problem in one line."""
        words = self.words(problem)
        return f"{words.message}; {words.hint}" if words.hint else words.message


@lru_cache(maxsize=1024)
def _plural_form(language: str, number: int) -> str:
    return str(Locale.parse(language).plural_form(number))


@lru_cache(maxsize=1024)
def _number(language: str, number: int) -> str:
    return format_decimal(number, locale=language)


@lru_cache(maxsize=4096)
def _date(language: str, date: dt.date) -> str:
    return format_date(date, "long", locale=language)


def catalogue_for(language: str) -> Catalogue:
    """Give the texts of `language` (`es`, `es-MX`, `es_ES` …); English where there are none."""
    return _read(_base(language)) or catalogue_for(FALLBACK)


def own_catalogue(language: str) -> Catalogue | None:
    """Give the texts of `language`; None where there are none."""
    return _read(_base(language))


def _base(language: str) -> str:
    return language.strip().replace("_", "-").partition("-")[0].casefold()


@lru_cache(maxsize=32)
def _read(base: str) -> Catalogue | None:
    found = files(__package__) / f"{base}.toml"
    if not (base.isascii() and base.isalpha() and found.is_file()):
        return None
    return Catalogue(base, dict(_flatten(tomllib.loads(found.read_text("utf-8")))))


def _flatten(table: Mapping[str, object], prefix: str = "") -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for key, value in table.items():
        if isinstance(value, Mapping):
            flat.extend(_flatten(value, f"{prefix}{key}."))
        else:
            flat.append((prefix + key, str(value)))
    return flat
