from __future__ import annotations

import pytest

from estiba.site.serving.addresses import mount_path, place_of, type_of


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("", "index.html"),
        ("redes/", "redes/index.html"),
        ("redes/vpn.html", "redes/vpn.html"),
        ("a%C3%B1o/", "año/index.html"),
        ("a//b/", "a/b/index.html"),
        ("../../etc/passwd", "etc/passwd"),
        ("a/%2e%2e/%2e%2e/b", "b"),
    ],
)
def test_which_file_an_address_leads_to(address, place):
    assert place_of(address) == place


@pytest.mark.parametrize(("path", "mount"), [("", "/"), ("/", "/"), ("/a", "/a/"), ("/a/b/", "/a/b/")])
def test_where_a_site_is_served(path, mount):
    assert mount_path(path) == mount


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.mjs", "text/javascript; charset=utf-8"),
        ("a.wasm", "application/wasm"),
        ("compose.yaml", "text/plain; charset=utf-8"),
        ("a.png", "image/png"),
        ("_headers", "application/octet-stream"),
    ],
)
def test_the_type_of_a_file(place, kind):
    assert type_of(place) == kind
