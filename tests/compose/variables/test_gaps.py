from __future__ import annotations

import pytest

from estiba.compose.variables.gaps import gaps_in, is_own_word
from estiba.compose.variables.roles import Role


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://a.example.com/x", [("example.com", Role.DOMAIN, "DOMAIN")]),
        ("*.mydomain.tld", [("mydomain.tld", Role.DOMAIN, "DOMAIN")]),
        ("ana@ejemplo.es", [("ejemplo.es", Role.DOMAIN, "DOMAIN")]),
        ("nas.your-tailnet.ts.net", [("your-tailnet.ts.net", Role.DOMAIN, "DOMAIN")]),
        ("a.example", [("a.example", Role.DOMAIN, "DOMAIN")]),
        ("myexample.com example.com.mx example.computer", []),
        ("/path/to/app/config", [("/path/to/app/config", Role.PATH, "CONFIG_PATH")]),
        ("/path/to/music/dir/", [("/path/to/music/dir", Role.PATH, "MUSIC_PATH")]),
        ("/opt/path/to/x", []),
        ("http://<server ip>:80", [("<server ip>", Role.HOST, "SERVER_IP")]),
        ("</srv/data>", [("</srv/data>", Role.PATH, "DATA_PATH")]),
        ("mysql://your_user@db", [("your_user", Role.TEXT, "USER")]),
        ("{{ x }} example.com", []),
    ],
)
def test_gaps(text, found):
    assert [(text[one.start : one.end], one.role, one.name) for one in gaps_in(text)] == found


def test_brackets_in_a_mount_are_a_path():
    (gap,) = gaps_in("<nzb download>:/x", is_mount=True)
    assert (gap.role, gap.name) == (Role.PATH, "NZB_DOWNLOAD_PATH")


def test_own_words():
    assert is_own_word("your_db_name")
    assert not is_own_word("your db name")
    assert not is_own_word("yours")
