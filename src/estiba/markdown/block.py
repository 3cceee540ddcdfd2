"""An example -> the block that a reader sees."""

from __future__ import annotations

from collections.abc import Sequence

from markdown import Markdown
from markupsafe import Markup

from estiba.catalogue import Catalogue
from estiba.checks.judged import JudgedExample
from estiba.checks.verdicts import Verdict
from estiba.compose.variables.fill_plan import FillPlan, fill_plan
from estiba.markdown.asking import what_it_asks
from estiba.markdown.explaining import Tie, explained_lines, merged
from estiba.markdown.fence_info import FenceInfo
from estiba.markdown.form import render_form
from estiba.markdown.highlighting import highlight_yaml
from estiba.markdown.html_template import HtmlTemplate
from estiba.markdown.knowing import marked_lines, what_to_know
from estiba.markdown.page import ExampleFiles, Page
from estiba.markdown.running import what_it_runs
from estiba.markdown.starting import how_to_start

_BLOCK = HtmlTemplate(
    '<div class="estiba-example" id="{id}" role="group" aria-label="{label}">'
    '<div class="estiba-example__bar" data-search-exclude>'
    '<span class="estiba-example__name">{name}</span>'
    '<span class="estiba-example__status" role="status"></span>'
    "{copy}{download}"
    '<p class="estiba-example__verdict estiba-example__verdict--{verdict}">{said}</p>'
    "</div>{code}{parts}</div>"
)
_COPY = HtmlTemplate(
    '<button type="button" class="estiba-example__action estiba-example__copy"'
    ' data-estiba-copied="{copied}" data-estiba-failed="{failed}">{text}</button>'
)
_DOWNLOAD = HtmlTemplate(
    '<a class="estiba-example__action estiba-example__download" href="{href}" download="{name}">{text}</a>'
)
_PARTS = HtmlTemplate('<section class="estiba-example__parts" data-search-exclude>{}</section>')


def render_block(
    md: Markdown,
    judged: JudgedExample,
    info: FenceInfo,
    page: Page,
    *,
    files: ExampleFiles | None,
    block_id: str,
    ties: Sequence[Tie],
) -> Markup:
    """Render the last of the examples of `page`; `files` are its own, if it has any.

    `ties` are what explains it, in the list below.
    """
    example, catalogue = judged.shown.example, page.catalogue
    plan = fill_plan(example.text, judged.shown.example_variables if example.is_to_run else ())
    marks = merged(marked_lines(judged), explained_lines(ties, block_id, catalogue))
    return _BLOCK.format(
        id=block_id,
        label=catalogue.text(f"example.{_kind(judged)}label", name=example.shown_name),
        name=example.shown_name,
        copy=_copy(catalogue) if not example.shows else "",
        download=_downloads(files, catalogue) if files else "",
        verdict=judged.verdict,
        said=_verdict(judged, catalogue),
        code=highlight_yaml(md, example.text, info, block_id, marks),
        parts=_parts(judged, page, block_id, files, plan),
    )


def _kind(judged: JudgedExample) -> str:
    """Name what is not a whole file to run; empty for one that is."""
    kinds = (Verdict.COUNTER_EXAMPLE, Verdict.EXCERPT)
    return f"{judged.verdict}-" if judged.verdict in kinds else ""


def _copy(catalogue: Catalogue) -> Markup:
    return _COPY.format(
        text=catalogue.text("example.copy"),
        copied=catalogue.text("example.copied"),
        failed=catalogue.text("example.copy-failed"),
    )


def _downloads(files: ExampleFiles, catalogue: Catalogue) -> Markup:
    texts = {files.compose: catalogue.text("example.download"), files.env: catalogue.text("example.env")}
    return Markup("").join(
        _DOWNLOAD.format(href=href, name=href.rpartition("/")[2], text=text)
        for href, text in texts.items()
        if href is not None
    )


def _verdict(judged: JudgedExample, catalogue: Catalogue) -> str:
    return catalogue.text(f"verdict.{judged.verdict}", line=judged.shown.example.fault_line or 0)


def _parts(
    judged: JudgedExample, page: Page, block_id: str, files: ExampleFiles | None, plan: FillPlan
) -> Markup:
    shown, catalogue = judged.shown, page.catalogue
    parts = [what_to_know(judged, catalogue, block_id, page.check_url)]
    if shown.example.is_to_run:
        source = files.source if files else None
        form = render_form(plan, catalogue, block_id)
        parts = [what_it_runs(shown, catalogue), what_it_asks(shown, catalogue, form), *parts]
        parts.append(how_to_start(judged, source, catalogue, block_id))
    written = [part.html() for part in parts if part is not None]
    return _PARTS.format(Markup("").join(written)) if written else Markup("")
