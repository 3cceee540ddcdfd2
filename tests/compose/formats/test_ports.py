"""Short ports, by the answers of Docker Compose 2.40.3."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.ports import Port, read_port


@pytest.mark.parametrize(
    ("text", "port"),
    [
        ("80", Port((80, 80))),
        ("00080", Port((80, 80))),
        ("65535", Port((65535, 65535))),
        ("80/", Port((80, 80))),
        ("80/UDP", Port((80, 80), protocol="udp")),
        ("80/Sctp", Port((80, 80), protocol="sctp")),
        ("8080:80", Port((80, 80), (8080, 8080))),
        ("08:80", Port((80, 80), (8, 8))),
        ("8080:80/tcp", Port((80, 80), (8080, 8080))),
        ("0:80", Port((80, 80))),
        (":80", Port((80, 80))),
        ("::80", Port((80, 80))),
        ("5-5:80", Port((80, 80), (5, 5))),
        ("1-3:5", Port((5, 5), (1, 3))),
        ("1-2:80-80", Port((80, 80), (1, 2))),
        ("0-1:5-6", Port((5, 6), (0, 1))),
        ("7-9:7-9/udp", Port((7, 9), (7, 9), protocol="udp")),
        ("80-81-82", Port((80, 81))),
        ("127.0.0.1:80:80", Port((80, 80), (80, 80), "127.0.0.1")),
        ("127.0.0.1::80", Port((80, 80), None, "127.0.0.1")),
        ("[127.0.0.1]:80:80", Port((80, 80), (80, 80), "127.0.0.1")),
        ("[::1]:80:80", Port((80, 80), (80, 80), "::1")),
        ("[::1]::80", Port((80, 80), None, "::1")),
        ("::1:80:80", Port((80, 80), (80, 80), "::1")),
        ("::ffff:1.2.3.4:80:80", Port((80, 80), (80, 80), "::ffff:1.2.3.4")),
        ("[]:80:80", Port((80, 80), (80, 80))),
    ],
)
def test_accepted(text, port):
    assert read_port(text) == port


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", ("empty", 0, "")),
        ("80:", ("container", 3, "")),
        ("/tcp", ("container", 0, "")),
        ("8080:/tcp", ("container", 5, "")),
        ("0", ("container", 0, "0")),
        ("80:0", ("container", 3, "0")),
        ("1-2:0-1", ("container", 4, "0-1")),
        ("65536", ("container", 0, "65536")),
        ("1-65536", ("container", 0, "1-65536")),
        ("80-", ("container", 0, "80-")),
        ("-80", ("container", 0, "-80")),
        ("+80", ("container", 0, "+80")),
        (" 80", ("container", 0, " 80")),
        ("80 ", ("container", 0, "80 ")),
        ("80.5", ("container", 0, "80.5")),
        ("80-70", ("container", 0, "80-70")),
        ("a:b", ("container", 2, "b")),
        ("80:80udp", ("container", 3, "80udp")),
        ("http:80", ("host", 0, "http")),
        ("127.0.0.1:http:80", ("host", 10, "http")),
        ("0x50:80", ("host", 0, "0x50")),
        ("1_0:80", ("host", 0, "1_0")),
        ("99999:80", ("host", 0, "99999")),
        ("9-7:80", ("host", 0, "9-7")),
        ("\u0663:80", ("host", 0, "\u0663")),
        ("80:80/tpc", ("protocol", 6, "tpc")),
        ("80//tcp", ("protocol", 3, "/tcp")),
        ("80/tcp/udp", ("protocol", 3, "tcp/udp")),
        ("80/ tcp", ("protocol", 3, " tcp")),
        ("localhost:80:80", ("address", 0, "localhost")),
        ("127.1:80:80", ("address", 0, "127.1")),
        ("010.1.1.1:80:80", ("address", 0, "010.1.1.1")),
        ("300.1.1.1:80:80", ("address", 0, "300.1.1.1")),
        ("80:80:80:80", ("address", 0, "80:80")),
        ("[::1:80:80", ("address", 0, "[::1")),
        ("[::1]80:80:80", ("address", 0, "[::1]80")),
        ("[::1%eth0]:80:80", ("address", 0, "[::1%eth0]")),
        ("1-3:5-6", ("range", 0, "1-3:5-6")),
        ("5:1-3", ("range", 0, "5:1-3")),
        ("0:5-6", ("range", 0, "0:5-6")),
        ("[::1]:1-3:5-6/udp", ("range", 6, "1-3:5-6")),
        ("lan:http:0/tpc", ("protocol", 11, "tpc")),
        ("lan:http:0", ("address", 0, "lan")),
        ("http:0x", ("container", 5, "0x")),
    ],
)
def test_refused(text, fault):
    with pytest.raises(FormatFault) as caught:
        read_port(text)
    assert (caught.value.kind, caught.value.offset, caught.value.detail) == fault


spans = st.tuples(st.integers(1, 65535), st.integers(1, 65535)).map(lambda span: (min(span), max(span)))
addresses = st.just("") | st.ip_addresses(v=4).map(str) | st.ip_addresses(v=6).map(str)


@given(spans, st.integers(), addresses, st.sampled_from(["tcp", "udp", "sctp"]), st.booleans())
@settings(derandomize=True, deadline=None)
def test_port_written_from_its_parts_is_read_back(target, shift, host_ip, protocol, bare):
    width = target[1] - target[0]
    first = 1 + shift % (65535 - width)
    port = Port(target, (first, first + width), host_ip, protocol)
    address = host_ip if bare or ":" not in host_ip else f"[{host_ip}]"
    text = f"{first}-{first + width}:{target[0]}-{target[1]}/{protocol.upper()}"
    assert read_port(f"{address}:{text}" if address else text) == port
