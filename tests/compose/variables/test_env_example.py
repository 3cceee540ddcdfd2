"""The `.env.example` of an example."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import oracle
from estiba.catalogue import catalogue_for
from estiba.checks.subjects import PlacedExample
from estiba.compose.env_file import read_env
from estiba.compose.example import read_file
from estiba.compose.variables.env_example import env_example
from fake_secrets import ISSUED, RANDOM
from nasty_values import NASTY

FILE = """services:
  web:
    image: nginx:${TAG:-1.29}
    ports: ["${IP:?the address of the server}:80:80"]
    environment:
      TZ: ${TZ:-Europe/Madrid}
      DB_PASSWORD: ${DB_PASSWORD:?}
      WORD: $WORD
      LITERAL: CHANGE_ME
"""


def made_of(text, given=None, language="en"):
    placed = PlacedExample(read_file(text), "", 1, variables=given or {}, in_note=True)
    return env_example(placed.example_variables, placed.model, placed.variables, catalogue_for(language))


def lines_of(environment, given=None):
    """Give the lines below the header for a service with this `environment`."""
    written = "".join(f"      V{number}: {value}\n" for number, value in enumerate(environment))
    made = made_of(f"services:\n  a:\n    image: x\n    environment:\n{written}", given)
    return None if made is None else made.text.split("\n")[2:-1]


def test_a_file():
    made = made_of(FILE)
    assert made.text == (
        "# Values that Docker Compose reads from .env, beside the Compose file.\n"
        "\n# Optional: a value\nTAG=1.29\n"
        "\n# Required: the name or the address of a machine (the address of the server)\nIP=\n"
        "\n# Optional: a time zone\nTZ=Europe/Madrid\n"
        "\n# Required: a credential\nDB_PASSWORD=\n"
        "\n# To fill in: a value\nWORD=\n"
    )
    assert made.is_to_fill


def test_in_spanish():
    assert made_of(FILE, language="es").text.startswith(
        "# Valores que Docker Compose lee de .env, junto al archivo de Compose.\n"
        "\n# Opcional: un valor\nTAG=1.29\n"
        "\n# Obligatorio: el nombre o la dirección de un equipo (the address of the server)\nIP=\n"
    )


def test_what_has_a_value_everywhere_is_not_to_be_filled_in():
    assert not made_of("services: {a: {image: 'x:${TAG:-1}', restart: '${X:+always}'}}").is_to_fill


@pytest.mark.parametrize(
    "text",
    ["services: {a: {image: x, environment: {A: CHANGE_ME}}}", "services: {a: {image: x}}", "services: [\n"],
)
def test_without_references_there_is_none(text):
    assert made_of(text) is None


@pytest.mark.parametrize(
    ("environment", "lines"),
    [
        (["${A:-it's}"], ["# Optional: a value", 'A="it\'s"']),
        (["${A:-}"], ["# Optional: a value", "A="]),
        (["${DOMAIN:-example.com}"], ["# To fill in: a domain", "DOMAIN=example.com"]),
        (["${A}", "${A:-b}"], ["# Optional: a value", "A=b"]),
        (["${A:-b}", "${A:?say it}"], ["# Required: a value (say it)", "A=b"]),
        (["${A:?one\\u202e two}"], ["# Required: a value (one two)", "A="]),
        (["${A:?" + "x" * 1000 + "}"], ["# Required: a value (" + "x" * 200 + ")", "A="]),
        (["${A:-${B}/x}"], ["# Optional: a value", "#A="]),
        (["${A:-${B:-/srv}/x}"], ["# Optional: a value", "#A="]),
        (["${A:+b}"], ["# Optional: a value", "#A="]),
        (["${A:+b}", "$A"], ["# To fill in: a value", "A="]),
        (["${PWD}", "$HOME", "${USER:-me}"], None),
        (["$$A"], None),
    ],
)
def test_lines(environment, lines):
    assert lines_of(f'"{one}"' for one in environment) == lines


@pytest.mark.parametrize(
    ("reference", "given", "line"),
    [
        ("${A:-b}", "c d", "A='c d'"),
        ("${A:?}", "c", "A=c"),
        ("${A:-b}", "", "A=b"),
        ("${DB_PASSWORD:?}", "hunter2-of-the-author", "DB_PASSWORD="),
        ("${DB_PASSWORD:-b}", "hunter2-of-the-author", "DB_PASSWORD=b"),
        ("${DB_PASSWORD:?}", "CHANGE_ME", "DB_PASSWORD=CHANGE_ME"),
        ("${A:?}", ISSUED["GitHub"], "A="),
        ("${URL:?}", f"postgres://me:{RANDOM['hexadecimal']}@db/x", "URL="),
    ],
)
def test_what_the_note_gives(reference, given, line):
    name = line.partition("=")[0]
    assert lines_of([reference], {name: given, "OTHER": "x"})[1:] == [line]


@pytest.mark.parametrize("value", [ISSUED["GitHub"], "•" * 40])
def test_a_secret_that_looks_real_is_no_default(value):
    assert lines_of([f"${{A_TOKEN:-{value}}}"]) == ["# Optional: a credential", "#A_TOKEN="]


def test_a_default_cannot_break_the_file():
    defaults = [one for one in NASTY if "}" not in one and "\n" not in one and "$" not in one]
    text = "services:\n  a:\n    image: x\n    environment:\n"
    for number, value in enumerate(defaults):
        quoted = "".join(f"\\U{ord(char):08x}" for char in value)
        text += f'      V{number}: "${{A{number}-{quoted}}}"\n'
    wanted = {f"A{number}": value for number, value in enumerate(defaults)}
    env = made_of(text).text
    assert read_env(env) == wanted
    if oracle.program() is not None:
        made = oracle.config(text, env)["services"]["a"]["environment"]
        assert made == {f"V{number}": value for number, value in enumerate(defaults)}


@settings(derandomize=True, deadline=None)
@given(st.dictionaries(st.sampled_from("ABCDEF"), st.text(min_size=1)))
def test_whatever_a_note_gives_is_read_back(given):
    environment = "".join(f"      {name}: ${name}\n" for name in "ABCDEF")
    made = made_of(f"services:\n  a:\n    image: x\n    environment:\n{environment}", given)
    assert read_env(made.text) == dict.fromkeys("ABCDEF", "") | given
