"""The home page: one that the vault has not, and one that its owner composes."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

OURS = Path(__file__).parents[2] / "overrides"
CONFIG = """site_name: Puerto
site_description: Notas de prueba.
site_url: http://127.0.0.1/
theme: {{name: material, language: {language}, custom_dir: {folder}}}
plugins: [estiba]
"""
PLAIN = "site_name: Puerto\nsite_url: http://127.0.0.1/\nplugins: [estiba]\n"


def note(title: str, tags: str = "", day: str = "2025-01-01") -> str:
    return f"---\ntitle: {title}\ndescription: Trata de {title}.\nmod: {day}\ntags: [{tags}]\n---\n\nTexto.\n"


VAULT = {
    "notas/redes/dns.md": note("DNS", "redes, docker", "2025-03-01"),
    "notas/redes/vpn.md": note("VPN", "redes, docker", "2025-10-25"),
    "notas/casa/luz.md": note("Luz", "zigbee, docker", "2024-01-01"),
}
INDEX = "---\ntitle: Puerto\ndescription: Qué es esto.\n---\n\n# Puerto\n\nEl texto del dueño.\n"


@pytest.fixture
def composed(tmp_path):
    """A folder of the owner's whose home page shows nothing but what is given."""

    def write(*parts: str) -> str:
        folder = tmp_path / "own"
        folder.mkdir(exist_ok=True)
        included = "".join(f'{{% include "partials/estiba/home/{part}.html" %}}' for part in parts)
        (folder / "home.html").write_text(
            f'{{% extends "main.html" %}}{{% block content %}}<i>mine</i>{included}{{% endblock %}}', "utf-8"
        )
        return CONFIG.format(folder="own", language="en")

    return write


def main(page: str) -> str:
    return page.partition("<article")[2].partition("</article>")[0]


def headings(page: str) -> list[str]:
    return [
        html.unescape(re.sub(r"<.*", "", one)) for one in re.findall(r"<h[12][^>]*>(.*?)</h[12]>", main(page))
    ]


def chips(page: str) -> list[tuple[str, str, str]]:
    return re.findall(
        r'<a href="([^"]*)" class="md-tag">(.*?) <span class="estiba-count">(.*?)</span></a>', main(page)
    )


def crates(page: str) -> list[tuple[str, str, str]]:
    return re.findall(
        r'<a class="estiba-crate" href="(.*?)"><span class="estiba-crate__name">(.*?)</span>'
        r' <span class="estiba-crate__count">(.*?)</span></a>',
        main(page),
    )


def newest(page: str) -> list[tuple[str, str]]:
    part = main(page).partition('id="estiba-home-newest"')[2].partition("</section>")[0]
    return re.findall(r'<li class="estiba-list__item">\s*<a href="(.*?)">(.*?)</a>', part)


def test_a_vault_without_a_home_page_gets_one_with_all_parts(build_site):
    page = build_site(VAULT | {"suelta.md": note("Suelta")}, PLAIN).read("index.html")
    assert headings(page) == ["Puerto", "Tags", "New and updated", "Folders", "Notes"]
    assert chips(page) == [
        ("tags/docker/", "docker", "3"),
        ("tags/redes/", "redes", "2"),
        ("tags/zigbee/", "zigbee", "1"),
    ]
    assert newest(page) == [
        ("notas/redes/vpn/", "VPN"),
        ("notas/redes/dns/", "DNS"),
        ("suelta/", "Suelta"),
        ("notas/casa/luz/", "Luz"),
    ]
    assert crates(page) == [("notas/casa/", "Casa", "1 note"), ("notas/redes/", "Redes", "2 notes")]
    assert 'role="search" method="get" action="./"' in main(page)
    assert re.findall(r'<a href="(.*?)">(All.*?|Recent.*?)</a>', main(page)) == [
        ("all-notes/", "All notes"),
        ("changes/", "Recent changes"),
        ("tags/", "All tags"),
        ("changes/", "Recent changes"),
    ]


def test_an_empty_vault_has_a_home_page(build_site):
    page = build_site({}, PLAIN).read("index.html")
    assert headings(page) == ["Puerto"]


def test_the_owners_own_page_is_left_alone_without_the_owners_template(build_site):
    page = build_site(VAULT | {"index.md": INDEX}, PLAIN).read("index.html")
    assert headings(page) == ["Puerto"]
    assert "estiba-home" not in main(page)


def test_the_owner_composes_the_page_of_the_parts(build_site, composed):
    page = build_site(VAULT | {"index.md": INDEX}, composed("folders", "newest")).read("index.html")
    assert "<i>mine</i>" in page
    assert headings(page) == ["Folders", "New and updated"]
    assert "El texto del dueño." not in page


def test_the_owners_template_draws_a_generated_home_page_too(build_site, composed):
    page = build_site(VAULT, composed("tags")).read("index.html")
    assert "<i>mine</i>" in page
    assert headings(page) == ["Tags"]


def test_the_page_is_as_wide_as_the_site_unless_it_says_what_it_hides(build_site, composed):
    sidebars = r'data-md-type="(navigation|toc)" (hidden)?'
    wide = build_site({"index.md": INDEX}, composed()).read("index.html")
    assert re.findall(sidebars, wide) == [("navigation", "hidden"), ("toc", "hidden")]
    own = INDEX.replace("title:", "hide: [toc]\ntitle:")
    narrow = build_site({"index.md": own}, composed()).read("index.html")
    assert re.findall(sidebars, narrow) == [("navigation", ""), ("toc", "hidden")]


def test_no_note_chooses_a_template(build_site, composed):
    chosen = note("Otra").replace("title:", "template: home.html\ntitle:")
    site = build_site({"index.md": INDEX, "otra.md": chosen, "a/index.md": chosen}, composed("search"))
    assert "<i>mine</i>" in site.read("index.html")
    assert "<i>mine</i>" not in site.read("otra/index.html") + site.read("a/index.html")


def test_the_thirty_commonest_tags_are_shown(build_site, composed):
    files = {
        f"{number:02}.md": note(f"N{number}", ", ".join(f"t{one:02}" for one in range(number)))
        for number in range(40)
    }
    page = build_site(files, composed("tags")).read("index.html")
    assert [(name, count) for _, name, count in chips(page)] == [
        (f"t{one:02}", str(39 - one)) for one in range(30)
    ]


def test_the_six_newest_notes_are_shown_and_the_home_page_is_none(build_site, composed):
    files = {f"{day}.md": note(f"N{day}", day=f"2025-01-0{day}") for day in range(1, 9)}
    page = build_site({"index.md": INDEX} | files, composed("newest")).read("index.html")
    assert [title for _, title in newest(page)] == ["N8", "N7", "N6", "N5", "N4", "N3"]


@pytest.mark.parametrize(
    ("paths", "shown"),
    [
        (["notas/redes/a.md", "notas/redes/b.md", "notas/casa/c.md"], ["Casa 1 note", "Redes 2 notes"]),
        (["notas/a.md", "notas/casa/c.md"], ["Notas 2 notes"]),
        (["notas/a.md"], ["Notas 1 note"]),
        (["a.md", "notas/casa/c.md"], ["Casa 1 note"]),
        (["x/y/z/a.md"], ["Z 1 note"]),
        (["x/index.md"], []),
        (["a.md"], []),
        (["Ñu/a.md", "nube/a.md", "Ábaco/a.md"], ["Ábaco 1 note", "Ñu 1 note", "Nube 1 note"]),
    ],
)
def test_the_outermost_folders_that_tell_anything_are_shown(build_site, composed, paths, shown):
    files = {path: note("Una") for path in paths}
    page = build_site({"index.md": INDEX} | files, composed("folders")).read("index.html")
    assert [f"{name} {count}" for _, name, count in crates(page)] == shown


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("es", ["Etiquetas", "Nuevo y actualizado", "Carpetas"]),
        ("en", ["Tags", "New and updated", "Folders"]),
    ],
)
def test_the_front_door_of_this_site(build_site, language, words):
    config = CONFIG.format(folder=OURS, language=language)
    page = build_site(VAULT | {"index.md": INDEX}, config).read("index.html")
    assert headings(page) == ["Puerto", *words]
    assert '<p class="estiba-home__lead">Qué es esto.</p>' in page
    assert "<p>El texto del dueño.</p>" in page
    assert "<title>Puerto</title>" in page
    assert re.findall(r'id="([^"]*)"', main(page)) == list(
        dict.fromkeys(re.findall(r'id="([^"]*)"', main(page)))
    )


def test_what_notes_say_is_text(build_site):
    bad = "<img src=x onerror=alert(1)>"
    files = {f"{bad}/a.md": note(f"'{bad}'", f"'{bad}'"), "b/c.md": note("C")}
    page = build_site(files, CONFIG.format(folder=OURS, language="en")).read("index.html")
    assert "<img src=x" not in page
    assert html.escape(bad) in page
