"""Files of a vault that come to one place of the site."""

from __future__ import annotations

import unicodedata

import pytest

from estiba.vault.files.addresses import one_on_disk
from estiba.vault.files.folder_notes import folder_pages
from estiba.vault.files.places import place_files

NFD = unicodedata.normalize("NFD", "mañana.md")


def places(notes, attachments=(), *, flat=False):
    return place_files(notes, attachments, folder_pages(notes), flat=flat)


@pytest.mark.parametrize(
    ("notes", "addresses"),
    [
        (["a.md", "a/index.md"], {"a.md": "a-2/", "a/index.md": "a/"}),
        (["a.md", "a/b.md"], {"a.md": "a/", "a/b.md": "a/b/"}),
        (["a/a.md", "a/b.md"], {"a/a.md": "a/", "a/b.md": "a/b/"}),
        (["A.md", "a/b.md"], {"A.md": "a/", "a/b.md": "a/b/"}),
        (["Foo.md", "foo.md"], {"Foo.md": "Foo/", "foo.md": "foo-2/"}),
        (["Foo.md", "foo.md", "foo-2.md"], {"Foo.md": "Foo/", "foo.md": "foo-3/", "foo-2.md": "foo-2/"}),
        (["Foo.md", "foo.md", "FOO.md"], {"FOO.md": "FOO/", "Foo.md": "Foo-2/", "foo.md": "foo-3/"}),
        ([NFD, "mañana.md"], {"mañana.md": "mañana/", NFD: "mañana-2/"}),
        (["t/README.md", "t/index.md"], {"t/README.md": "t/README/", "t/index.md": "t/"}),
        (["a.md", "a.markdown"], {"a.markdown": "a/", "a.md": "a-2/"}),
        (["sitemap.xml.md"], {"sitemap.xml.md": "sitemap.xml-2/"}),
        (["404.md", "pagefind.md"], {"404.md": "404/", "pagefind.md": "pagefind/"}),
    ],
)
def test_the_second_note_moves(notes, addresses):
    found = places(notes)
    assert {path: place.removesuffix("index.html") for path, place in found.notes.items()} == addresses
    assert places(notes[::-1]) == found
    assert len({one_on_disk(place) for place in found.notes.values()}) == len(notes)


def test_in_a_flat_site():
    found = places(["404.md", "a.md", "a/index.md", "a/b.md"], ["a.html"], flat=True)
    assert found.notes == {
        "404.md": "404-2.html",
        "a.md": "a.html",
        "a/index.md": "a/index.html",
        "a/b.md": "a/b.html",
    }
    assert [(one.path, one.other) for one in found.clashes] == [("404.md", ""), ("a.html", "a.md")]


@pytest.mark.parametrize(
    ("attachment", "owner"),
    [
        ("a/index.html", "a.md"),
        ("A/INDEX.html", "a.md"),
        ("a", "a.md"),
        ("404.html", ""),
        ("sitemap.xml", ""),
        ("Sitemap.XML", ""),
        ("search/search_index.json", ""),
        ("examples.json", ""),
        ("feed.xml", ""),
        ("tags.json", ""),
        ("assets/estiba/estiba.css", ""),
        ("pagefind/pagefind.js", ""),
    ],
)
def test_an_attachment_in_the_place_of_a_note_or_of_the_site_is_left_out(attachment, owner):
    found = places(["a.md"], [attachment, "a/foto.png", "assets/brand.css"])
    assert sorted(found.attachments) == ["a/foto.png", "assets/brand.css"]
    assert [(one.path, one.other, one.instead) for one in found.clashes] == [(attachment, owner, "")]


def test_a_vault_with_notes_where_the_search_would_be_keeps_what_is_beside_them():
    assert places(["pagefind/index.md"], ["pagefind/foto.png"]).clashes == ()


def test_attachments_that_are_one_on_some_disks_are_both_kept():
    found = places([], ["foto.png", "Foto.png", "se\xf1al.png", "sen\u0303al.png", "otran\u0303.png"])
    assert found.attachments == {
        "Foto.png": "Foto.png",
        "foto.png": "foto.png",
        "se\xf1al.png": "se\xf1al.png",
        "sen\u0303al.png": "sen\u0303al.png",
        "otran\u0303.png": "otra\xf1.png",
    }
    assert [one.path for one in found.clashes] == ["foto.png", "sen\u0303al.png"]
