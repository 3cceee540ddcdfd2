"""Docker Compose reads what was filled in: in the file, and from an `.env` beside it."""

from __future__ import annotations

import pytest

import oracle
from estiba.compose.env_file import env_value
from estiba.compose.example import read_file
from estiba.compose.project.model import read_model
from estiba.compose.variables.candidates import candidates_of
from estiba.compose.variables.rewriting import rewrite
from estiba.compose.variables.variables import variables_of
from nasty_values import NASTY

TEXT = "services:\n  app:\n    image: a:1\n    environment:\n" + "".join(
    f"      P{one}: ${{V{one}}}\n      S{one}: '${{V{one}}}'\n      D{one}: \"${{V{one}}}\"\n"
    for one in range(len(NASTY))
)
VALUES = {f"V{number}": value for number, value in enumerate(NASTY)}
READ = {f"{style}{number}": value for style in "PSD" for number, value in enumerate(NASTY)}

pytestmark = pytest.mark.skipif(oracle.program() is None, reason="no Docker Compose for this machine")


def environment(text, env=""):
    return oracle.config(text, env)["services"]["app"]["environment"]


def test_from_the_file():
    variables = variables_of(TEXT, model := read_model(read_file(TEXT).document), list(candidates_of(model)))
    assert environment(rewrite(TEXT, variables, VALUES)) == READ


def test_from_an_env_file():
    env = "".join(f"{name}={env_value(value)}\n" for name, value in VALUES.items())
    assert environment(TEXT, env) == READ
