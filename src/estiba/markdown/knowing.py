"""What a reader should know before they run an example."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from markupsafe import Markup, escape

from estiba.catalogue import Catalogue
from estiba.checks.judge import Silenced
from estiba.checks.judged import JudgedExample
from estiba.checks.telling import TOLD, told_of
from estiba.markdown.html_template import HtmlTemplate
from estiba.markdown.lines import LineMark
from estiba.markdown.part import Part
from estiba.problem import Problem, Severity

_LINES = ("first", "brought_in")
"""Values of problems that are lines of the file."""
_FEW = 3
_MOST = 100
"""Problems that a page tells of: the worst ones."""
_LIST = HtmlTemplate('<ul class="estiba-know">{}</ul>{}')
_MORE = HtmlTemplate("<p>{}</p>")
_ITEM = HtmlTemplate(
    '<li class="estiba-know__item estiba-know__item--{severity}">'
    '<span class="estiba-know__severity">{word}</span> '
    '<a href="#{block_id}-{line}">{place}</a>: {message}{reason}{check}</li>'
)
_REASON = HtmlTemplate(' <span class="estiba-know__reason">{}</span>')
_SOURCE = HtmlTemplate('<a href="{}" rel="noopener">{}</a>')
_CHECK = HtmlTemplate(' <a class="estiba-know__check" href="{href}">{name}</a>')
_NAME = HtmlTemplate(' <span class="estiba-know__check">{}</span>')

CheckUrl = Callable[[str], str]


def what_to_know(
    judged: JudgedExample, catalogue: Catalogue, block_id: str, check_url: CheckUrl
) -> Part | None:
    """Write errors, warnings and advice of `judged`, each with its line; None where there are none.

    What its author has silenced is there with their reason: it does not become harmless by that.
    `check_url` gives the address of a check's page, or nothing.
    """
    told = sorted(told_of(judged), key=lambda one: (TOLD.index(one.problem.severity), one.problem.position))
    if not told:
        return None
    items = [_item(one, judged, catalogue, block_id, check_url) for one in told[:_MOST]]
    hidden = len(told) - len(items)
    more = _MORE.format(catalogue.count("know.more", hidden)) if hidden else ""
    counts = (
        catalogue.count(f"know.{severity}", number)
        for severity in TOLD
        if (number := sum(one.problem.severity is severity for one in told))
    )
    summary = catalogue.text("know.summary", counts=", ".join(counts))
    is_open = len(told) <= _FEW or told[0].problem.severity is not Severity.ADVICE
    return Part("know", summary, _LIST.format(Markup("").join(items), more), is_open=is_open)


def marked_lines(judged: JudgedExample) -> dict[int, LineMark]:
    """Give the lines, from 1, that something is to be known of, with a class for the worst of it."""
    worst: dict[int, Severity] = {}
    for one in told_of(judged):
        line = judged.line_of(one.problem)
        worst[line] = min(worst.get(line, Severity.ADVICE), one.problem.severity, key=TOLD.index)
    return {line: LineMark(("estiba-line", f"estiba-line--{severity}")) for line, severity in worst.items()}


def _item(
    one: Silenced, judged: JudgedExample, catalogue: Catalogue, block_id: str, check_url: CheckUrl
) -> Markup:
    problem = one.problem
    url = check_url(problem.check)
    line = judged.line_of(problem)
    return _ITEM.format(
        severity=problem.severity,
        word=catalogue.text(f"severity.{problem.severity}"),
        block_id=block_id,
        line=line,
        place=catalogue.text("know.line", line=line),
        message=_message(_in_lines_of_example(problem, judged), catalogue),
        reason=_REASON.format(catalogue.text("know.reason", reason=one.reason)) if one.reason else "",
        check=_CHECK.format(href=url, name=problem.check) if url else _NAME.format(problem.check),
    )


def _message(problem: Problem, catalogue: Catalogue) -> Markup:
    """Write the message as a sentence; the source of a fact in it is a link."""
    words = catalogue.problem(problem)
    words = words if words.endswith((".", "?", "!", "…")) else f"{words}."
    source = problem.values.get("source")
    before, source, behind = (
        words.partition(source)
        if isinstance(source, str) and source.startswith("https://")
        else (words, "", "")
    )
    return escape(before) + (_SOURCE.format(source, source) if source else Markup("")) + behind


def _in_lines_of_example(problem: Problem, judged: JudgedExample) -> Problem:
    """Count the lines that a message names from the example's first, as its reader does."""
    offset = judged.shown.first_line - 1
    values = {
        name: value - offset if name in _LINES and isinstance(value, int) else value
        for name, value in problem.values.items()
    }
    return dataclasses.replace(problem, values=values)
