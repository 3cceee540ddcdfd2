"""How to start an example: one line to copy into a shell."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup, escape

from estiba.catalogue import Catalogue
from estiba.checks.judged import JudgedExample
from estiba.checks.subjects import PlacedExample
from estiba.markdown.asking import needed_by, write_need
from estiba.markdown.fetch_command import ENV, UP, Source, fetch_command
from estiba.markdown.html_template import HtmlTemplate
from estiba.markdown.part import Part
from estiba.problem import Problem

_LISTED = 8
_BROUGHT = (ENV, f"./{ENV}")
_CONTENT = HtmlTemplate(
    "<p>{said}</p>"
    '<div class="estiba-start no-copy" id="{id}-line"><pre><code id="{id}">{command}</code></pre>'
    '<button type="button" class="estiba-example__action estiba-example__copy" data-estiba-copies="{id}"'
    ' data-estiba-copied="{copied}" data-estiba-failed="{failed}">{copy}</button></div>{needs}'
)
_AND = " && "
_STEP, _LAST = HtmlTemplate("<span>{}{}</span>"), HtmlTemplate("<span>{}</span>")
_NEEDS = HtmlTemplate("<p>{}</p><ul>{}</ul><p>{}</p>")
_MORE = HtmlTemplate("<li>{}</li>")
_CODE = HtmlTemplate("<code>{}</code>")


def how_to_start(
    judged: JudgedExample, source: Source | None, catalogue: Catalogue, block_id: str
) -> Part | None:
    """Write the line, and what it does; None where it cannot be fetched, or Compose would refuse it.

    Where the reader has to bring something first, the line ends before anything is started.
    """
    if source is None or not judged.verdict.is_passed:
        return None
    needed = _missing(judged.shown, source)
    content = _CONTENT.format(
        said=_said(source, catalogue, starts=not needed),
        id=f"{block_id}-command",
        command=_in_steps(fetch_command(source, starts=not needed)),
        copy=catalogue.text("start.copy"),
        copied=catalogue.text("example.copied"),
        failed=catalogue.text("example.copy-failed"),
        needs=_needs(needed, catalogue) if needed else "",
    )
    key = "start.summary-fetch" if needed else "start.summary"
    return Part("start", catalogue.text(key), content, is_open=True)


def _in_steps(command: str) -> Markup:
    """Mark the steps of the line, for each to be shown on a line of its own."""
    *steps, last = command.split(_AND)
    return Markup("").join([*(_STEP.format(step, _AND) for step in steps), _LAST.format(last)])


def _missing(shown: PlacedExample, source: Source) -> list[Problem]:
    """Give what the line does not bring."""
    brought = _BROUGHT if source.env_url is not None else ()
    return [one for one in needed_by(shown) if one.variant != "file" or one.values["name"] not in brought]


def _said(source: Source, catalogue: Catalogue, *, starts: bool) -> Markup:
    said = [_text(catalogue, "runs" if starts else "fetches", folder=source.folder)]
    if source.env_url is not None:
        what = ("fill" if starts else "fill-only") if source.is_to_fill else "env"
        said += [_text(catalogue, what, env=ENV), _text(catalogue, "kept", env=ENV)]
    return Markup(" ").join(said)


def _needs(needed: list[Problem], catalogue: Catalogue) -> Markup:
    items = [write_need(one, catalogue) for one in needed[:_LISTED]]
    if len(needed) > _LISTED:
        items.append(_MORE.format(catalogue.count("start.more", len(needed) - _LISTED)))
    then = _text(catalogue, "then", command=UP)
    return _NEEDS.format(catalogue.text("start.needs"), Markup("").join(items), then)


def _text(catalogue: Catalogue, key: str, **codes: str) -> Markup:
    """Give a text of the catalogue in which each value is code."""
    written = {name: _CODE.format(text) for name, text in codes.items()}
    return _template(catalogue.texts[f"start.{key}"]).format(**written)


@cache
def _template(text: str) -> HtmlTemplate:
    """Read a text of the catalogue, which is no HTML."""
    return HtmlTemplate(escape(text))
