from __future__ import annotations

import pytest

from estiba.config import read_config
from estiba.policy_table import ConfigError
from estiba.security import Security, host_of

PICTURE = "https://img.example.org/a/b.png"


@pytest.mark.parametrize(
    "address",
    [
        "a.png",
        "../a.png",
        "/a.png",
        "a.png?x=https://x",
        "#a",
        "",
        "data:image/png;base64,AA",
        " DATA:image/png,x",
    ],
)
def test_what_is_of_the_site_is_asked_for(address):
    assert Security().allows("img-src", address)


@pytest.mark.parametrize(
    "address",
    [
        PICTURE,
        "HTTPS://x",
        "//x/a.png",
        "\\\\x\\a.png",
        "/\\x/a.png",
        " \n//x",
        "ht\ntps://x",
        "https:x",
        "ftp://x/a",
        "blob:x",
        "https://[x",
    ],
)
def test_bad_input_61_what_is_elsewhere_is_not(address):
    assert not Security().allows("img-src", address)


@pytest.mark.parametrize(
    ("source", "address", "is_allowed"),
    [
        ("https://img.example.org", PICTURE, True),
        ("https://IMG.example.org", PICTURE, True),
        ("https://img.example.org", "//img.example.org/x", True),
        ("https://img.example.org", "http://img.example.org/x", False),
        ("http://img.example.org", PICTURE, True),
        ("https://img.example.org", "https://img.example.org.evil.org/x", False),
        ("https://img.example.org", "https://img.example.org@evil.org/x", False),
        ("https://img.example.org", "https://img.example.org:444/x", False),
        ("https://img.example.org:*", "https://img.example.org:444/x", True),
        ("https://img.example.org:444", "https://img.example.org:444/x", True),
        ("https://*.example.org", PICTURE, True),
        ("https://*.example.org", "https://example.org/x", False),
        ("https://img.example.org/a/", PICTURE, True),
        ("https://img.example.org/b/", PICTURE, False),
        ("https://img.example.org/a/b.png", PICTURE, True),
        ("https://img.example.org/a", PICTURE, False),
        ("https:", PICTURE, True),
        ("https:", "http://img.example.org/", False),
        ("https://img.example.org", "https://img.example.org:x/", False),
    ],
)
def test_sources_allow_what_they_do_in_a_browser(source, address, is_allowed):
    assert Security(sources={"img-src": (source,)}).allows("img-src", address) is is_allowed


def test_a_source_is_for_its_directive_alone():
    assert not Security(sources={"media-src": ("https:",)}).allows("img-src", PICTURE)


@pytest.mark.parametrize(
    ("address", "host"), [(PICTURE, "img.example.org"), ("//X/a", "x"), ("https://[x", "")]
)
def test_the_host_of_an_address(address, host):
    assert host_of(address) == host


def test_what_an_owner_says(tmp_path):
    text = """
    [security]
    csp = false
    [security.sources]
    img-src = ["https://a.example.org", "data:", "https://a.example.org"]
    style-src = ["'unsafe-inline'"]
    script-src = ["'sha256-AAAA='", "https://x.example.org/a.js"]
    """
    assert read_config(text, tmp_path).security == Security(
        csp=False,
        sources={
            "img-src": ("https://a.example.org", "data:"),
            "style-src": ("'unsafe-inline'",),
            "script-src": ("'sha256-AAAA='", "https://x.example.org/a.js"),
        },
    )


@pytest.mark.parametrize(
    ("directive", "source"),
    [
        ("script-src", "'unsafe-inline'"),
        ("script-src", "'unsafe-eval'"),
        ("script-src", "https:"),
        ("script-src", "data:"),
        ("script-src", "*"),
        ("img-src", "*"),
        ("img-src", "'none'"),
        ("img-src", "javascript:"),
        ("img-src", "img.example.org"),
        ("img-src", "https://a; script-src https://b"),
        ("img-src", "https://a https://b"),
        ("img-src", 'https://a/"'),
        ("img-src", "https://a/<b>"),
        ("img-src", "https://a\\n"),
        ("default-src", "https://a"),
        ("object-src", "https://a"),
    ],
)
def test_what_would_open_too_much_is_refused(directive, source, tmp_path):
    text = (
        f"[security.sources]\n{directive} = [{source!r}]"
        if '"' in source
        else (f'[security.sources]\n{directive} = ["{source}"]')
    )
    with pytest.raises(ConfigError, match=r"security\.sources\."):
        read_config(text, tmp_path)
