from __future__ import annotations

import pytest

from estiba.compose.example import read_file
from estiba.compose.project.model import read_model
from estiba.compose.variables.candidates import Kind, candidates_of
from estiba.compose.variables.worth import Worth, plain_text, worth
from fake_secrets import RANDOM


def candidates(lines):
    text = "services:\n  app:\n    image: a:1\n" + "".join(f"    {line}\n" for line in lines.split("\n"))
    return list(candidates_of(read_model(read_file(text).document)))


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("environment: {A_TOKEN: x, B: y}", [(Kind.SETTING, "A_TOKEN", "x", 0)]),
        ("environment: [A_TOKEN=x=y, A_TOKEN, B=y]", [(Kind.SETTING, "A_TOKEN", "x=y", 8)]),
        ("environment: {A: 'http://u:p@h/'}", [(Kind.ADDRESS, "http_password", "p", 9)]),
        ("build: {context: ., args: [A_TOKEN=x]}", [(Kind.SETTING, "A_TOKEN", "x", 8)]),
        ("labels: {a.basicauth.users: 'u:h'}", [(Kind.USERS, "a.basicauth.users", "u:h", 0)]),
        (
            "labels: {a.basicauth.realm: x, caddy.basic_auth.ana: $$2a$$x}",
            [(Kind.USERS, "caddy.basic_auth.ana", "$$2a$$x", 0)],
        ),
        ("command: a --token x -b", [(Kind.FLAG, "token", "x", 10)]),
        ("command: a --token -b --password=", []),
        ("command: [a, --token, x, --token, -b]", [(Kind.FLAG, "token", "x", 0)]),
        ("entrypoint: 'sh -c \"A_TOKEN=x run\"'", [(Kind.SETTING, "A_TOKEN", "x", 15)]),
        ("command: redis-server --requirepass x", [(Kind.FLAG, "requirepass", "x", 27)]),
        ("healthcheck: {test: redis-cli -a x ping}", [(Kind.FLAG, "password", "x", 13)]),
        ("healthcheck: {test: [CMD, redis-cli, -a, x, ping]}", [(Kind.FLAG, "password", "x", 0)]),
        ("healthcheck: {test: mysqladmin ping -px}", [(Kind.FLAG, "password", "x", 18)]),
        ("healthcheck: {test: [CMD, mariadb-admin, -px, ping]}", [(Kind.FLAG, "password", "x", 2)]),
        ("healthcheck: {test: [CMD, mkdir, -px]}", []),
        (
            "environment:\n  A: |\n    token: x\n    b: y\n    'c_token' = \"z\"",
            [
                (Kind.SETTING, "token", "x", 7),
                (Kind.SETTING, "c_token", "z", 27),
            ],
        ),
        ("image: 'u:p@h'\ncontainer_name: a", []),
    ],
)
def test_places_for_credentials(lines, found):
    assert [(one.kind, one.key, one.value, one.start) for one in candidates(lines)] == found


@pytest.mark.parametrize(
    ("value", "judged"),
    [
        ("xxxx", Worth.FILLER),
        ("admin", Worth.LITERAL),
        ("123456789", Worth.LITERAL),
        (RANDOM["base64"], Worth.LIVE),
        (RANDOM["UUID"], Worth.LIVE),
        ("30", None),
        ("15m", None),
        ("TRUE", None),
        ("''", None),
        ("${A}", None),
        ("a$b", None),
        ("'${'", None),
        ("./key.pem", None),
        ("https://a/b", None),
        ("'{{ token }}'", None),
    ],
)
def test_worth_of_a_value(value, judged):
    (candidate,) = candidates(f"environment:\n  A_TOKEN: {value}")
    assert worth(candidate) is judged


def test_text_without_variables():
    assert plain_text("a$$b$1") == "a$b$1"
    assert plain_text("a$b") is None
    assert plain_text("${") is None
