"""What the head of an explanation speaks of."""

from __future__ import annotations

import pytest

from estiba.compose.example import read_example
from estiba.compose.explained import Missing, Spoken, spoken_of
from estiba.compose.term_reading import terms_of

EXAMPLE = """services:
  nginx:
    image: nginx:1.30.5
    network_mode: service:tailscale
    restart: unless-stopped
  tailscale:
    image: tailscale/tailscale:v1.102.5
    hostname: ${NODE:-web}
    environment:
      - TS_AUTHKEY=${TS_AUTHKEY:?a key}
      - TS_STATE_DIR=/var/lib/tailscale
      - PUID=1000
      - PGID=1000
    ports: ["8080:80", "443:443"]
    volumes:
      - state:/var/lib/tailscale
    devices:
      - /dev/net/tun:/dev/net/tun
    cap_add: [NET_ADMIN, SYS_MODULE]
    profiles: ["vpn"]
volumes:
  state:
"""
TERMS = terms_of(read_example(EXAMPLE))


def spoken(head, terms=TERMS):
    """Give the lines as text, and what is missing."""
    found = spoken_of(terms, head)
    lines = " ".join(f"{first}-{last}" if last > first else str(first) for first, last in found.lines)
    return lines, [(one.text, one.key, one.value) for one in found.missing]


@pytest.mark.parametrize(
    ("head", "lines"),
    [
        # by key, key and value, path
        ("image", "3 7"),
        ("Image", "3 7"),
        ("image:", "3 7"),
        ("network_mode: service:tailscale", "4"),
        ("network_mode:service:tailscale", "4"),
        ("network_mode = service:tailscale", "4"),
        ('network_mode: "service:tailscale"', "4"),
        ("restart unless-stopped", "5"),
        ("restart:  unless-stopped", "5"),
        ("unless-stopped", "5"),
        ("services", "1-20"),
        ("services.nginx.image", "3"),
        ("nginx.image", "3"),
        ("nginx: image", "3"),
        ("services: nginx: image", "3"),
        ("services > nginx > image", "3"),
        ("cap_add: NET_ADMIN", "19"),
        ("cap_add: - NET_ADMIN", "19"),
        ('profiles: ["vpn"]', "20"),
        # variables
        ("TS_AUTHKEY", "10"),
        ("${TS_AUTHKEY}", "10"),
        ("$TS_AUTHKEY", "10"),
        ("${TS_AUTHKEY:?say it}", "10"),
        ("TS_STATE_DIR=/var/lib/tailscale", "11"),
        ("TS_STATE_DIR: /var/lib/tailscale", "11"),
        ("- TS_STATE_DIR=/var/lib/tailscale", "11"),
        ("NODE", "8"),
        ("hostname: web", "8"),
        # a value that stands for others
        ("TS_AUTHKEY=tskey-auth-xxxx", "10"),
        ("TS_STATE_DIR=...", "11"),
        ("PUID=<id>", "12"),
        ("hostname: other", "8"),
        # services, images, volumes
        ("nginx", "2-5"),
        ("Tailscale", "6-20"),
        ("nginx:1.30.5", "3"),
        ("tailscale/tailscale", "7"),
        ("image: nginx", "3"),
        ("state", "16 22"),
        ("volumes", "15-16 21-22"),
        # entries
        ("8080:80", "14"),
        ("8080", "14"),
        ("/dev/net/tun", "18"),
        ("NET_ADMIN", "19"),
        ("/var/lib/tailscale", "16"),
        ("state:/var/lib/tailscale", "16"),
        # words beside it
        ("the nginx service", "2-5"),
        ("servicio nginx", "2-5"),
        ("Puerto 8080", "14"),
        ("volumen `state`", "16 22"),
        ("hostname (optional)", "8"),
        # several
        ("PUID y PGID", "12-13"),
        ("PUID, PGID", "12-13"),
        ("PUID and PGID", "12-13"),
        ("PUID/PGID", "12-13"),
        ("PUID / PGID", "12-13"),
        ("PUID + PGID", "12-13"),
        ("PUID/PGID=1000", "12-13"),
        ("PUID, PGID y TS_AUTHKEY", "10 12-13"),
        ("image, hostname e image", "3 7-8"),
        ("NET_ADMIN/SYS_MODULE", "19"),
        ("8080:80, 443:443", "14"),
    ],
)
def test_head_speaks_of(head, lines):
    assert spoken(head) == (lines, [])


@pytest.mark.parametrize(
    ("head", "lines", "missing"),
    [
        ("entrypoint", "", [("entrypoint", "", "")]),
        ("Ventajas", "", [("Ventajas", "", "")]),
        ("Red de malla", "", [("Red de malla", "", "")]),
        ("restart: always", "", [("restart: always", "restart", "always")]),
        ("nginx:1.29", "", [("nginx:1.29", "nginx", "1.29")]),
        ("TS_STATE_DIR=/data", "", [("TS_STATE_DIR=/data", "TS_STATE_DIR", "/data")]),
        ("dns: 1.1.1.1", "", [("dns: 1.1.1.1", "dns", "1.1.1.1")]),
        ("PUID y UMASK", "12", [("UMASK", "", "")]),
        ("PUID/UMASK", "12", [("UMASK", "", "")]),
        ("DB_USER, DB_PASS", "", [("DB_USER", "", ""), ("DB_PASS", "", "")]),
        ("fast and easy to use", "", [("fast and easy to use", "", "")]),
        ("the service", "", [("the service", "", "")]),
        ("", "", [("", "", "")]),
    ],
)
def test_what_is_missing(head, lines, missing):
    assert spoken(head) == (lines, missing)


def test_name_of_what_is_missing():
    assert Missing("a: b", "a", "b").name == "a"
    assert Missing("a").name == "a"


def test_a_key_without_a_value_of_its_own_is_meant_by_its_name():
    assert spoken("tailscale: the sidecar") == ("6-20", [])
    assert spoken("environment: three of them") == ("9-13", [])


def test_part_of_a_file():
    terms = terms_of(read_example("environment:\n  TZ: Europe/Madrid\nports: ['80:80']\n", info="yaml"))
    assert spoken("TZ", terms) == ("2", [])
    assert spoken("environment.TZ", terms) == ("2", [])
    assert spoken("service", terms) == ("", [("service", "", "")])


def test_nothing_can_be_said_of_what_cannot_be_read():
    terms = terms_of(read_example("services:\n  web:\n    image: [a\n    ports: b\n"))
    assert spoken_of(terms, "image") == Spoken(missing=(Missing("image"),))
