"""What an example asks of its reader: values, files, and what has to exist before it is started."""

from __future__ import annotations

from markupsafe import Markup

from estiba.catalogue import Catalogue
from estiba.checks.compose import needs_file
from estiba.checks.subjects import PlacedExample
from estiba.markdown.part import Part
from estiba.problem import Problem

_FEW = 5
_LIST = Markup('<ul class="estiba-asks">{}</ul>')
_ITEM = Markup("<li>{before}<code>{name}</code>{behind}</li>")


def what_it_asks(shown: PlacedExample, catalogue: Catalogue) -> Part | None:
    """Write what somebody must bring to run `shown`; None where it is nothing."""
    needed = list({(one.variant, str(one.values["name"])): one for one in needs_file.find(shown)}.values())
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
    content = _LIST.format(Markup("").join(_item(one, catalogue) for one in needed)) if needed else Markup("")
    summary = catalogue.text("asks.summary", counts=", ".join(counts))
    return Part("asks", summary, content, is_open=len(variables) + len(needed) <= _FEW)


def _item(problem: Problem, catalogue: Catalogue) -> Markup:
    before, _, behind = catalogue.texts[f"asks.{problem.variant}"].partition("{name}")
    return _ITEM.format(before=before, name=problem.values["name"], behind=behind)
