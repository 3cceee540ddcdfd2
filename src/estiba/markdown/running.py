"""What an example runs: a table, and one line that says how much it is."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import starmap

from markupsafe import Markup

from estiba.catalogue import Catalogue
from estiba.checks.subjects import PlacedExample
from estiba.compose.project.summary.summary import Summary, summarise
from estiba.markdown.html_template import HtmlTemplate
from estiba.markdown.part import Part
from estiba.markdown.service_cells import ServiceCells

_FEW = 4
_ROWS = 50
_TABLE = HtmlTemplate(
    '<div class="estiba-runs"><table class="estiba-runs__table" role="table"><caption>{caption}</caption>'
    '<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
    '<tbody role="rowgroup">{rows}</tbody></table>{more}</div>'
)
_HEADER = HtmlTemplate('<th class="estiba-runs__{}" role="columnheader" scope="col">{}</th>')
_ROW = HtmlTemplate('<tr role="row"><th role="rowheader" scope="row">{}</th>{}</tr>')
_CELL = HtmlTemplate('<td role="cell" data-label="{}">{}</td>')
_MORE = HtmlTemplate("<p>{}</p>")


def what_it_runs(shown: PlacedExample, catalogue: Catalogue) -> Part | None:
    """Write what somebody starts with `shown`; None where it has no services that can be read."""
    summary = summarise(shown.model)
    if not summary.services:
        return None
    return Part(
        "runs",
        summary_line(summary, catalogue),
        render_summary(summary, catalogue),
        is_open=len(summary.services) <= _FEW,
    )


def summary_line(summary: Summary, catalogue: Catalogue) -> str:
    """Say how much `summary` is: `Qué arranca: 2 servicios, 1 puerto`."""
    counts = {
        "services": len(summary.services),
        "ports": summary.ports,
        "volumes": summary.volumes,
        "paths": summary.paths,
    }
    said = [catalogue.count(f"runs.{key}", number) for key, number in counts.items() if number]
    return catalogue.text("runs.summary", counts=", ".join(said))


def render_summary(summary: Summary, catalogue: Catalogue) -> Markup:
    """Render the table: a row a service, without columns that nobody has.

    Of very many services, ports or mounts it shows the first, and says how many more there are.
    """
    services, cells = summary.services[:_ROWS], ServiceCells(catalogue)
    columns = [
        (key, catalogue.text(f"runs.{key}"), entries, word)
        for key, entries, word in cells.columns()
        if any(entries(service) for service in services)
    ]
    heads = [("service", catalogue.text("runs.service")), *((key, label) for key, label, _, _ in columns)]
    rows = (
        _ROW.format(
            cells.name(service),
            _joined(
                _CELL.format(label, cells.cell(entries(service), word)) for _, label, entries, word in columns
            ),
        )
        for service in services
    )
    hidden = len(summary.services) - len(services)
    return _TABLE.format(
        caption=catalogue.text("runs.caption"),
        head=_joined(starmap(_HEADER.format, heads)),
        rows=_joined(rows),
        more=_MORE.format(catalogue.count("runs.more-services", hidden)) if hidden else "",
    )


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup("").join(parts)
