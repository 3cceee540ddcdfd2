"""Problems as text, for the author at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from estiba.catalogue import Catalogue
from estiba.problem import Problem, Severity
from estiba.report.printable import columns, one_line, printable
from estiba.report.result import KnownDebt, Result

_SHOWN = (Severity.ERROR, Severity.WARNING)
_COLOUR = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.ADVICE: "35", Severity.INFO: "36"}
_BEFORE, _AFTER = 60, 40
"""Characters of a long line that are quoted on each side of the place."""
_NAMES = 3


def write_text(result: Result, catalogue: Catalogue, *, colour: bool, everything: bool) -> str:
    """Write each problem with its line, then a summary.

    Advice and information are counted only, unless `everything` is asked for.
    """
    shown = [one for one in result.problems if everything or one.severity in _SHOWN]
    lines = [line for problem in shown for line in _problem(problem, result, catalogue, colour=colour)]
    lines += _summary(result, shown, catalogue)
    return "\n".join(lines) + "\n"


def _problem(problem: Problem, result: Result, catalogue: Catalogue, *, colour: bool) -> Iterator[str]:
    def paint(text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if colour else text

    severity = paint(catalogue.text(f"severity.{problem.severity}"), _COLOUR[problem.severity] + ";1")
    words = one_line(catalogue.problem(problem))
    name = paint(f"[{problem.check}]", "2")
    yield f"{paint(one_line(problem.place), '1')}: {severity}: {words} {name}"
    source = result.sources.get(problem.path, ())
    line, column = problem.position
    if line <= len(source) and source[line - 1].strip():
        quoted = source[line - 1].replace("\t", " ")
        start = max(column - 1 - _BEFORE, 0)
        before = printable(quoted[start : column - 1])
        rest = printable(quoted[column - 1 : column - 1 + _AFTER])
        margin = f"{line:>6} | "
        yield paint(margin, "2") + before + rest
        yield (
            paint(" " * 6 + " | ", "2") + " " * columns(before) + paint("^", _COLOUR[problem.severity] + ";1")
        )


def _summary(result: Result, shown: list[Problem], catalogue: Catalogue) -> Iterator[str]:
    counts = result.counts
    if shown:
        yield ""
    notes = catalogue.count("notes.number", result.notes)
    examples = catalogue.count("summary.examples", result.examples)
    errors = catalogue.count("summary.errors", counts[Severity.ERROR])
    warnings = catalogue.count("summary.warnings", counts[Severity.WARNING])
    yield catalogue.text("summary.line", notes=notes, examples=examples, errors=errors, warnings=warnings)
    if result.known is not None:
        yield from _known(result.known, catalogue)
    hidden = len(result.problems) - len(shown)
    if hidden:
        yield catalogue.count("summary.hidden", hidden)
    fixable = sum(problem.fix is not None for problem in result.problems)
    if fixable:
        yield catalogue.count("summary.fixable", fixable)
    names = list(dict.fromkeys(problem.check for problem in shown))[:_NAMES]
    if names:
        commands = ", ".join(f"estiba explain {name}" for name in names)
        yield catalogue.text("summary.read-on", commands=commands)


def _known(debt: KnownDebt, catalogue: Catalogue) -> Iterator[str]:
    problems = catalogue.count("baseline.problems", debt.left_out)
    key = "baseline.written" if debt.written else "baseline.known"
    yield catalogue.text(key, problems=problems, file=one_line(debt.file))
    if debt.mended:
        yield catalogue.count("baseline.dropped" if debt.written else "baseline.mended", debt.mended)
