"""What is said of names: of those that come to one address, and of those that travel badly."""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.catalogue import catalogue_for
from estiba.checks.judge import judge_vault
from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.vault.vault import read_vault

RULES = Rules(Config(), dt.date(2026, 1, 1))
ONE_ON_DISK = "which many disks do not tell apart, so it is published at"
OF_SITE = "which the site keeps for itself"

ON_NAMES = Rules(RULES.config, RULES.today, frozenset({"address-clash", "odd-name"}))


def said(notes, attachments=(), language="en", *, flat=False):
    files = ((path, b"Text.\n") for path in notes)
    vault = read_vault(files, RULES.config, attachments=attachments, flat=flat)
    words = catalogue_for(language)
    return [f"{one.place} {one.severity} {words.problem(one)}" for one in judge_vault(vault, ON_NAMES)]


@pytest.mark.parametrize(
    ("notes", "attachments", "message"),
    [
        (
            "a.md a/index.md",
            "",
            (
                "a.md:1:1 error this note comes to the address of 'a/index.md', '/a/', and is published at"
                " '/a-2/'; rename one of the two"
            ),
        ),
        (
            "Foo.md foo.md",
            "",
            (
                f"foo.md:1:1 error the name of this file differs from 'Foo.md' only in case, {ONE_ON_DISK}"
                " '/foo-2/'; rename one of the two"
            ),
        ),
        (
            "\xe1.md a\u0301.md",
            "",
            (
                "a\u0301.md:1:1 error the name of this file differs from '\xe1.md' only in how its accents"
                f" are stored, {ONE_ON_DISK} '/\xe1-2/'; rename one of the two"
            ),
        ),
        (
            "a.md",
            "a/index.html",
            (
                "a.md:1:1 error the attachment 'a/index.html' comes to the address of this note, '/a/', and"
                " is left out; rename one of the two"
            ),
        ),
        (
            "sitemap.xml.md",
            "",
            (
                f"sitemap.xml.md:1:1 error this note comes to '/sitemap.xml/', {OF_SITE}, and is published at"
                " '/sitemap.xml-2/'; rename it"
            ),
        ),
        (
            "a.md",
            "search/search_index.json",
            (
                "search/search_index.json:1:1 error this file comes to '/search/search_index.json',"
                f" {OF_SITE}, and is left out; rename it"
            ),
        ),
        (
            "a.md",
            "b.png B.png",
            (
                f"b.png:1:1 error the name of this file differs from 'B.png' only in case, {ONE_ON_DISK}"
                " '/b.png'; rename one of the two"
            ),
        ),
    ],
)
def test_two_files_at_one_address(notes, attachments, message):
    assert said(notes.split(), attachments.split()) == [message]


@pytest.mark.parametrize(
    ("notes", "attachments"),
    [
        ("index.md README.txt.md a/index.md b.md b/c.md 404.md", "a/foto.png"),
        ("a.md ab.md", "a.html A.PNG"),
    ],
)
def test_others_are_left_alone(notes, attachments):
    assert said(notes.split(), attachments.split()) == []


def test_in_a_flat_site_and_in_spanish():
    assert said(["404.md", "a.md", "a/index.md"], language="es", flat=True) == [
        (
            "404.md:1:1 error esta nota da '/404.html', una dirección que el sitio se reserva, y se publica"
            " en '/404-2.html'; cámbiale el nombre"
        )
    ]


DASH = "rename it, with letters, digits, spaces and '-'"


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("<img src=x>.md", f"'<img src=x>.md' has the character '<', which Windows does not take; {DASH}"),
        ("a#b?c%41.md", f"'a#b?c%41.md' has the character '?', which Windows does not take; {DASH}"),
        ("a\nb.md", f"'a\nb.md' has the character 'U+000A', which Windows does not take; {DASH}"),
        ("a\\b.md", f"'a\\b.md' has the character '\\', which Windows does not take; {DASH}"),
        ("a /b.md", "'a ' ends with a space or a point, which Windows drops; rename it without"),
        ("a .md", "'a .md' ends with a space or a point, which Windows drops; rename it without"),
        ("a..md", "'a..md' ends with a space or a point, which Windows drops; rename it without"),
        ("CON.md", "'CON.md' means the device 'CON' to Windows; rename it"),
        ("nul.tar.md", "'nul.tar.md' means the device 'nul' to Windows; rename it"),
        ("COM1/a.md", "'COM1' means the device 'COM1' to Windows; rename it"),
        (
            f"{'ñ' * 100}.md",
            (
                f"'{'ñ' * 59}…' has 203 bytes, more than some disks and programs take; give it a shorter one,"
                " of 200 at most"
            ),
        ),
    ],
)
def test_names_that_travel_badly(path, message):
    assert said([path]) == [f"{path}:1:1 warning the name {message}"]


@pytest.mark.parametrize(
    "path",
    [
        "a b & c.md",
        "😀.md",
        "mañana #1.md",
        "console.md",
        "com.md",
        "COM10.md",
        "v1.2.md",
        "a;b=c,d'e.md",
        "ñ" * 98 + ".md",
        "{{ x }}.md",
    ],
)
def test_names_that_travel_well(path):
    assert said([path]) == []


def test_a_folder_is_reported_once_and_attachments_too():
    found = said(["a:/x/y.md", "a:/z.md"], ["a:/foto?.png"])
    assert [one.partition(" has ")[0] for one in found] == [
        "a:/foto?.png:1:1 warning the name 'foto?.png'",
        "a:/foto?.png:1:1 warning the name 'a:'",
    ]
