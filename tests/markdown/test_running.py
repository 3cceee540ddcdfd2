"""What an example runs, as its reader sees it."""

from __future__ import annotations

import html
import re

import pytest

from estiba.catalogue import catalogue_for
from estiba.checks.subjects import PlacedExample
from estiba.compose.example import read_file
from estiba.markdown.running import what_it_runs

FILE = """services:
  web:
    image: ghcr.io/x/nginx:1.29
    ports: ["127.0.0.1:8080:80", "53:53/udp"]
    volumes: ["data:/data", "./conf:/etc/nginx:ro"]
    networks: [front]
  job:
    build: ./job
    network_mode: service:web
    profiles: [once, debug]
volumes: {data: }
networks: {front: }
"""


def part_of(text, language="en"):
    return what_it_runs(PlacedExample(read_file(text), "", 1, in_note=True), catalogue_for(language))


def plain(markup):
    """Give the text of HTML, its codes in back ticks and the lines of a cell behind bars."""
    text = re.sub(r"</?code>", "`", re.sub("</li><li>", " | ", str(markup)))
    return html.unescape(re.sub("<[^>]*>", "", text))


def table_of(text, language="en"):
    rows = re.findall(r"<tr role=\"row\">(.*?)</tr>", str(part_of(text, language).content))
    return [[plain(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)] for row in rows]


def test_a_table():
    assert table_of(FILE) == [
        ["Service", "Image", "Ports of the host", "Data and files", "Networks"],
        [
            "`web`",
            "`ghcr.io/x/nginx:1.29`",
            "`127.0.0.1:8080` → `80/tcp` | `53` → `53/udp`",
            "volume `data` → `/data` | `./conf` → `/etc/nginx` read-only",
            "`front`",
        ],
        [
            "`job` only with the profile `once` or `debug`",
            "built from `./job`",
            "",
            "",
            "that of the service `web`",
        ],
    ]


def test_in_spanish():
    assert (
        part_of(FILE, "es").summary == "Qué arranca: 2 servicios, 2 puertos, 1 volumen, 1 carpeta o archivo"
    )
    assert table_of(FILE, "es")[0] == [
        "Servicio",
        "Imagen",
        "Puertos del anfitrión",
        "Datos y archivos",
        "Redes",
    ]
    assert table_of(FILE, "es")[2][0] == "`job` solo con el perfil `once` o `debug`"


def test_a_column_that_nobody_has_is_left_out():
    text = "services: {a: {image: x, ports: ['80']}, b: {image: y}}"
    assert table_of(text) == [
        ["Service", "Image", "Ports of the host"],
        ["`a`", "`x`", "a free port → `80/tcp`"],
        ["`b`", "`y`", ""],
    ]
    assert part_of(text).summary == "What it runs: 2 services, 1 port"


@pytest.mark.parametrize(
    ("service", "cells"),
    [
        ("image: x@sha256:" + "0123456789abcdef" * 4, ["`x@sha256:0123456789ab…`"]),
        ("build: {dockerfile_inline: FROM x}", ["built from `.`"]),
        ("{image: 'x:1', build: .}", ["`x:1` | built from `.`"]),
        ("extends: {file: b.yml, service: c}", ["based on `c` in `b.yml`"]),
        ("extends: {file: b.yml}", ["based on `a` in `b.yml`"]),
        ("provider: {type: cloud}", ["brought up by `cloud`"]),
        ("ports: ['127.0.0.1::80', '${ALL}']", ["`127.0.0.1` a free port → `80/tcp` | `ALL`"]),
        ("volumes: [/data, 'aa:bb:cc:dd']", ["volume without a name → `/data` | `aa:bb:cc:dd`"]),
        ("tmpfs: /tmp", ["memory → `/tmp`"]),
        ("volumes: [{type: image, source: 'x:1', target: /x}]", ["image `x:1` → `/x`"]),
        ("network_mode: host", ["that of the host"]),
        ("network_mode: none", ["none"]),
        ("networks: [default, front]", ["the common one | `front`"]),
        ("network_mode: container:vpn", ["that of the container `vpn`"]),
        ("restart: always", []),
    ],
)
def test_cells(service, cells):
    text = f"services:\n  a: {service if service.startswith('{') else '{' + service + '}'}\n"
    assert table_of(text)[1][1:] == cells


def test_a_table_says_what_it_is_without_its_looks():
    content = str(part_of(FILE).content)
    assert "<caption>What this example runs</caption>" in content
    assert content.count('scope="col"') == 5
    assert content.count('scope="row"') == 2
    assert (
        re.findall('data-label="([^"]*)"', content)
        == [
            "Image",
            "Ports of the host",
            "Data and files",
            "Networks",
        ]
        * 2
    )
    assert {"table", "rowgroup", "row", "columnheader", "rowheader", "cell"} == set(
        re.findall('role="([^"]*)"', content)
    )


def test_what_an_author_writes_is_text():
    text = "services:\n  <b>:\n    image: <i>&\n    profiles: ['<u>']\n    volumes: ['\"<x>:/\"y']\n"
    content = str(part_of(text).content)
    assert not re.search("<[biux]>", content)
    assert table_of(text)[1] == ["`<b>` only with the profile `<u>`", "`<i>&`", '`"<x>` → `/"y`']


def test_few_services_are_shown_at_once():
    def services(number):
        return "services:\n" + "".join(f"  s{one}: {{image: x}}\n" for one in range(number))

    assert part_of(services(4)).is_open
    assert not part_of(services(5)).is_open


def test_of_very_many_services_the_first_are_shown():
    part = part_of("services:\n" + "".join(f"  s{one}: {{image: x}}\n" for one in range(4000)))
    assert part.summary == "What it runs: 4,000 services"
    assert str(part.content).count("<tr") == 51
    assert str(part.content).endswith("<p>and 3,950 more services</p></div>")


def test_of_very_many_lines_in_a_cell_the_first_are_shown():
    ports = [f"{port}:{port}" for port in range(1, 1001)]
    rows = table_of(f"services:\n  a:\n    ports: {ports}\n")
    assert rows[1][1].split(" | ")[18:] == ["`19` → `19/tcp`", "`20` → `20/tcp`", "and 980 more"]


@pytest.mark.parametrize("text", ["services: [\n", "services: {}\n", "services: {a: }\n"])
def test_what_runs_nothing_has_no_part(text):
    assert part_of(text) is None
