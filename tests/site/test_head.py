"""What the head of a page says to other programs."""

from __future__ import annotations

import html
import re

import pytest

from estiba.site.head import locale_of

CONFIG = (
    "site_name: Semilla\nsite_url: https://example.org/kb/\nsite_description: De qué va\nplugins: [estiba]\n"
)
SPANISH = {"estiba.toml": 'language = "es"\n'}
NOTE = """---
title: Red privada
description: Cómo entrar
date: 2025-01-02 10:00
mod: 2025-03-04
tags: [Redes/VPN, casa]
---

Texto.
"""


def head(site, path):
    return re.search(r"<head>.*?</head>", site.read(path), re.DOTALL)[0]


def properties(site, path):
    found = re.findall(r'<meta property="([^"]*)" content="([^"]*)">', head(site, path))
    return [(name, html.unescape(value)) for name, value in found]


def feeds(site, path):
    return re.findall(
        r'<link rel="alternate feed" type="application/atom\+xml" title="(.*?)" href="(.*?)">',
        head(site, path),
    )


def test_note(build_site):
    site = build_site(SPANISH | {"redes/vpn.md": NOTE}, CONFIG)
    assert properties(site, "redes/vpn/index.html") == [
        ("og:type", "article"),
        ("og:site_name", "Semilla"),
        ("og:title", "Red privada"),
        ("og:description", "Cómo entrar"),
        ("og:url", "https://example.org/kb/redes/vpn/"),
        ("og:locale", "es_ES"),
        ("article:published_time", "2025-01-02"),
        ("article:modified_time", "2025-03-04"),
        ("article:tag", "Redes/VPN"),
        ("article:tag", "casa"),
    ]
    found = head(site, "redes/vpn/index.html")
    assert '<link rel="canonical" href="https://example.org/kb/redes/vpn/">' in found
    assert '<meta name="twitter:card" content="summary">' in found
    assert found.count("<title>") == 1
    assert "<title>Red privada - Semilla</title>" in found


def test_home_page_of_the_owner_is_the_site(build_site):
    site = build_site({"index.md": "---\ntitle: Semilla\ndate: 2025-01-01\n---\n"}, CONFIG)
    assert properties(site, "index.html") == [
        ("og:type", "website"),
        ("og:site_name", "Semilla"),
        ("og:title", "Semilla"),
        ("og:description", "De qué va"),
        ("og:url", "https://example.org/kb/"),
        ("og:locale", "en_US"),
    ]
    assert "<title>Semilla</title>" in head(site, "index.html")


def test_page_of_a_tag_tells_of_both_feeds(build_site):
    site = build_site(SPANISH | {"redes/vpn.md": NOTE}, CONFIG)
    assert feeds(site, "redes/vpn/index.html") == [("Semilla", "../../feed.xml")]
    assert feeds(site, "etiquetas/casa/index.html") == [
        ("Semilla", "../../feed.xml"),
        ("Semilla: casa", "feed.xml"),
    ]
    for address in re.findall(r'"\.\./\.\./([^"]*feed\.xml)"', site.read("etiquetas/casa/index.html")):
        assert (site.root / address).is_file()
    assert properties(site, "etiquetas/casa/index.html")[0] == ("og:type", "website")


def test_page_that_is_not_found(build_site):
    site = build_site({"vpn.md": NOTE}, CONFIG)
    assert properties(site, "404.html") == [
        ("og:type", "website"),
        ("og:site_name", "Semilla"),
        ("og:title", "Semilla"),
        ("og:description", "De qué va"),
        ("og:locale", "en_US"),
    ]
    assert feeds(site, "404.html") == [("Semilla", "/kb/feed.xml")]
    assert "canonical" not in head(site, "404.html")


def test_without_an_address_of_the_site_no_address_is_said(build_site):
    site = build_site({"vpn.md": NOTE}, "site_name: Semilla\nplugins: [estiba]\n")
    assert "og:url" not in dict(properties(site, "vpn/index.html"))
    assert feeds(site, "vpn/index.html") == []
    assert "canonical" not in head(site, "vpn/index.html")


@pytest.mark.parametrize("title", ["<x> y </title><script>alert(1)</script>", 'a"b & c', "R&amp;D", "<b>"])
def test_a_title_loses_nothing_and_runs_nowhere(build_site, title):
    quoted = title.replace("'", "''")
    site = build_site({"nota.md": f"---\ntitle: '{quoted}'\ntags: ['{quoted}']\n---\n\nTexto.\n"}, CONFIG)
    shown = re.findall(r"<title>(.*?)</title>", head(site, "nota/index.html"))
    assert [html.unescape(one) for one in shown] == [f"{title} - Semilla"]
    assert dict(properties(site, "nota/index.html"))["og:title"] == title
    assert "alert(1)" not in "".join(
        re.findall(r"<script.*?</script>", head(site, "nota/index.html"), re.DOTALL)
    )


@pytest.mark.parametrize(
    ("lang", "locale"),
    [
        ("en", "en_US"),
        ("es-MX", "es_MX"),
        ("[en]", "es_ES"),
        ("xx", None),
        ("'../x'", "es_ES"),
        ("'\"><b>'", "es_ES"),
    ],
)
def test_language_of_a_note(build_site, lang, locale):
    site = build_site(SPANISH | {"nota.md": f"---\ntitle: Nota\nlang: {lang}\n---\n"}, CONFIG)
    assert dict(properties(site, "nota/index.html")).get("og:locale") == locale


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("es", "es_ES"),
        ("en", "en_US"),
        ("EN-gb", "en_GB"),
        ("pt-BR", "pt_BR"),
        ("zh-Hant", "zh_TW"),
        ("", ""),
    ],
)
def test_locale(language, locale):
    assert locale_of(language) == locale


def test_main_template_of_the_owner_builds_on_ours(build_site, tmp_path):
    own = tmp_path / "own/main.html"
    own.parent.mkdir()
    text = '{% extends "estiba.html" %}{% block extrahead %}<meta name="mine" content="1">{% endblock %}'
    own.write_text(text, "utf-8")
    site = build_site({"nota.md": NOTE}, CONFIG + "theme: {name: material, custom_dir: own}\n")
    assert '<meta name="mine" content="1">' in head(site, "nota/index.html")
    assert dict(properties(site, "nota/index.html"))["og:title"] == "Red privada"
