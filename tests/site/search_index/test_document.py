"""What the search sees of a page."""

from __future__ import annotations

import pytest

from estiba.site.search_index.document import SearchDocument, inner_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("image: nginx:1.29", ["1.29"]),
        ('- "127.0.0.1:8080:80"', ["127.0.0.1"]),
        ("image: ghcr.io/immich-app/server:v2.1.0@sha256:abc", ["ghcr.io", "immich-app", "v2.1.0"]),
        ("- TZ=Europe/Madrid", []),
        ("- PG_VERSION=16.4", ["16.4"]),
        ("image: a:1.29\nimage: b:1.29", ["1.29"]),
        ("network_mode: service:tailscale", []),
        ("plain words - and a 1.29 alone", []),
        ("rule=Host(`paperless.example.org`)", ["paperless.example.org"]),
        ("a:" + "1." * 50 + "1", []),
        ("", []),
    ],
)
def test_parts_of_compound_words(text, words):
    assert list(inner_words([text])) == words


def test_whatever_is_written_stays_text():
    evil = '"><script>alert(1)</script>'
    html = SearchDocument(
        language="es",
        title=evil,
        content="<p>Texto</p>",
        lead=evil,
        folders=((evil, evil),),
        tags=((evil, evil),),
        tags_above=(evil,),
        words=(evil,),
    ).html()
    assert "<script" not in html
    assert html.count("&#34;&gt;&lt;script&gt;") == 8


def test_facets_and_what_a_result_shows():
    html = SearchDocument(
        language="es",
        title="VPN",
        content="<p>Texto</p>",
        folders=(("notas", "Notas"), ("notas/redes", "Redes")),
        tags=(("vpn", "VPN"), ("red", "Red")),
        tags_above=("infra",),
        words=("1.29",),
        is_checked=True,
    ).html()
    for name, value in (
        ("filter", 'tag[data-value]" data-value="vpn"'),
        ("filter", 'tag[data-value]" data-value="infra"'),
        ("filter", 'folder[data-value]" data-value="notas/redes"'),
        ("filter", 'example[data-value]" data-value="checked"'),
        ("meta", 'tags[data-value]" data-value="VPN · Red"'),
        ("meta", 'path[data-value]" data-value="Notas \u203a Redes"'),
        ("meta", 'compose[data-value]" data-value="1.29"'),
    ):
        assert f'<span data-pagefind-{name}="{value}></span>' in html
