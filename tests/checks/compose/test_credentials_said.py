"""What an author is told about credentials, dollar signs and variables in an example."""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.checks.judge import judge_note
from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.vault.note import read_note
from fake_secrets import ISSUED, RANDOM
from said import said

ABOVE = "services:\n  web:\n    image: nginx:1.29\n    environment:\n"
MAY = "has no value here ({}); set '{}' in an '.env' file, or write a default: '${{{}:-…}}'"
MUST = "must be set (a folder or a file) before the example starts; set 'B_DIR' in an '.env' file"
LEFT_OUT = "'$' begins a variable, so that Docker Compose leaves out a part of this"
WRITTEN = (
    "a credential is written into the example, for everybody who copies it;"
    " write '${{{}}}' and let the reader choose"
)
HEX = RANDOM["hexadecimal"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("DB_PASSWORD: postgres", ["5:20 " + WRITTEN.format("DB_PASSWORD")]),
        ("DB_PASSWORD: 'postgres'", ["5:21 " + WRITTEN.format("DB_PASSWORD")]),
        ("URL: mysql://a:toor@db/a", ["5:22 " + WRITTEN.format("MYSQL_PASSWORD")]),
        ("DB_PASSWORD: CHANGE_ME", []),
        ("DB_PASSWORD: ${DB_PASSWORD}", []),
        ("DB_PASSWORD_FILE: /run/secrets/a", []),
        (f"DB_PASSWORD: {HEX}", []),
    ],
)
def test_literal_secret(lines, told):
    assert said(f"{ABOVE}      {lines}\n", "literal-secret") == told


def test_literal_secret_in_two_services_is_said_twice_with_one_name():
    text = (
        f"{ABOVE}      DB_PASSWORD: toor\n  db:\n    image: a:1\n    environment: [POSTGRES_PASSWORD=toor]\n"
    )
    assert said(text, "literal-secret") == [
        "5:20 " + WRITTEN.format("DB_PASSWORD"),
        "8:37 " + WRITTEN.format("DB_PASSWORD"),
    ]


LATER = "; replace it where it is in use, and write a variable here"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (f"      GH: {ISSUED['GitHub']}", ["5:11 this looks like a real credential (GitHub)" + LATER]),
        (f"      # {ISSUED['Tailscale']}", ["5:9 this looks like a real credential (Tailscale)" + LATER]),
        (f"      API_TOKEN: {HEX}", ["5:18 'API_TOKEN' holds what looks like a real credential" + LATER]),
        (f"      API_TOKEN: '{HEX}", ["5:19 'API_TOKEN' holds what looks like a real credential" + LATER]),
        (f"      U: amqp://a:{HEX}@b", ["5:19 this address holds what looks like a real credential" + LATER]),
        ("      GH: ghp_" + "x" * 36, []),
    ],
)
def test_live_secret(lines, told):
    assert said(f"{ABOVE}{lines}\n", "live-secret") == told


def test_live_secret_in_a_part_of_a_file():
    note = f"```yaml\nenvironment:\n  API_TOKEN: {HEX}\nrestart: always\nports: ['80:80']\n```\n"
    read = read_note(note.encode(), "Nota.md", Config())
    rules = Rules(Config(), dt.date(2026, 1, 1), select=frozenset({"live-secret"}))
    assert [one.place for one in judge_note(read, rules)] == ["Nota.md:3:14"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("A: x${TOKEN}${TOKEN}", ["5:11 '${TOKEN}' " + MAY.format("a credential", "TOKEN", "TOKEN")]),
        ("A: x${B_DIR:?say where}", [f"5:11 '${{B_DIR}}' {MUST}"]),
        ("A: ${B:-c} ${D:+e} $HOME $$F", []),
        ("A: x${B:-${C}}", ["5:16 '${C}' " + MAY.format("a value", "C", "C")]),
        ("A: $2y$05$abc", []),
    ],
)
def test_unset_variable(lines, told):
    assert said(f"{ABOVE}      {lines}\n", "unset-variable") == told


def test_variable_that_the_note_sets_is_not_unset():
    note = f"```yaml\n{ABOVE}      A: ${{B_KEY}}${{C_KEY}}\n```\n\nUn `.env`:\n\n```env\nB_KEY=x\n```\n"
    read = read_note(note.encode(), "Nota.md", Config())
    rules = Rules(Config(), dt.date(2026, 1, 1), select=frozenset({"unset-variable"}))
    assert [one.values["name"] for one in judge_note(read, rules)] == ["C_KEY"]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("A_PASSWORD: s3cret$word", [f"5:25 {LEFT_OUT} password; write '$$'"]),
        ("A: ana:$apr1$abc$def", [f"5:14 {LEFT_OUT} hash; write '$$' for each '$' in it"]),
        ("A: ana:$$apr1$$abc$$def", []),
    ],
)
def test_unescaped_dollar(lines, told):
    assert said(f"{ABOVE}      {lines}\n", "unescaped-dollar") == told
