"""An example -> the block that a reader sees."""

from __future__ import annotations

from markdown import Markdown
from markupsafe import Markup

from estiba.catalogue import Catalogue
from estiba.compose.document import Reading
from estiba.compose.example import Example
from estiba.markdown.fence_info import FenceInfo
from estiba.markdown.highlighting import highlight_yaml

_BLOCK = Markup(
    '<div class="estiba-example" role="group" aria-label="{label}">'
    '<div class="estiba-example__bar" data-search-exclude>'
    '<span class="estiba-example__name">{name}</span>{kind}'
    '<span class="estiba-example__status" role="status"></span>'
    "{copy}{download}"
    "</div>{remark}{code}</div>"
)
_COPY = Markup(
    '<button type="button" class="estiba-example__action estiba-example__copy"'
    ' data-estiba-copied="{copied}" data-estiba-failed="{failed}">{text}</button>'
)
_DOWNLOAD = Markup('<a class="estiba-example__action" href="{href}" download="{name}">{text}</a>')
_KIND = Markup('<span class="estiba-example__kind">{}</span>')
_COUNTER_EXAMPLE = "counter-example"
_REMARK = Markup('<p class="estiba-example__remark">{}</p>')


def render_block(
    md: Markdown, example: Example, info: FenceInfo, *, href: str | None, catalogue: Catalogue
) -> Markup:
    """Render `example`; `href` is the address of its file, if it has one."""
    kind = _kind(example)
    return _BLOCK.format(
        label=catalogue.text(f"example.{kind}-label" if kind else "example.label", name=example.shown_name),
        name=example.shown_name,
        kind=_KIND.format(catalogue.text(f"example.{kind}")) if kind else "",
        copy=_copy(catalogue) if kind != _COUNTER_EXAMPLE else "",
        download=_download(href, catalogue) if href is not None else "",
        remark=_remark(example, catalogue),
        code=highlight_yaml(md, example.text, info),
    )


def _kind(example: Example) -> str:
    """Name what is not a whole file to run; empty for one that is."""
    if example.shows:
        return _COUNTER_EXAMPLE
    return "excerpt" if example.part is not None else ""


def _copy(catalogue: Catalogue) -> Markup:
    return _COPY.format(
        text=catalogue.text("example.copy"),
        copied=catalogue.text("example.copied"),
        failed=catalogue.text("example.copy-failed"),
    )


def _download(href: str, catalogue: Catalogue) -> Markup:
    return _DOWNLOAD.format(href=href, name=href.rpartition("/")[2], text=catalogue.text("example.download"))


def _remark(example: Example, catalogue: Catalogue) -> Markup:
    if example.fault_line is not None:
        return _REMARK.format(catalogue.text("example.unreadable", line=example.fault_line))
    if example.document.reading is Reading.TOO_LARGE:
        return _REMARK.format(catalogue.text("example.too-large"))
    return Markup("")
