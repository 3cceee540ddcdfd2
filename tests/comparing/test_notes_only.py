"""What a stranger may contribute."""

from __future__ import annotations

import pytest

from estiba.comparing.notes_only import LARGEST_NOTE, is_contribution


@pytest.mark.parametrize(
    "path",
    [
        "nota.md",
        "redes/NOTA.MD",
        "redes/nota.markdown",
        "a/compose.yaml",
        "docker-compose.prod.yml",
        "mapa.png",
        "mapa.svg",
        "a b ñ/manual.pdf",
        "::error::x.md",
        "$(touch x).md",
    ],
)
def test_notes_and_what_is_inert(path):
    assert is_contribution(path, "100644", 10)
    assert is_contribution(path, "100755", 10)


@pytest.mark.parametrize(
    "path",
    [
        "estiba.toml",
        "estiba-baseline.json",
        "mkdocs.yml",
        "tags.yaml",
        "app.js",
        "app.mjs",
        "extra.css",
        "page.html",
        "hooks/x.py",
        "x.sh",
        "CNAME",
        "robots.txt.j2",
        "robots.txt",
        "_redirects",
        "_headers",
        ".pages",
        ".hidden/nota.md",
        ".gitattributes",
        ".nota.md",
        ".obsidian/plugin.md",
        "node_modules/x.md",
        "secret.pem",
        "../nota.md",
        "a/../nota.md",
        "a//nota.md",
        "nota.md\n",
        "a\nb.md",
        "a\\..\\b.md",
        "tab\t.md",
        "\u202egnp.md",
        "\udcff.md",
        "Makefile",
        "",
    ],
)
def test_code_configuration_and_odd_names(path):
    assert not is_contribution(path, "100644", 10)


@pytest.mark.parametrize("mode", ["120000", "160000", "040000"])
def test_links_and_submodules(mode):
    assert not is_contribution("nota.md", mode, 10)


def test_a_note_too_large_to_be_read():
    assert is_contribution("nota.md", "100644", LARGEST_NOTE)
    assert not is_contribution("nota.md", "100644", LARGEST_NOTE + 1)
    assert is_contribution("film.mp4", "100644", LARGEST_NOTE + 1)
