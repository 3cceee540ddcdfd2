"""What an author is told about a port that cannot be read."""

from __future__ import annotations

import pytest

from said import LINES_ABOVE, said

ABOVE = "services:\n  web:\n    image: nginx:1.29\n"


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('"8080:80"', ""),
        ("8080", ""),
        ("22:22", ""),
        ("{target: 80, published: 8080-8090}", ""),
        ("{target: 0}", ""),
        ('"8080:80/tpc"', "5:18 'tpc' is no protocol; write 'tcp'"),
        ("8080:80/ucp", "5:17 'ucp' is no protocol; write 'udp'"),
        (
            '"http:80"',
            "5:9 'http' is no port of the host; write a number up to 65535, for example '8080:80'",
        ),
        (
            '"127.0.0.1:80:99999"',
            "5:23 '99999' is no port of a container; write a number from 1 to 65535, for example '8080:80'",
        ),
        (
            '"80:"',
            "5:13 no port of the container stands here; write it last, for example '8080:80'",
        ),
        ('""', "5:9 an empty text is no port; write 'host:container', for example '8080:80'"),
        (
            '"300.1.1.1:80:80"',
            "5:9 '300.1.1.1' is no address of the host; write numbers, for example '127.0.0.1'",
        ),
        (
            '"80-82:80-85"',
            (
                "5:9 '80-82:80-85' pairs ranges of unequal lengths;"
                " give both as many ports, for example '8000-8005:80-85'"
            ),
        ),
        (
            "80.5",
            (
                "5:9 '80.5' is a number with a point, and no port;"
                ' quote the entry and write a colon, for example "8080:80"'
            ),
        ),
        (
            "{published: 80}",
            "5:9 the entry names no port of the container; add 'target: 80'",
        ),
        (
            "{target: -1}",
            "5:18 '-1' is no port of a container; write a number from 1 to 65535, for example '8080:80'",
        ),
        (
            "{target: 80, published: 1e3}",
            "5:33 '1000.0' is no port of the host; write a number up to 65535, for example '8080:80'",
        ),
        (
            "{target: 80, host_ip: localhost}",
            "5:31 'localhost' is no address of the host; write numbers, for example '127.0.0.1'",
        ),
        (
            "{target: 80, host_ip: 'fe80::1%eth0'}",
            "5:31 'fe80::1%eth0' is no address of the host; write numbers, for example '127.0.0.1'",
        ),
        (
            "{target: 80, host_ip: ''}",
            "5:31 'host_ip' is empty; write an address, for example '127.0.0.1', or leave the line out",
        ),
        ("true", ""),
        ("{target: null}", ""),
        ("{target: 80, published: 1.5}", ""),
        ("[80]", ""),
    ],
)
def test_port(entry, told):
    assert said(f"{ABOVE}    ports:\n      - {entry}\n", "bad-port") == ([told] if told else [])


@pytest.mark.parametrize(
    ("entry", "as_file"),
    [
        ('"${PORT}:80"', ""),
        ('"${PORT:-8080}:80"', ""),
        (
            '"80:${PORT}"',
            (
                "5:9 'services.web.ports.0' cannot be read while 'PORT' has no value;"
                " set it, or write a default: '${PORT:-8080}'"
            ),
        ),
        ('"80:${PORT"', ""),
    ],
)
def test_a_port_with_a_variable_is_judged_in_a_file_only(entry, as_file):
    text = f"{ABOVE}    ports:\n      - {entry}\n"
    assert said(text, "bad-port") == ([as_file] if as_file else [])
    assert said(text, "bad-port", in_note=True) == []


def test_default_that_is_no_port_is_told_in_a_note():
    text = f'{ABOVE}    ports:\n      - "${{PORT:-web}}:80"'
    told = "'web' is no port of the host; write a number up to 65535, for example '8080:80'"
    assert said(text, "bad-port", in_note=True) == [f"{5 + LINES_ABOVE}:9 {told}"]


def test_port_that_two_services_share_is_told_once():
    text = "x-a: &a {image: a:1, ports: [a:80]}\nservices: {a: *a, b: *a}\n"
    assert [line.partition(" ")[0] for line in said(text, "bad-port")] == ["1:30"]


def test_spanish():
    assert said(f"{ABOVE}    ports: ['80/tpc']\n", "bad-port", language="es") == [
        "4:17 'tpc' no es un protocolo; escribe 'tcp'"
    ]
