from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.example import read_example, read_file
from estiba.compose.project.model import read_model
from estiba.compose.variables.candidates import candidates_of
from estiba.compose.variables.roles import Role
from estiba.compose.variables.variables import variables_of
from fake_secrets import ISSUED, RANDOM


def found(text):
    example = read_file(text)
    return variables_of(example.text, model := read_model(example.document), list(candidates_of(model)))


def service(*lines, name="app"):
    return f"services:\n  {name}:\n    image: a:1\n" + "".join(f"    {line}\n" for line in lines)


def environment(*lines):
    return service("environment:", *(f"  {line}" for line in lines))


# what stands in the example, then of each variable: name, role, default, placeholder, texts of its spans
CASES = {
    "placeholder": (
        environment("TS_AUTHKEY: tskey-auth-xxxx"),
        [("TS_AUTHKEY", Role.SECRET, "tskey-auth-xxxx", True, ["tskey-auth-xxxx"])],
    ),
    "list": (
        environment("- TS_AUTHKEY=<your key>  # get one"),
        [("TS_AUTHKEY", Role.SECRET, "<your key>", True, ["<your key>"])],
    ),
    "quoted": (
        environment('- "API_KEY=it\'s"', "- 'TOKEN=it''s'"),
        [
            ("API_KEY", Role.SECRET, "it's", False, ["it's", "it''s"]),
        ],
    ),
    "weak literal": (
        environment("POSTGRES_PASSWORD: postgres"),
        [("POSTGRES_PASSWORD", Role.SECRET, "postgres", False, ["postgres"])],
    ),
    "not credentials": (
        environment(
            "DB_PASSWORD_FILE: /run/secrets/db",
            "TOKEN_URL: https://a/b",
            "TOKEN_TTL: 3600",
            "RESET_TOKEN: 30",
            "MYSQL_RANDOM_ROOT_PASSWORD: 'yes'",
            "AUTH_TOKEN: true",
            "JWT_SECRET: ''",
            "SESSION_SECRET:",
            "PRIVATE_KEY: ./keys/id",
            "MODE: production",
        ),
        [],
    ),
    "digits are a password": (
        environment("ADMIN_PASSWORD: 1234"),
        [("ADMIN_PASSWORD", Role.SECRET, "1234", False, ["1234"])],
    ),
    "reference": (
        environment("TZ: ${TZ:-Europe/Madrid}", "KEY: ${API_KEY:?make one}", "URL: http://$HOST/${X:+y}"),
        [
            ("TZ", Role.TIME_ZONE, "Europe/Madrid", False, ["${TZ:-Europe/Madrid}"]),
            ("API_KEY", Role.SECRET, None, False, ["${API_KEY:?make one}"]),
            ("HOST", Role.HOST, None, False, ["$HOST"]),
            ("X", Role.TEXT, None, False, []),
        ],
    ),
    "partly a reference": (environment("DB_PASSWORD: a${X}b"), [("X", Role.TEXT, None, False, ["${X}"])]),
    "time zone and ids": (
        environment("PUID: 1000", "PGID: '1001'", "TIME_ZONE: Atlantic/Canary"),
        [
            ("PUID", Role.NUMBER, "1000", False, ["1000"]),
            ("PGID", Role.NUMBER, "1001", False, ["1001"]),
            ("TZ", Role.TIME_ZONE, "Atlantic/Canary", False, ["Atlantic/Canary"]),
        ],
    ),
    "paths": (
        service(
            "volumes:",
            "  - </path/to/data>:/data",
            "  - /path/to/media/tv:/tv:ro",
            "  - <nzb download>:/nzb",
            "  - /ruta/a/fotos:/fotos",
            "  - ./x:/path",
        ),
        [
            ("DATA_PATH", Role.PATH, "</path/to/data>", True, ["</path/to/data>"]),
            ("TV_PATH", Role.PATH, "/path/to/media/tv", True, ["/path/to/media/tv"]),
            ("NZB_DOWNLOAD_PATH", Role.PATH, "<nzb download>", True, ["<nzb download>"]),
            ("FOTOS_PATH", Role.PATH, "/ruta/a/fotos", True, ["/ruta/a/fotos"]),
        ],
    ),
    "domains": (
        service(
            "labels:",
            '  - "traefik.http.routers.a.rule=Host(`a.example.com`) || Host(`example.com`)"',
            "  - com.example.note=b",
            "  - c=https://www.tudominio.com/d",
            "  - e=notexample.com example.com.mx",
        ),
        [
            ("DOMAIN", Role.DOMAIN, "example.com", True, ["example.com", "example.com"]),
            ("APP_DOMAIN", Role.DOMAIN, "tudominio.com", True, ["tudominio.com"]),
        ],
    ),
    "host name": (
        service("hostname: torre"),
        [("APP_HOSTNAME", Role.HOST, "torre", False, ["torre"])],
    ),
    "host name by which others know the service": (service("hostname: app"), []),
    "image and build": (service("build: https://example.com/<repo>.git"), []),
    "template of a site": (environment("URL: 'https://{{< x \"example.com\" >}}'"), []),
    "flags": (
        service("command: serve --token=abcdef1 --password 's3cr3t' --name x"),
        [
            ("APP_TOKEN", Role.SECRET, "abcdef1", False, ["abcdef1"]),
            ("APP_PASSWORD", Role.SECRET, "s3cr3t", False, ["s3cr3t"]),
        ],
    ),
    "flags in a list": (
        service("command: [serve, --admin-token, abcdef1, --password=s3cr3t, --token, --verbose]"),
        [
            ("ADMIN_TOKEN", Role.SECRET, "abcdef1", False, ["abcdef1"]),
            ("APP_PASSWORD", Role.SECRET, "s3cr3t", False, ["s3cr3t"]),
        ],
    ),
    "arguments of a build": (
        service("build:", "  context: .", "  args:", "    NPM_TOKEN: abc", "    VERSION: 1"),
        [("NPM_TOKEN", Role.SECRET, "abc", False, ["abc"])],
    ),
    "address": (
        environment("DATABASE_URL: postgres://app:s3cr3t@db/app", "REDIS: redis://:${REDIS_PW}@cache"),
        [
            ("POSTGRES_PASSWORD", Role.SECRET, "s3cr3t", False, ["s3cr3t"]),
            ("REDIS_PW", Role.SECRET, None, False, ["${REDIS_PW}"]),
        ],
    ),
    "users": (
        service("labels:", '  - "traefik.http.middlewares.a.basicauth.users=ana:$$apr1$$x$$abc"'),
        [("BASIC_AUTH_USERS", Role.SECRET, "ana:$apr1$x$abc", False, ["ana:$$apr1$$x$$abc"])],
    ),
    "inline config": (
        service()
        + "configs:\n  c:\n    content: |\n      user: ana\n      password: s3cr3t\n      token = 'abc'\n",
        [
            ("PASSWORD", Role.SECRET, "s3cr3t", False, ["s3cr3t"]),
            ("TOKEN", Role.SECRET, "abc", False, ["abc"]),
        ],
    ),
    "own words": (
        environment("URL: mysql://your_db_user@db/your_db_name", "MYSQL_USER: your_db_user"),
        [
            ("DB_USER", Role.TEXT, "your_db_user", True, ["your_db_user", "your_db_user"]),
            ("DB_NAME", Role.TEXT, "your_db_name", True, ["your_db_name"]),
        ],
    ),
    "escaped dollar": (
        environment("ADMIN_PASSWORD: pa$$word"),
        [("ADMIN_PASSWORD", Role.SECRET, "pa$word", False, ["pa$$word"])],
    ),
    "dollar before it": (environment("X: a$$example.com", "Y: -$<token>"), []),
    "anchor": (
        environment("A_PASSWORD: &pw hunter2", "B_PASSWORD: *pw"),
        [("A_PASSWORD", Role.SECRET, "hunter2", False, ["hunter2"])],
    ),
    "merge key": (
        "x-env: &env\n  DB_PASSWORD: hunter2\n" + environment("<<: *env", "TZ: UTC"),
        [
            ("DB_PASSWORD", Role.SECRET, "hunter2", False, ["hunter2"]),
            ("TZ", Role.TIME_ZONE, "UTC", False, ["UTC"]),
        ],
    ),
    "documents that are merged": (
        environment("DB_PASSWORD: hunter2") + "---\n" + environment("- TZ=UTC"),
        [
            ("DB_PASSWORD", Role.SECRET, "hunter2", False, ["hunter2"]),
            ("TZ", Role.TIME_ZONE, "UTC", False, ["UTC"]),
        ],
    ),
}


@pytest.mark.parametrize(("text", "variables"), CASES.values(), ids=CASES)
def test_variables_of_an_example(text, variables):
    assert [
        (one.name, one.role, one.default, one.is_placeholder, [text[slice(*span)] for span in one.spans])
        for one in found(text)
    ] == variables


def two(first, second, key="PASSWORD", other=None):
    return (
        f"services:\n  app:\n    image: a:1\n    environment:\n      {key}: {first}\n"
        f"  db:\n    image: b:1\n    environment:\n      {other or key}: {second}\n"
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (two("hunter2", "hunter2"), [("PASSWORD", 2)]),
        (two("hunter2", "toor"), [("PASSWORD", 1), ("DB_PASSWORD", 1)]),
        (two("hunter2", "hunter2", "DB_PASS", "POSTGRES_PASSWORD"), [("DB_PASS", 2)]),
        (two("CHANGE_ME", "CHANGE_ME", "DB_PASS", "POSTGRES_PASSWORD"), [("DB_PASS", 2)]),
        (two("CHANGE_ME", "CHANGE_ME", "API_TOKEN"), [("API_TOKEN", 2)]),
        (two("CHANGE_ME", "CHANGE_ME", "API_TOKEN", "JWT_SECRET"), [("API_TOKEN", 1), ("JWT_SECRET", 1)]),
        (two("${PASSWORD}", "hunter2"), [("PASSWORD", 1), ("DB_PASSWORD", 1)]),
        (two("${PASSWORD}", "${PASSWORD:-x}"), [("PASSWORD", 2)]),
        (two("Europe/Madrid", "Europe/Madrid", "TZ"), [("TZ", 2)]),
        (two("Europe/Madrid", "UTC", "TZ"), [("TZ", 1), ("DB_TZ", 1)]),
    ],
)
def test_one_variable_or_two(text, names):
    assert [(one.name, len(one.spans)) for one in found(text)] == names


def test_password_in_an_address_is_that_of_the_database():
    text = two("postgres://a:s3cr3t@db/a", "s3cr3t", "URL", "POSTGRES_PASSWORD")
    (variable,) = found(text)
    assert variable.name == "POSTGRES_PASSWORD"
    assert [text[slice(*span)] for span in variable.spans] == ["s3cr3t", "s3cr3t"]


def test_password_of_a_healthcheck_goes_with_the_others():
    text = environment("MYSQL_PASSWORD: hunter2") + "".join(
        f"    {line}\n"
        for line in ("healthcheck:", "  test: [CMD, mysqladmin, ping, -h, localhost, -phunter2]")
    )
    (variable,) = found(text)
    assert [text[slice(*span)] for span in variable.spans] == ["hunter2", "hunter2"]


@pytest.mark.parametrize("secret", [*ISSUED.values(), *RANDOM.values()])
def test_live_secret_has_no_default(secret):
    if "\n" in secret or secret.startswith("http"):
        return
    (variable,) = found(environment(f"API_TOKEN: '{secret}'"))
    assert (variable.name, variable.default, variable.is_secret) == ("API_TOKEN", None, True)


def test_what_must_be_set_is_known():
    variables = found(environment("A: ${A:?}", "B: ${B}", "C: ${C-x}${C:?}${C:?your $${C}}"))
    assert [(one.must_be_set, one.is_reference, one.default, one.hint) for one in variables] == [
        (True, True, None, ""),
        (False, True, None, ""),
        (True, True, "x", "your ${C}"),
    ]


def test_part_of_a_file_has_variables_too():
    text = "environment:\n  DB_PASSWORD: hunter2\nrestart: always\nports: ['80:80']\n"
    example = read_example(text, info="yaml")
    assert example is not None
    (variable,) = variables_of(
        example.text, model := read_model(example.document), list(candidates_of(model))
    )
    assert text[slice(*variable.spans[0])] == "hunter2"


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    st.recursive(
        st.none() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_no_tree_is_too_strange(tree):
    for key in ("environment", "labels", "command", "volumes", "healthcheck", "build", "hostname"):
        text = json.dumps({"services": {"a": {key: tree}}, "configs": {"c": tree}})
        for one in found(text):
            assert all(0 <= start < end <= len(text) for start, end in one.spans)
