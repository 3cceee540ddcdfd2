"""The form of an example, and the plan in it, as a browser gets them."""

from __future__ import annotations

import html
import json
import re
from itertools import pairwise

import pytest

from estiba.catalogue import catalogue_for
from estiba.compose.example import read_file
from estiba.compose.project.model import read_model
from estiba.compose.variables.candidates import candidates_of
from estiba.compose.variables.controls import Control
from estiba.compose.variables.fill_plan import fill_plan
from estiba.compose.variables.variables import variables_of
from estiba.markdown.form import render_form

TEXT = """\
# \U0001f600
services:
  app:
    image: a:1
    environment:
      TZ: Europe/Madrid
      APP_PASSWORD: 'it''s'
      APP_TOKEN: ${APP_TOKEN:?the token, <of> "yours"}
      NOTE: "${NOTE}"
      KEY: <your other key>
      MORE: ${MORE:+x}
    command: |
      --port ${WEB_PORT:-80}
"""


def form(text, language="en"):
    model = read_model(read_file(text).document)
    plan = fill_plan(text, variables_of(text, model, list(candidates_of(model))))
    return str(render_form(plan, catalogue_for(language), "estiba-example-1"))


def attributes(tag):
    return {name: html.unescape(value) for name, value in re.findall(r' ([\w-]+)="([^"]*)"', tag)}


def test_rows_say_what_is_asked_for():
    rows = re.findall(r'<div class="estiba-fill__what">(.*?)</div>', form(TEXT))
    assert [html.unescape(re.sub(r"<[^>]*>", "", row)) for row in rows] == [
        "TZ a time zone · by default Europe/Madrid",
        "APP_PASSWORD a credential",
        'APP_TOKEN the token, <of> "yours" · required',
        "NOTE a value",
        "KEY a value · required",
        "WEB_PORT a number · by default 80",
        "MORE a value",
    ]


def test_fields_have_what_they_need_and_nothing_to_be_sent():
    made = form(TEXT, "es")
    fields = [
        attributes(tag)
        for tag in re.findall(r'<(?:input|textarea)[^>]*class="estiba-fill__field"[^>]*>', made)
    ]
    assert [
        (one["id"], one.get("type"), one.get("inputmode"), one["placeholder"], one["data-estiba-refused"])
        for one in fields
    ] == [
        (
            "estiba-example-1-TZ",
            "text",
            "text",
            "Europe/Madrid",
            "No existe esa zona horaria; escríbela como Europe/Madrid.",
        ),
        ("estiba-example-1-APP_PASSWORD", "password", "text", "", ""),
        ("estiba-example-1-APP_TOKEN", "password", "text", "", ""),
        ("estiba-example-1-NOTE", None, None, "", ""),
        ("estiba-example-1-KEY", None, None, "<your other key>", ""),
        ("estiba-example-1-WEB_PORT", "text", "numeric", "80", "Escribe un puerto del 1 al 65535."),
        ("estiba-example-1-MORE", None, None, "", ""),
    ]
    assert {one["autocomplete"] for one in fields} == {"off"}
    assert [attributes(tag).get("value") for tag in re.findall(r"<[^>]* name=[^>]*>", made)] == [
        "file",
        "env",
    ]
    assert "<form" not in made
    assert made.count(" hidden>") == len(fields) + 3


def test_plan_counts_as_browsers_do():
    (plan,) = re.findall(r'<template class="estiba-fill__plan">(.*?)</template>', form(TEXT))
    assert "<" not in plan
    data = json.loads(html.unescape(plan))
    text = TEXT.encode("utf-16-le")
    slots = [
        [text[2 * start : 2 * end].decode("utf-16-le") for start, end in pairwise(cuts)]
        for slot in data["slots"]
        for cuts in [slot["cuts"]]
    ]
    assert data["variables"] == [
        {"name": "TZ", "control": "zone", "default": "Europe/Madrid", "reference": "${TZ:-Europe/Madrid}"},
        {"name": "APP_PASSWORD", "control": "secret", "default": "it's", "reference": "${APP_PASSWORD}"},
        {"name": "APP_TOKEN", "control": "secret"},
        {"name": "NOTE", "control": "text"},
        {
            "name": "KEY",
            "control": "text",
            "default": "<your other key>",
            "reference": "${KEY}",
            "isPlaceholder": True,
        },
        {"name": "WEB_PORT", "control": "port", "default": "80"},
        {"name": "MORE", "control": "text", "isUnplaced": True},
    ]
    assert slots == [
        ["", "Europe/Madrid", ""],
        ["'", "it''s", "'"],
        ["", '${APP_TOKEN:?the token, <of> "yours"}', ""],
        ['"', "${NOTE}", '"'],
        ["", "<your other key>", ""],
        ["|\n      --port ", "${WEB_PORT:-80}", "\n"],
    ]
    assert [slot["variables"] for slot in data["slots"]] == [[0], [1], [2], [3], [4], [5]]
    assert [slot.get("quoted") for slot in data["slots"]][1:4:2] == [['"', "it's", '"'], None]
    assert data["slots"][5]["quoted"] == ['"--port ', "${WEB_PORT:-80}", '\\n"\n']
    assert data["slots"][5]["indent"] == 6


def test_nothing_to_fill_in_and_too_much_of_it():
    head = "services:\n  app:\n    image: a:1\n    environment:\n"
    many = [f"      A{number}: ${{V{number}}}\n" for number in range(201)]
    assert form(head.replace("    environment:\n", "")) == ""
    assert form(head + "".join(many[:200])).count('class="estiba-fill__row"') == 200
    assert form(head + "".join(many)) == ""


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_may_be_refused_says_why(language):
    texts = catalogue_for(language).texts
    of_any = {Control.SECRET, Control.TEXT}
    assert {one for one in Control if f"fill.refused-{one}" in texts} == set(Control) - of_any
    assert {one for one in Control if f"fill.like-{one}" in texts} == set(Control) - of_any
