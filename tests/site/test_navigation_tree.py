"""The windows of the navigation."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.site.navigation_tree import LEAST, WINDOW, _shares
from sites import Site, run_build, write_files


@given(st.lists(st.integers(0, 500), min_size=1, max_size=8))
@settings(derandomize=True, deadline=None)
def test_shares_fill_the_window_and_no_more(lengths):
    shares = _shares(lengths)
    least = [min(length, LEAST) for length in lengths]
    assert all(low <= share <= length for low, share, length in zip(least, shares, lengths, strict=True))
    assert sum(shares) == max(min(sum(lengths), WINDOW), sum(least))


def entries(site, path):
    navigation = re.search(
        r'<nav class="md-nav md-nav--primary".*?</nav>\s*</div>', site.read(path), re.DOTALL
    )
    return re.findall(r'<a href="([^"]*)" class="md-nav__link([^"]*)"', navigation[0])


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    notes = {f"uno/dos/nota-{number:02}.md": f"# Nota {number:02}\n" for number in range(40)}
    notes |= {f"otra-{number:02}/x.md": "# X\n" for number in range(30)}
    root = tmp_path_factory.mktemp("folders")
    write_files(root, notes | {"index.md": "# Inicio\n", "uno/index.md": "# La carpeta uno\n"})
    return Site(run_build(root))


def test_window_stands_around_the_current_note(site):
    urls = [url for url, _ in entries(site, "uno/dos/nota-20/index.html")]
    shown = [int(url[-3:-1]) for url in urls if "nota-" in url and url != "./"]
    assert min(shown) < 20 < max(shown)
    assert len([url for url in urls if url.startswith("../nota-")]) <= WINDOW
    assert "../" in urls  # the whole folder


def test_folder_is_named_by_its_index(site):
    assert "La carpeta uno" in site.read("uno/dos/nota-20/index.html")


def test_breadcrumb_names_a_folder_as_the_navigation_does(site):
    page = site.read("uno/dos/nota-20/index.html")
    path = page[page.index('<nav class="md-path"') : page.index("<article")]
    assert re.findall(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', path) == [
        "Inicio",
        "La carpeta uno",
        "Dos",
    ]


def test_owners_name_for_a_section_wins_over_its_index(build_site):
    config = "site_name: S\nplugins: [estiba]\nnav:\n  - Cosas:\n    - a/index.md\n    - a/uno.md\n"
    page = build_site({"a/index.md": "# Otra\n", "a/uno.md": "# Uno\n"}, config).read("a/uno/index.html")
    navigation = page[page.index('<nav class="md-nav md-nav--primary"') : page.index("<article")]
    assert re.findall(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', navigation)[0] == "Cosas"


def test_folder_without_index_gets_one_that_lists_it(site):
    page = site.read("uno/dos/index.html")
    assert page.count('<li class="estiba-list__item">') == 40
    assert re.search(r"<h1[^>]*>Dos</h1>", page)


def test_index_of_a_folder_lists_what_stands_in_it_below_its_text(site):
    page = site.read("uno/index.html")
    assert re.search(r'<a href="dos/">Dos</a>\s*<span class="estiba-list__text">40 notes</span>', page)


def test_every_note_is_one_link_from_the_page_of_all_notes(site):
    assert site.read("all-notes/index.html").count('<li class="estiba-list__item">') == 71


def test_navigation_of_the_owner_is_kept(build_site):
    config = (
        "site_name: S\nplugins: [estiba]\nnav:\n  - Portada: index.md\n"
        "  - Cosas:\n    - La primera: a/uno.md\n    - a/dos.md\n  - https://example.org/\n"
    )
    site = build_site({"index.md": "# I\n", "a/uno.md": "# Uno\n", "a/dos.md": "# Dos\n"}, config)
    page = site.read("a/uno/index.html")
    navigation = page[page.index('<nav class="md-nav md-nav--primary"') : page.index("<article")]
    titles = re.findall(r'<span class="md-ellipsis">\s*(.*?)\s*</span>', navigation)
    assert list(dict.fromkeys(titles)) == [
        "Portada",
        "Cosas",
        "La primera",
        "Dos",
        "https://example.org/",
        "All notes",
        "Tags",
    ]
    assert re.search(r"<h1[^>]*>Uno</h1>", page)
    assert site.messages == ()
