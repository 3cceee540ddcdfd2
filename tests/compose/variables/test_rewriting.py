from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.example import read_file
from estiba.compose.project.model import read_model
from estiba.compose.variables.candidates import candidates_of
from estiba.compose.variables.fill_plan import fill_plan
from estiba.compose.variables.rewriting import filled, rewrite
from estiba.compose.variables.variables import variables_of
from nasty_values import COMMENTS, NASTY, PLACES, SENTINEL, held, written_values

HEAD = "services:\n  app:\n    image: a:1\n"


def model_of(text, values=None):
    return read_model(read_file(text).document, values)


def rewritten(text, values=None):
    return rewrite(text, variables_of(text, model := model_of(text), list(candidates_of(model))), values)


def as_texts(value):
    """Give a tree with numbers and truth values as the texts that containers get."""
    if isinstance(value, dict):
        return {key: as_texts(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_texts(one) for one in value]
    return value if isinstance(value, str) or value is None else json.dumps(value)


WHOLE = """\
# the web
x-env: &env
  TZ: Europe/Madrid   # here
services:
  app:
    image: "a:1"
    environment:
      <<: *env
      PUID: 1000
      DB_PASSWORD: 'hunter2' # change it
      COST: "5$$ or $${X}"
    command: ["serve", --token, abc'def, "--name=$$HOME"]
    labels: {rule: Host(`app.example.com`), other: 1}
    volumes:
      - </path/to/data>:/data:ro
  db:
    image: postgres:17
    environment:
      - POSTGRES_PASSWORD=hunter2
      - "URL=postgres://a:hunter2@db/${NAME:-a}"
"""
AS_VARIABLES = """\
# the web
x-env: &env
  TZ: ${TZ:-Europe/Madrid}   # here
services:
  app:
    image: "a:1"
    environment:
      <<: *env
      PUID: ${PUID:-1000}
      DB_PASSWORD: '${DB_PASSWORD}' # change it
      COST: "5$$ or $${X}"
    command: ["serve", --token, "${APP_TOKEN}", "--name=$$HOME"]
    labels: {rule: "Host(`app.${DOMAIN}`)", other: 1}
    volumes:
      - ${DATA_PATH}:/data:ro
  db:
    image: postgres:17
    environment:
      - POSTGRES_PASSWORD=${DB_PASSWORD}
      - "URL=postgres://a:${DB_PASSWORD}@db/${NAME:-a}"
"""
FILLED = """\
# the web
x-env: &env
  TZ: ${TZ:-Europe/Madrid}   # here
services:
  app:
    image: "a:1"
    environment:
      <<: *env
      PUID: 1001
      DB_PASSWORD: 'it''s $$5: "#1"' # change it
      COST: "5$$ or $${X}"
    command: ["serve", --token, "x, y", "--name=$$HOME"]
    labels: {rule: "Host(`app.home.arpa`)", other: 1}
    volumes:
      - "/srv/my data:/data:ro"
  db:
    image: postgres:17
    environment:
      - "POSTGRES_PASSWORD=it's $$5: \\"#1\\""
      - "URL=postgres://a:it's $$5: \\"#1\\"@db/b"
"""
VALUES = {
    "PUID": "1001",
    "DB_PASSWORD": 'it\'s $5: "#1"',
    "APP_TOKEN": "x, y",
    "DOMAIN": "home.arpa",
    "DATA_PATH": "/srv/my data",
    "NAME": "b",
}


def test_variables_are_written_where_they_stand():
    assert rewritten(WHOLE) == AS_VARIABLES


def test_values_are_written_with_the_quotes_that_they_need():
    assert rewritten(WHOLE, VALUES) == FILLED


@pytest.mark.parametrize("text", [WHOLE, WHOLE + "---\n" + HEAD + "    environment: [DB_PASSWORD=toor]\n"])
def test_structure_stays_and_so_do_the_values_once_they_are_filled_in(text):
    variables = variables_of(text, model := model_of(text), list(candidates_of(model)))
    defaults = {one.name: one.default for one in variables if one.default is not None}
    before = as_texts(model_of(text, defaults).values.root)
    after = as_texts(model_of(rewrite(text, variables), defaults).values.root)
    assert after == before | {"x-env": after.get("x-env")}
    assert as_texts(model_of(rewrite(text, variables, defaults)).values.root) == before


def test_rewriting_again_changes_nothing():
    once = rewritten(WHOLE)
    assert rewritten(once) == once


def test_nothing_to_fill_in_changes_nothing():
    assert rewritten(HEAD) == HEAD
    assert rewrite(HEAD, ()) == HEAD


@pytest.mark.parametrize(
    ("line", "value", "expected"),
    [
        ("P_TOKEN: abc", "0123", 'P_TOKEN: "0123"'),
        ("P_TOKEN: abc", "12", 'P_TOKEN: "12"'),
        ("P_TOKEN: abc", "-", 'P_TOKEN: "-"'),
        ("P_TOKEN: abc", "yes", 'P_TOKEN: "yes"'),
        ("P_TOKEN: abc", "12:30", 'P_TOKEN: "12:30"'),
        ("P_TOKEN: abc", "true", 'P_TOKEN: "true"'),
        ("P_TOKEN: abc", "2026-01-01", 'P_TOKEN: "2026-01-01"'),
        ("P_TOKEN: abc", "", 'P_TOKEN: ""'),
        ("P_TOKEN: abc", "- a: b", 'P_TOKEN: "- a: b"'),
        ("P_TOKEN: abc", "a$b", "P_TOKEN: a$$b"),
        ("P_TOKEN: abc", "a\\b\n\tc\x01", 'P_TOKEN: "a\\\\b\\n\\tc\\U00000001"'),
        ("P_TOKEN: 'abc'", "a\nb", 'P_TOKEN: "a\\nb"'),
        ("P_TOKEN: 'abc'", "", "P_TOKEN: ''"),
        ('P_TOKEN: "abc"', '"\\', 'P_TOKEN: "\\"\\\\"'),
        ("P_TOKEN: &a abc", "x y", 'P_TOKEN: &a "x y"'),
        ("P_TOKEN: ${A}${A:+x}", "b", None),
    ],
)
def test_value_is_quoted_as_it_needs(line, value, expected):
    text = HEAD + f"    environment:\n      {line}\n"
    new = rewritten(text, {"P_TOKEN": value})
    assert new == (text if expected is None else text.replace(line, expected))
    if expected:
        assert as_texts(model_of(new).value_at(("services", "app", "environment", "P_TOKEN"))) == value


@pytest.mark.parametrize(
    ("value", "written"), [("1001", "1001"), ("01001", '"01001"'), ("1_001", '"1_001"'), ("a", "a")]
)
def test_number_stays_one(value, written):
    text = HEAD + "    environment:\n      PUID: 1000\n"
    assert rewritten(text, {"PUID": value}) == text.replace("1000", written)


BLOCK = (
    HEAD + "configs:\n  c:\n    content: |\n      # set up\n      token: abc\n      rest: $$1\n"
    "    labels: [a]\n"
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("xyz", "token: xyz"),
        ("a b$", "token: a b$$"),
        ("one\n\n two", "token: one\n      \n       two"),
    ],
)
def test_block_keeps_its_form(value, expected):
    assert rewritten(BLOCK, {"TOKEN": value}) == BLOCK.replace("token: abc", expected)


@pytest.mark.parametrize(("value", "expected"), [("\x01", "\\U00000001"), ("", ""), (" a", " a")])
def test_block_is_quoted_where_it_cannot_hold_a_value(value, expected):
    assert rewritten(BLOCK, {"TOKEN": value}) == (
        HEAD
        + f'configs:\n  c:\n    content: "# set up\\ntoken: {expected}\\nrest: $$1\\n"\n'
        + "    labels: [a]\n"
    )


@pytest.mark.parametrize("name", PLACES)
def test_text_is_the_same_file_with_any_value(name):
    text = PLACES[name]
    plan = fill_plan(text, variables_of(text, model := model_of(text), list(candidates_of(model))))
    names = {one for slot in plan.slots for one in slot.names}
    assert filled(plan, {}) == text
    for value in NASTY:
        new = filled(plan, dict.fromkeys(names, value.replace("$", "$$")))
        assert written_values(new) == held(filled(plan, dict.fromkeys(names, SENTINEL)), value)
        assert [new.count(one) for one in COMMENTS] == [text.count(one) for one in COMMENTS]


def test_variable_of_which_nothing_is_said_stays():
    text = PLACES["plain"]
    assert rewritten(text, {"A": "a b"}) == text.replace("${A} #", '"a b" #').replace(
        "${A}-${C}", '"a b-${C}"'
    )


def test_line_of_dots_within_a_block_is_kept():
    text = HEAD + "configs:\n  c:\n    content: |\n      a: ${A}\n      ...\n      b: 1\n"
    assert rewritten(text, {"A": " x"}).endswith('content: "a:  x\\n...\\nb: 1\\n"\n')


def test_block_at_the_margin_is_quoted_off_it():
    assert rewritten("services:\n|\n ${A}\n", {"A": " x"}) == 'services:\n " x\\n"\n'


def test_blank_line_first_in_a_block_stays():
    text = "services:\n a:\n  environment:\n   SECRET_KEY: |\n\n    l"
    assert rewritten(text, {"SECRET_KEY": "x"}) == text[:-1] + "x"


def test_mark_of_the_byte_order_shifts_nothing():
    text = "\ufeff" + PLACES["literal"]
    assert rewritten(text, {"A": "a", "B": " b"}) == "\ufeff" + rewritten(text[1:], {"A": "a", "B": " b"})


def test_line_of_dots_is_left_alone():
    text = HEAD + "    ...\n    environment:\n      A_TOKEN: abc\n"
    variables = variables_of(text, model := model_of(text.replace("...", "###")), list(candidates_of(model)))
    assert rewrite(text, variables) == text.replace("abc", "${A_TOKEN}")


WORDS = st.text("abcXYZ019._/+-$ '\"\\#:{}[],&*!|>%@`=~ñ€\n\t\x07\u2028\U0001f600", max_size=12)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    WORDS, WORDS.filter(lambda text: not text.endswith("\n")), st.sampled_from(["", "'", '"']), st.booleans()
)
def test_any_value_comes_back_as_it_was_given(secret, other, quote, in_brackets):
    written = json.dumps("x" + other, ensure_ascii=True) if quote == '"' else "abc"
    written = f"'{written}'" if quote == "'" else written
    pair = f"API_TOKEN: {written}"
    text = HEAD + (
        f"    environment: {{{pair}, B: c}}\n"
        if in_brackets
        else f"    environment:\n      {pair}\n      B: c\n"
    )
    variables = variables_of(text, model := model_of(text), list(candidates_of(model)))
    spans = [span for one in variables for span in one.spans]
    assert all(first[1] <= second[0] for first, second in pairwise(sorted(spans)))
    if [one.name for one in variables] != ["API_TOKEN"]:
        return
    new = rewrite(text, variables, {"API_TOKEN": secret})
    environment = model_of(new).value_at(("services", "app", "environment"))
    assert as_texts(environment) == {"API_TOKEN": secret, "B": "c"}
    assert model_of(rewrite(text, variables), {"API_TOKEN": secret}).value_at(
        ("services", "app", "environment")
    ) == {"API_TOKEN": secret, "B": "c"}
