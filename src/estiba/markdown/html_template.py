"""HTML with places in it: read once, filled in often, and what is put in is escaped."""

from __future__ import annotations

from string import Formatter
from typing import Any

from markupsafe import Markup, escape


class HtmlTemplate:
    """HTML of ours with places, either `{name}` or `{}`, as `markupsafe.Markup.format` has them.

    That takes its template apart at every call, which costs more than all else that is done for an example.
    """

    __slots__ = ("_pieces", "_places")

    def __init__(self, source: str) -> None:
        """Read `source`, a constant; raises ValueError for anything in a place but a name."""
        self._pieces: list[str] = []
        """What stands in the template, in order; empty where a value goes."""
        self._places: list[tuple[int, str]] = []
        """Where among the pieces a value goes, and its name; empty for the next one without a name."""
        for literal, name, spec, conversion in Formatter().parse(source):
            self._pieces.append(literal)
            if name is not None:
                if spec or conversion or not (name.isidentifier() or not name):
                    raise ValueError(f"{source!r} has more than a name in a place")
                self._places.append((len(self._pieces), name))
                self._pieces.append("")
        if len({bool(name) for _, name in self._places}) > 1:
            raise ValueError(f"{source!r} has places with and without names")

    def format(self, *values: Any, **named: Any) -> Markup:
        """Put in `values`, or the `named` ones: each is escaped, unless it is HTML already (`Markup`).

        Raises IndexError or KeyError for a place without a value.
        """
        pieces = self._pieces.copy()
        for number, (place, name) in enumerate(self._places):
            value = named[name] if name else values[number]
            pieces[place] = value if type(value) is Markup else escape(value)
        return Markup("".join(pieces))  # nosec B704 # noqa: S704 - ours, and what is escaped
