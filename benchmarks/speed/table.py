"""The results as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speed.programs import INDEXING, MAIN
from speed.results import Results, written

COMPARED = {
    "cold": "cold build",
    "unchanged": "nothing changed",
    "edited": "one edited note",
    "served": "edit to served",
    "memory": "peak memory of a cold build",
    "site": "size of the site",
    "files": "files of the site",
    "page": "HTML of a note's page",
}
ALONE = {
    "check": "`estiba check`",
    "check-warm": "`estiba check`, again",
    "changed": "`estiba check --changed`, one note",
    "review": "`estiba review`, one note",
}
INDEXED = {
    "cold": "cold build",
    "memory": "peak memory of a cold build",
    "site": "size of the site",
    "index": "the index by itself",
}
Row = Sequence[str]


def write_tables(results: Results) -> str:
    """Write how the values were taken, and their medians, in tables by the number of notes."""
    taken = "\n".join(f"- {name}: {text}" for name, text in results.taken.items())
    parts = [f"# How fast Estiba is\n\nWritten by `make bench`. Medians.\n\n{taken}\n"]
    for notes in results.counts():
        parts.append(f"## {notes:,} notes\n")
        for title, table in (
            ("Without an index for a search.", _compared(results, notes)),
            ("What only Estiba does.", _alone(results, notes)),
            ("With what each brings for searching.", _indexed(results, notes)),
        ):
            if len(table) > 1:
                parts.append(f"{title}\n\n{_markdown(table)}")
    return "\n".join(parts)


def _compared(results: Results, notes: int) -> list[Row]:
    ours, *others = MAIN
    table: list[Row] = [
        ("", *(one.title for one in MAIN), *(f"{ours.title} / {one.title}" for one in others)),
    ]
    for what, title in COMPARED.items():
        medians = [results.median(what, one.name, notes) for one in MAIN]
        if any(one is not None for one in medians):
            ratios = [_ratio(medians[0], one) for one in medians[1:]]
            table.append((title, *(_cell(what, one) for one in medians), *ratios))
    return table


def _alone(results: Results, notes: int) -> list[Row]:
    found = ((title, what, results.median(what, MAIN[0].name, notes)) for what, title in ALONE.items())
    rows = [(title, _cell(what, value)) for title, what, value in found if value is not None]
    return [("", MAIN[0].title), *rows]


def _indexed(results: Results, notes: int) -> list[Row]:
    table: list[Row] = [("", *(one.title for one in INDEXING))]
    for what, title in INDEXED.items():
        medians = [results.median(what, one.name, notes) for one in INDEXING]
        if any(one is not None for one in medians):
            table.append((title, *(_cell(what, one) for one in medians)))
    return table


def _cell(what: str, value: float | None) -> str:
    return "-" if value is None else written(what, value)


def _ratio(ours: float | None, other: float | None) -> str:
    return "-" if ours is None or not other else _two_digits(ours / other)


def _two_digits(ratio: float) -> str:
    return f"{ratio:.{2 if ratio < 0.995 else 1 if ratio < 9.95 else 0}f}"


def _markdown(table: Sequence[Row]) -> str:
    return "".join(f"{line}\n" for line in _lines(table))


def _lines(table: Sequence[Row]) -> Iterator[str]:
    head, *rows = table
    yield _line(head)
    yield _line(["---", *["---:"] * (len(head) - 1)])
    yield from map(_line, rows)


def _line(row: Row) -> str:
    return f"| {' | '.join(row)} |"
