from __future__ import annotations

import pytest

from estiba.built_site import holds_more_than_a_site, mark_as_site

SITE = ("404.html", "assets", "index.html")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), False),
        ((".git", ".nojekyll"), False),
        (SITE, False),
        ((*SITE, ".git", "CNAME"), False),
        ((*SITE, "mkdocs.yml"), True),
        ((*SITE, "mkdocs.yaml"), True),
        (("404.html",), True),
        (("notes.md",), True),
    ],
)
def test_what_a_build_has_made_is_known_again(tmp_path, names, expected):
    for name in names:
        (tmp_path / name).touch()
    assert holds_more_than_a_site(tmp_path) is expected


def test_a_marked_folder_is_ours_whatever_it_holds(tmp_path):
    (tmp_path / "mkdocs.yml").touch()
    mark_as_site(tmp_path)
    assert not holds_more_than_a_site(tmp_path)
    assert (tmp_path / ".estiba").read_text("utf-8").startswith("Estiba made this folder.")
