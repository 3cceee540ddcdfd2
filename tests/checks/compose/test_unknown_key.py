"""What an author is told about a key that Compose does not know."""

from __future__ import annotations

import pytest

from said import LINES_ABOVE, said

ABOVE = "services:\n  web:\n    image: nginx:1.29\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            ABOVE + "    enviroment: {}\n",
            "4:5 'enviroment' is no key that is known here; did you mean 'environment'?",
        ),
        (ABOVE + "    volume: x\n", "4:5 'volume' is no key that is known here; did you mean 'volumes'?"),
        (
            ABOVE + "    build: {contxt: .}\n",
            "4:13 'contxt' is no key that is known here; did you mean 'context'?",
        ),
        (
            ABOVE + "    foo: bar\n",
            (
                "4:5 'foo' is no key of 'services.web'; known there: annotations, attach, blkio_config,"
                " build, cap_add, cap_drop, cgroup, cgroup_parent, command, configs, container_name,"
                " cpu_count …"
            ),
        ),
        (
            ABOVE + "    depends_on: {db: {condition: service_started, foo: 1}}\n",
            "4:51 'foo' is no key of 'services.web.depends_on.db'; known there: condition, required, restart",
        ),
        ("volume:\n  a:\n" + ABOVE, "1:1 'volume' is no top-level key of Compose; did you mean 'volumes'?"),
        (
            "jobs: {}\n" + ABOVE,
            (
                "1:1 'jobs' is no top-level key of Compose; known: configs, include, models, name, networks,"
                " secrets, services, version, volumes"
            ),
        ),
        (
            "services:\n  my web:\n    image: a:1\n",
            "2:3 'my web' is no name for something in 'services'; use letters, digits, '.', '_' and '-'",
        ),
        (ABOVE + "    x-foo: 1\nx-bar: 2\n", ""),
        (ABOVE + "    labels: {any: thing}\n    environment: {foo: bar}\n", ""),
    ],
)
def test_told(text, told):
    line, colon, rest = told.partition(":")
    assert said(text, "unknown-key") == ([told] if told else [])
    in_note = f"{int(line) + LINES_ABOVE}:{rest}" if colon else ""
    assert said(text, "unknown-key", in_note=True) == ([in_note] if told else [])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "services:\n  web:\n    restart: always\n    prots: []\n",
            "7:5 'prots' is no key that is known here; did you mean 'ports'?",
        ),
        (
            "services:\n  ...\n  web:\n    image: a:1\n    foo: bar\n",
            "8:5 'foo' is no key of 'services.web'; known there: ",
        ),
    ],
)
def test_of_a_part(text, told):
    (found,) = said(text, "unknown-key", in_note=True)
    assert found.startswith(told)


def test_a_strange_space_in_a_key_is_another_check():
    assert said("services:\n  web:\n    image: a:1\n\u00a0   ports: []\n", "unknown-key") == []
