"""What Estiba brings to a vault, and what it leaves to its owner."""

from __future__ import annotations

import pytest
from mkdocs.exceptions import ConfigurationError

from search_files import pages_found

BARE = "site_name: Semilla\nplugins: [estiba]\n"
NOTE = {"nota.md": "# Nota\n\nTexto.\n"}


def test_plugin_alone_suffices(build_site):
    site = build_site(NOTE, BARE)
    page = site.read("nota/index.html")
    assert site.messages == ()
    assert 'class="md-search"' in page
    assert "assets/estiba/estiba.css" in page
    assert "fonts.g" not in page
    assert 'data-md-color-scheme="slate"' in page
    assert pages_found(site.root)["/nota/"]["content"] == "Nota. Texto."


def test_language_comes_from_the_policy(build_site):
    site = build_site(NOTE | {"estiba.toml": 'language = "es"\n'}, BARE)
    assert '<html lang="es"' in site.read("nota/index.html")
    assert "Todas las notas" in site.read("todas-las-notas/index.html")


def test_owners_theme_settings_win(build_site):
    config = BARE + (
        "theme:\n  name: material\n  language: es\n  font: {text: Inter, code: Fira Code}\n"
        "  palette: {scheme: slate}\n  features: [content.tooltips, toc.integrate]\n"
    )
    page = build_site(NOTE, config).read("nota/index.html")
    assert "Inter" in page
    assert 'data-md-color-scheme="slate"' in page
    assert '"features":["toc.integrate"]' in page.replace(", ", ",").replace(": ", ":")


def test_owners_custom_dir_stands_above_ours(build_site, tmp_path):
    partial = tmp_path / "own/partials/copyright.html"
    partial.parent.mkdir(parents=True)
    partial.write_text("<p>El pie de la dueña</p>", "utf-8")
    config = BARE + "theme:\n  name: material\n  custom_dir: own\n"
    page = build_site(NOTE, config).read("nota/index.html")
    assert "El pie de la dueña" in page
    assert "estiba-head" in page


def test_another_theme_is_refused(build_site):
    with pytest.raises(ConfigurationError, match="estiba: needs the theme 'material', not 'readthedocs'"):
        build_site(NOTE, BARE + "theme: readthedocs\n")


def test_plugin_and_hooks_together_are_refused(build_site, tmp_path):
    (tmp_path / "hook.py").write_text("from estiba.site.set_up import on_config, on_env\n", "utf-8")
    expected = r"lists the plugin 'estiba' and hooks that do the same \(hook.py\); keep one of the two"
    with pytest.raises(ConfigurationError, match=expected):
        build_site(NOTE, BARE + "hooks: [hook.py]\n")


def test_hook_without_its_ground_says_so(build_site, tmp_path):
    (tmp_path / "hook.py").write_text("from estiba.site.notes import on_files\n", "utf-8")
    with pytest.raises(ConfigurationError, match=r"'hooks/set_up\.py' must be listed"):
        build_site(NOTE, "site_name: Semilla\ntheme: material\nplugins: []\nhooks: [hook.py]\n")


def test_broken_policy_stops_with_its_place(build_site):
    with pytest.raises(ConfigurationError, match=r"estiba\.toml: colour: unknown; known here: language"):
        build_site(NOTE | {"estiba.toml": 'colour = "red"\n'}, BARE)


def test_owners_extensions_are_kept(build_site):
    config = (
        "site_name: Semilla\ntheme: material\nplugins: [estiba]\n"
        "markdown_extensions:\n  - toc: {permalink: false}\n"
    )
    site = build_site({"nota.md": "# Nota\n\n## Dos\n"}, config)
    assert "headerlink" not in site.read("nota/index.html")


def test_extension_listed_by_the_owner_is_not_doubled(build_site):
    note = {"nota.md": "```yaml\nservices:\n  a:\n    image: b\n```\n"}
    site = build_site(note, BARE + "markdown_extensions: [estiba]\n")
    assert site.read("nota/index.html").count('class="estiba-example"') == 1
