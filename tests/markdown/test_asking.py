"""What an example asks of its reader."""

from __future__ import annotations

import re

import pytest

from estiba.catalogue import catalogue_for
from estiba.checks.subjects import PlacedExample
from estiba.compose.example import read_example
from estiba.markdown.asking import what_it_asks

NEEDS = """services:
  web:
    build: ./web
    env_file: [.env, web.env]
    environment:
      TZ: ${TZ:-UTC}
      TOKEN: ${TOKEN:?}
  other:
    image: other:1.2
    env_file: .env
networks:
  "<proxy>":
    external: true
"""


def asked(text, language="en"):
    example = read_example(text)
    assert example is not None
    part = what_it_asks(PlacedExample(example, "", 1, in_note=True), catalogue_for(language))
    return part and (part.summary, part.is_open, re.findall(r"<li>(.*?)</li>", str(part.content)))


def test_files_folders_and_what_must_exist_each_once():
    assert asked(NEEDS) == (
        "What it asks of you: 2 values, 3 files, 1 thing that must exist",
        False,
        [
            "The file <code>.env</code>, which you have to bring.",
            "The file <code>web.env</code>, which you have to bring.",
            "The folder <code>./web</code>, from which an image is built.",
            "The network <code>&lt;proxy&gt;</code>, which must exist before: docker network create.",
        ],
    )


def test_in_spanish():
    summary, _, items = asked(NEEDS, "es")
    assert summary == "Qué te pide: 2 valores, 3 archivos, 1 cosa que ya debe existir"
    assert items[0] == "El archivo <code>.env</code>, que tienes que poner tú."


@pytest.mark.parametrize("text", ["services:\n  a:\n    image: b:1\n", "services:\n  a:\n    image: [b\n"])
def test_what_asks_for_nothing(text):
    assert asked(text) is None
