"""The scripts that fill an example in give what Python gives, and that is the same file with those values."""

from __future__ import annotations

import html
import json
from importlib.resources import files

import pytest

from compose_cases import examples_in_docs, read_cases
from estiba.compose.env_file import env_value, read_env
from estiba.compose.example import read_file
from estiba.compose.project.model import read_model
from estiba.compose.variables.candidates import candidates_of
from estiba.compose.variables.fill_plan import fill_plan
from estiba.compose.variables.rewriting import filled, rewrite
from estiba.compose.variables.variables import variables_of
from estiba.markdown.plan import render_plan
from nasty_values import NASTY, PLACES, SENTINEL, held, written_values
from sites import served

FILL = """async ([address, cases, values]) => {
  const { changesOf } = await import(address + "estiba/example/fill.js");
  const { paint, paintingOf } = await import(address + "estiba/example/painting.js");
  return cases.map(([text, plan]) => {
    const code = document.createElement("code");
    for (const part of text.split(/(?<=[\\n ])/)) code.append(document.createElement("span"), part);
    const painting = paintingOf(code);
    const fill = (texts) => {
      paint(painting, changesOf(text, plan, texts), (run) => new Text(run.text));
      return code.textContent;
    };
    const references = plan.variables.map((one) => one.reference);
    const all = values.map((value) => fill(plan.variables.map(() => value.replaceAll("$", "$$$$"))));
    return [fill(references), ...all, fill([])];
  });
}"""
ENV = """async ([address, values]) => {
  const { envValue, envFile } = await import(address + "estiba/example/env.js");
  const variables = values.map((_, number) => ({ name: `V${number}`, control: "text" }));
  return [values.map(envValue), envFile(variables, values).map((run) => run.text).join("")];
}"""


@pytest.fixture
def scripts(window):
    """Where the scripts are served, and a page of that origin that runs none of them."""
    with served(files("estiba") / "theme/assets") as address:
        page = window.new_page()
        page.goto(address + "estiba/example/fill.js")
        yield address, page
        page.close()


def planned(text):
    model = read_model(read_file(text).document)
    return fill_plan(text, variables_of(text, model, list(candidates_of(model))))


def as_data(plan):
    """Give a plan as the browser gets it."""
    text = str(render_plan(plan))
    assert text.startswith("<template ")
    assert text.count("<") == 2
    return json.loads(html.unescape(text.partition(">")[2].rpartition("<")[0]))


def test_text_is_that_of_python_and_holds_every_value(scripts):
    address, page = scripts
    texts = [*PLACES.values(), *(text for _, text in examples_in_docs())]
    texts += [case.text for case in read_cases() if case.verdict == "accepted"]
    plans = [plan for text in texts if (plan := planned(text)).variables]
    made = page.evaluate(FILL, [address, [[plan.text, as_data(plan)] for plan in plans], NASTY])
    for plan, (with_references, *with_values, left) in zip(plans, made, strict=True):
        names = [one.name for one in plan.variables]
        with_sentinels = filled(plan, dict.fromkeys(names, SENTINEL))
        assert left == plan.text
        assert with_references == rewrite(plan.text, plan.variables)
        for value, text in zip(NASTY, with_values, strict=True):
            assert text == rewrite(plan.text, plan.variables, dict.fromkeys(names, value))
            assert written_values(text) == held(with_sentinels, value)


def test_env_file_is_that_of_python_and_holds_every_value(scripts):
    address, page = scripts
    values, text = page.evaluate(ENV, [address, NASTY])
    assert values == [env_value(value) for value in NASTY]
    assert read_env(text) == {f"V{number}": value for number, value in enumerate(NASTY)}
