"""What the words of an example are, and on which lines they stand."""

from __future__ import annotations

import pytest

from estiba.compose.example import read_example
from estiba.compose.term_reading import terms_of
from estiba.compose.terms import Lines, Rank, joined

EXAMPLE = """x-common: &common
  restart: unless-stopped

services:
  web:
    <<: *common
    image: ghcr.io/example/web:${TAG:-1.2}
    network_mode: service:tunnel
    ports:
      - "127.0.0.1:8080:80/tcp"
    environment:
      TZ: ${TZ:-Europe/Madrid}
      TITLE: |
        two
        lines of ${OWNER}

    volumes:
      - data:/var/lib/web
      - {type: bind, source: ./conf, target: /etc/web}
    command: >-
      serve --verbose
      --log.level=debug

  tunnel:
    image: tunnel:3
    environment:
      - TOKEN=abc
      - DEBUG
    cap_add: [NET_ADMIN,
      SYS_MODULE]
    networks: [front]
    labels: {traefik.enable: "true"}
    depends_on:
      web:
        condition: service_started
    # the end

networks:
  front:
volumes:
  data:
"""


def terms(text=EXAMPLE, info="yaml", **variables):
    return terms_of(read_example(text, info=info), variables)


@pytest.mark.parametrize(
    ("text", "rank", "lines"),
    [
        ("services", Rank.KEY, [(4, 35)]),
        ("web", Rank.SERVICE, [(5, 22)]),
        ("tunnel", Rank.SERVICE, [(24, 35)]),
        ("x-common", Rank.KEY, [(1, 2)]),
        ("restart", Rank.NAME, [(2, 2)]),
        ("image", Rank.KEY, [(7, 7), (25, 25)]),
        ("environment", Rank.KEY, [(11, 15), (26, 28)]),
        ("TZ", Rank.NAME, [(12, 12)]),
        ("TITLE", Rank.NAME, [(13, 15)]),
        ("OWNER", Rank.NAME, [(15, 15)]),
        ("TAG", Rank.NAME, [(7, 7)]),
        ("TOKEN", Rank.NAME, [(27, 27)]),
        ("TOKEN=abc", Rank.NAME, [(27, 27)]),
        ("TOKEN: abc", Rank.NAME, [(27, 27)]),
        ("DEBUG", Rank.NAME, [(28, 28)]),
        ("condition", Rank.NAME, [(35, 35)]),
        ("web.ports", Rank.NAME, [(9, 10)]),
        ("web: ports", Rank.NAME, [(9, 10)]),
        ("services.web.environment.TZ", Rank.NAME, [(12, 12)]),
        ("environment.TZ", Rank.NAME, [(12, 12)]),
        ("network_mode: service:tunnel", Rank.NAME, [(8, 8)]),
        ("TZ: Europe/Madrid", Rank.NAME, [(12, 12)]),
        ("TZ: ${TZ:-Europe/Madrid}", Rank.NAME, [(12, 12)]),
        ("service:tunnel", Rank.VALUE, [(8, 8)]),
        ("unless-stopped", Rank.VALUE, [(2, 2)]),
        ("ghcr.io/example/web:1.2", Rank.PART, [(7, 7)]),
        ("example/web", Rank.PART, [(7, 7)]),
        ("image: tunnel", Rank.NAME, [(25, 25)]),
        ("tunnel:3", Rank.PART, [(25, 25)]),
        ("8080:80", Rank.PART, [(10, 10)]),
        ("ports: 8080", Rank.NAME, [(10, 10)]),
        ("data", Rank.NAME, [(18, 18), (41, 41)]),
        ("/var/lib/web", Rank.PART, [(18, 18)]),
        ("./conf", Rank.PART, [(19, 19)]),
        ("/etc/web", Rank.PART, [(19, 19)]),
        ("--verbose", Rank.PART, [(21, 21)]),
        ("--log.level", Rank.PART, [(22, 22)]),
        ("NET_ADMIN", Rank.PART, [(29, 29)]),
        ("SYS_MODULE", Rank.PART, [(30, 30)]),
        ("cap_add", Rank.KEY, [(29, 30)]),
        ("cap_add: NET_ADMIN", Rank.NAME, [(29, 29)]),
        ("front", Rank.NAME, [(31, 31), (39, 39)]),
        ("traefik.enable", Rank.NAME, [(32, 32)]),
        ("labels", Rank.KEY, [(32, 32)]),
        ("volumes", Rank.KEY, [(17, 19), (40, 41)]),
        ("networks", Rank.KEY, [(31, 31), (38, 39)]),
        ("Tunnel", Rank.SERVICE, [(24, 35)]),
        ("true", None, []),
        ("<<", None, []),
        ("nothing", None, []),
        ("", None, []),
    ],
)
def test_terms(text, rank, lines):
    found = terms()
    assert (found.rank_of(text), list(found.lines_of(text))) == (rank, lines)


def test_capitals_decide_between_two():
    found = terms("services:\n  web:\n    image: a:1\n    environment:\n      IMAGE: b\n")
    assert found.lines_of("image") == (Lines(3, 3),)
    assert found.lines_of("IMAGE") == (Lines(5, 5),)
    assert found.lines_of("Image") == (Lines(3, 3),)


def test_variables_of_an_env_file_are_put_in():
    text = "services:\n  web:\n    image: a:${TAG}\n"
    assert terms(text).lines_of("a:2") == ()
    assert terms(text, TAG="2").lines_of("a:2") == (Lines(3, 3),)


def test_values_under_their_keys():
    values = terms().values
    assert values["network_mode"] == ["service:tunnel"]
    assert values["cap_add"] == ["NET_ADMIN", "SYS_MODULE"]
    assert values["TOKEN"] == ["abc"]
    assert values["TZ"] == ["${TZ:-Europe/Madrid}"]
    assert values["tunnel"] == ["3"]
    assert values["example/web"] == ["ghcr.io/example/web:${TAG:-1.2}"]
    assert "web" not in terms("services:\n  web:\n    image: a\n").values


def test_names():
    text = (
        "services:\n  web:\n    image: a:${T}\n    environment: [B=1]\n"
        "    networks: [n]\n    volumes: [vol:/x]\n"
    )
    assert terms(text).names == [
        "T",
        "image",
        "B",
        "environment",
        "n",
        "networks",
        "vol",
        "volumes",
        "web",
        "services",
    ]


@pytest.mark.parametrize(
    ("text", "info", "found"),
    [
        (
            "ports:\n  - 80:80\nrestart: always\n",
            "yaml",
            {"ports": (1, 2), "80:80": (2, 2), "restart": (3, 3)},
        ),
        ("web:\n  image: a:1\n  ports: ['80:80']\n", "yaml", {"web": (1, 3), "web.ports": (3, 3)}),
        ("volumes:\n  data:\n    driver: local\n", "yaml", {"data": (2, 3), "volumes": (1, 3)}),
        ("services:\n  web:\n    image: a:1\n    ...\n", "yaml", {"web": (2, 3), "image": (3, 3)}),
    ],
)
def test_parts_of_a_file(text, info, found):
    read = terms(text, info)
    assert {name: tuple(*read.lines_of(name)) for name in found} == found
    assert read.lines_of("service") == ()


def test_several_documents_and_aliases():
    text = "services:\n  a: &a\n    image: x:1\n  b: *a\n---\nservices:\n  a:\n    tty: true\n"
    found = terms(text)
    assert found.lines_of("a") == (Lines(2, 3), Lines(7, 8))
    assert found.lines_of("b") == (Lines(4, 4),)
    assert found.lines_of("image") == (Lines(3, 3),)


def test_what_cannot_be_read_has_none():
    found = terms("services:\n  web:\n    image: [a\n    ports: b\n")
    assert found.names == []
    assert found.lines_of("image") == ()


def test_stretches_that_touch_are_one():
    assert joined(iter([Lines(7, 9), Lines(1, 3), Lines(4, 4), Lines(2, 8)])) == (Lines(1, 9),)
    assert joined(iter([Lines(5, 6), Lines(1, 3)])) == (Lines(1, 3), Lines(5, 6))


def test_what_is_very_long_is_no_word():
    found = terms(f"services:\n  web:\n    image: a:1\n    {'k' * 300}: x\n    hostname: {'v' * 300}\n")
    assert found.lines_of("k" * 300) == found.lines_of("v" * 300) == ()
    assert found.lines_of("hostname") == (Lines(5, 5),)
