"""What an example asks of its reader: values, files, and what has to exist before it is started."""

from __future__ import annotations

from markupsafe import Markup

from estiba.catalogue import Catalogue
from estiba.checks.compose import needs_file
from estiba.checks.subjects import PlacedExample
from estiba.markdown.html_template import HtmlTemplate
from estiba.markdown.part import Part
from estiba.problem import Problem

_FEW = 5
_NO_FORM = Markup("")
_LIST = HtmlTemplate('<ul class="estiba-asks">{}</ul>')
_ITEM = HtmlTemplate("<li>{before}<code>{name}</code>{behind}</li>")


def what_it_asks(shown: PlacedExample, catalogue: Catalogue, form: Markup = _NO_FORM) -> Part | None:
    """Write what one must bring to run `shown`, the `form` for values first; None where it is nothing."""
    needed = needed_by(shown)
    variables = shown.example_variables
    if not needed and not variables:
        return None
    counts = []
    if variables:
        counts.append(catalogue.count("asks.values", len(variables)))
    files = sum(not one.variant.startswith("external") for one in needed)
    if files:
        counts.append(catalogue.count("asks.files", files))
    if len(needed) > files:
        counts.append(catalogue.count("asks.others", len(needed) - files))
    content = (
        _LIST.format(Markup("").join(write_need(one, catalogue) for one in needed)) if needed else Markup("")
    )
    summary = catalogue.text("asks.summary", counts=", ".join(counts))
    cannot_be_left = bool(needed) or any(one.must_be_set or one.is_placeholder for one in variables)
    is_open = cannot_be_left and len(variables) + len(needed) <= _FEW
    return Part("asks", summary, form + content, is_open=is_open)


def needed_by(shown: PlacedExample) -> list[Problem]:
    """Give what has to be there before `shown` is started, each thing once (`needs-file`)."""
    return list({(one.variant, str(one.values["name"])): one for one in needs_file.find(shown)}.values())


def write_need(problem: Problem, catalogue: Catalogue) -> Markup:
    """Write one of `needed_by` as an entry of a list."""
    before, _, behind = catalogue.texts[f"asks.{problem.variant}"].partition("{name}")
    return _ITEM.format(before=before, name=problem.values["name"], behind=behind)
