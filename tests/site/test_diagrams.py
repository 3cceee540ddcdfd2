from __future__ import annotations

import pytest
from mkdocs.exceptions import ConfigurationError

POLICY = {"estiba.toml": 'mermaid = "archivos/mermaid.min.js"\n'}
SCRIPT = {"archivos/mermaid.min.js": "window.mermaid = {};\n"}
NOTES = {"a/nota.md": "# Nota\n\n```mermaid\ngraph LR\n```\n", "otra.md": "# Otra\n\nTexto.\n"}


def test_a_page_with_a_diagram_names_the_script(build_site):
    site = build_site(NOTES | POLICY | SCRIPT)
    page = site.read("a/nota/index.html")
    assert '<div class="estiba-diagram" data-estiba-script="../../archivos/mermaid.min.js"' in page
    assert 'class="mermaid"' not in page
    assert '<script src="../../assets/estiba/diagram.js" type="module"></script>' in page
    assert "mermaid" not in site.read("otra/index.html")
    assert site.read("archivos/mermaid.min.js") == SCRIPT["archivos/mermaid.min.js"]


def test_without_a_script_it_is_code(build_site):
    page = build_site(NOTES | SCRIPT).read("a/nota/index.html")
    assert "graph LR" in page
    assert "estiba-diagram" not in page
    assert "diagram.js" not in page
    assert 'class="mermaid"' not in page


def test_a_script_that_is_not_there_is_said(build_site):
    with pytest.raises(ConfigurationError) as error:
        build_site(NOTES | POLICY)
    assert str(error.value) == (
        "estiba: estiba.toml: mermaid: there is no file 'archivos/mermaid.min.js' in the vault,"
        " or MkDocs leaves it out"
    )


def test_a_script_that_is_left_out_is_said(build_site):
    config = "site_name: Semilla\nplugins: [estiba]\nexclude_docs: archivos/\n"
    with pytest.raises(ConfigurationError, match="or MkDocs leaves it out"):
        build_site(NOTES | POLICY | SCRIPT, config)


@pytest.mark.parametrize(
    "path",
    [
        "../mermaid.js",
        "a/../../m.js",
        "/m.js",
        "https://unpkg.com/mermaid.js",
        "//x/m.js",
        "a\\m.js",
        "m.css",
        "m.js?x",
    ],
)
def test_no_other_place_than_the_vault(build_site, path):
    with pytest.raises(ConfigurationError, match=r"mermaid: .* is no path in the vault of a script"):
        build_site(NOTES | {"estiba.toml": f"mermaid = '{path}'\n"})
