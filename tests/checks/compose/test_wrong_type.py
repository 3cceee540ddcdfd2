"""What an author is told about a value of the wrong kind."""

from __future__ import annotations

import pytest

from said import LINES_ABOVE, said

ABOVE = "services:\n  web:\n    image: nginx:1.29\n"
LONG = "x" * 60


def in_web(lines):
    return ABOVE + "".join(f"    {line}\n" for line in lines.split("\n"))


VALUES = {
    "empty": (
        "environment:",
        "4:17 'services.web.environment' is empty, and must be a mapping or a list; fill it in, or remove it",
    ),
    "unquoted": (
        "hostname: 3",
        "4:15 'services.web.hostname' is '3' without quotes, and must be a text; write \"3\"",
    ),
    "unquoted truth": (
        "restart: true",
        "4:14 'services.web.restart' is 'true' without quotes, and must be a text; write \"true\"",
    ),
    "unquoted entry": (
        "command:\n  - 3",
        "5:9 'services.web.command.0' is '3' without quotes, and must be a text; write \"3\"",
    ),
    "pair": (
        "environment:\n  - A: b",
        (
            "5:9 'services.web.environment.0' is 'A: b', and must be a text;"
            " write 'A=b', or drop the dash before it"
        ),
    ),
    "colon": (
        "networks:\n  - front:",
        (
            "5:9 'services.web.networks.0' is 'front:', and must be a text;"
            " drop the colon, or the dash before it"
        ),
    ),
    "spaced": (
        "volumes:\n  - data: /x",
        "5:9 'services.web.volumes.0' is 'data: /x', with a space behind the colon; write 'data:/x'",
    ),
    "spaced address": (
        "extra_hosts:\n  - router: 10.0.0.1",
        (
            "5:9 'services.web.extra_hosts.0' is 'router: 10.0.0.1', with a space behind the colon;"
            " write 'router:10.0.0.1'"
        ),
    ),
    "no-list": (
        'ports: "80:80"',
        "4:12 'services.web.ports' is '80:80', and must be a list; write '- 80:80' on a line of its own",
    ),
    "no-list of a number": (
        "sysctls: 3",
        (
            "4:14 'services.web.sysctls' is '3', and must be a mapping or a list;"
            " write '- 3' on a line of its own"
        ),
    ),
    "no-mapping": (
        "build: [.]",
        (
            "4:12 'services.web.build' is a list, and must be a text or a mapping;"
            " write 'name:' lines without a dash"
        ),
    ),
    "no-dashes": (
        "volumes:\n  data: /x",
        "5:7 'services.web.volumes' is a mapping, and must be a list; begin each entry with '- '",
    ),
    "repeated": (
        "networks:\n  - a\n  - a",
        "6:9 'a' stands twice in 'services.web.networks'; remove one",
    ),
    "key-value": (
        "1: a",
        (
            "4:5 the key '1' is no text to YAML;"
            ' write "1", or, where no key is meant, leave no space behind the colon'
        ),
    ),
    "key-merge": (
        "<<: a",
        "4:5 '<<' leads to something that is no mapping; give it an alias of a mapping",
    ),
    "type": ("restart: [always]", "4:14 'services.web.restart' is '[…]', and must be a text; write it so"),
    "type of a mapping": (
        "environment:\n  A: {b: c}",
        (
            "5:10 'services.web.environment.A' is '{…}',"
            " and must be nothing or true or false or a number or a text; write it so"
        ),
    ),
    "type, shortened": (
        f"healthcheck: {LONG}",
        f"4:18 'services.web.healthcheck' is '{LONG[:39]}…', and must be a mapping; write it so",
    ),
    "choice": (
        "depends_on:\n  db:\n    condition: healthy",
        (
            "6:20 'services.web.depends_on.db.condition' is 'healthy', and must be one of:"
            " service_started, service_healthy, service_completed_successfully; write one of these"
        ),
    ),
    "missing": ("depends_on:\n  db: {}", "5:11 'services.web.depends_on.db' lacks 'condition'; add it"),
    "pattern": (
        "pull_policy: sometimes",
        (
            "4:18 'services.web.pull_policy' is 'sometimes', which Compose does not take; it must match"
            " always|never|build|if_not_present|missing|refresh|daily|weekly|every_([0-9]+[wdhms])+"
        ),
    ),
    "unquoted-date": (
        "environment:\n  DAY: 2024-01-02",
        "5:12 'services.web.environment.DAY' is '2024-01-02', which YAML takes for a date; quote it",
    ),
}
RIGHT = [
    "restart: no",
    "environment: {A: !!str 2024-01-02}",
    "environment: {A: !env 2024-01-02}",
    "x-day: 2024-01-02",
    'privileged: "true"',
    "labels: {a: }",
    'expose: [80, "81"]',
    "command:",
    "scale: two",
]
WHOLE = {
    "version: 3.8\n" + ABOVE: "1:10 'version' is '3.8' without quotes, and must be a text; write \"3.8\"",
    "services: []\n": (
        "1:11 'services' is a list, and must be a mapping; write 'name:' lines without a dash"
    ),
    "services:\n": "1:10 'services' is empty, and must be a mapping; fill it in, or remove it",
    "services:\n  web:\n": "2:7 'services.web' is empty, and must be a mapping; fill it in, or remove it",
    "services:\n  1:\n    image: a:1\n": (
        "2:3 the key '1' is no text to YAML;"
        ' write "1", or, where no key is meant, leave no space behind the colon'
    ),
    ABOVE + "volumes:\n  - data\n": (
        "5:3 'volumes' is a list, and must be a mapping; write 'name:' lines without a dash"
    ),
    ABOVE + "networks:\n  front: x\n": (
        "5:10 'networks.front' is 'x', and must be nothing or a mapping; write it so"
    ),
}


@pytest.mark.parametrize(("lines", "told"), VALUES.values(), ids=VALUES)
def test_value_of_a_service(lines, told):
    text = in_web(lines)
    line, rest = told.split(":", 1)
    assert said(text, "wrong-type") == [told]
    assert said(text, "wrong-type", in_note=True) == [f"{int(line) + LINES_ABOVE}:{rest}"]


@pytest.mark.parametrize("lines", RIGHT)
def test_value_that_is_right(lines):
    assert said(in_web(lines), "wrong-type") == []


@pytest.mark.parametrize(("text", "told"), WHOLE.items(), ids=range(len(WHOLE)))
def test_whole_file(text, told):
    assert said(text, "wrong-type") == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ports: 80:80\n", ""),
        ("services:\n  web:\n    ports: x\n", "6:12 'services.web.ports' is 'x'"),
        ("services:\n  web:\n    ports:\n", ""),
        ("services:\n  web:\n    depends_on: {db: {}}\n", ""),
        (
            "services:\n  web:\n  ...\n  db:\n    image: a:1\n    dns: {a: b}\n",
            "9:10 'services.db.dns' is a mapping",
        ),
        ("volumes:\n  data:\n", ""),
    ],
)
def test_of_a_part_only_what_stands_there_is_judged(text, told):
    try:
        found = said(text, "wrong-type", in_note=True)
    except ValueError:  # no example at all
        found = []
    assert len(found) == bool(told)
    assert "".join(found).startswith(told)


@pytest.mark.parametrize(
    ("lines", "of_file"),
    [("ports: ${PORTS}", 1), ("privileged: ${P}", 0), ("environment: [3]", 1), ("hostname: '${H}'", 0)],
)
def test_a_value_that_the_reader_of_a_note_sets_is_not_judged(lines, of_file):
    assert len(said(in_web(lines), "wrong-type")) == of_file
    assert said(in_web(lines), "wrong-type", in_note=True) == [] or "${" not in lines


def test_entries_that_only_variables_tell_apart_do_not_stand_twice():
    lines = in_web("volumes:\n  - ${A:?}:${B:?}:ro\n  - ${C:?}:${D:?}:ro")
    assert said(lines, "wrong-type", in_note=True) == []
    assert said(lines, "wrong-type") == []
    known = in_web("security_opt:\n  - ${A}\n  - ${B}\n  - label:disable\n  - label:disable")
    (told,) = said(known, "wrong-type", in_note=True)
    assert told.startswith(f"{8 + LINES_ABOVE}:9 'label:disable' stands twice")


def test_what_a_merge_key_brings_in_says_where():
    text = "x-a: &a\n  restart: true\nservices:\n  web:\n    image: a:1\n    <<: *a\n"
    (told,) = said(text, "wrong-type")
    assert told.startswith("2:12 'services.web.restart' is 'true' without quotes")
    assert "line 6" in told
