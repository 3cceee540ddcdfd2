"""The Content Security Policy of a site: the same on every page, and enough for what is printed in it."""

from __future__ import annotations

import html
import re

from estiba.site.security.template_sources import hash_of, inline_scripts
from sites import run_build

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
BEFORE = r'\s*<!doctype html>\s*<html[^>]*>\s*<head>\s*<meta charset="utf-8">\s*'
USUAL = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'{styles}; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; media-src 'self'; "
    "manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
VAULT = {
    "index.md": "---\naliases: [antes/de/todo]\n---\n# Inicio\n",
    "a/b/c/nota.md": """---
tags: [x/y]
---
# Nota

| a | b |
|:-:|--:|
| 1 | 2 |

=== "A"

    a

=== "B"

    b

> [!tip]- T
> t

- [x] t

$x^2$

```yaml linenums="1" title="x"
services: {a: {image: b}}
```
""",
    "borrador.md": "---\ndraft: true\n---\n# Borrador\n",
}
EVERYTHING = """site_name: Semilla
site_url: https://example.org/semilla/
plugins: [estiba]
theme:
  name: material
  features: [content.tabs.link, announce.dismiss, navigation.instant, navigation.tabs, toc.integrate]
  custom_dir: overrides
extra:
  version: {provider: mike}
  analytics: {provider: google, property: G-1}
  consent: {title: "A", description: "B"}
extra_javascript:
  - https://cdn.example.org/x.js?v=1
  - propio.js
extra_css: ["https://cdn.example.org/x.css"]
"""
MAIN = """{% extends "base.html" %}
{% block announce %}Aviso{% endblock %}
{% block extrahead %}<script>propio("{{ base_url }}")</script>{% endblock %}
"""


def policies(site):
    pages = sorted(site.root.rglob("*.html"))
    assert len(pages) > 5
    found = {page.relative_to(site.root).as_posix(): META.findall(page.read_text("utf-8")) for page in pages}
    assert {len(each) for each in found.values()} == {1}, found
    return {html.unescape(each[0]) for each in found.values()}


def assert_every_script_is_covered(site, policy):
    for page in site.root.rglob("*.html"):
        for code in inline_scripts(page.read_text("utf-8")):
            assert hash_of(code) in policy, (page, code)


def test_bad_input_62_every_page_has_the_same_policy(build_site):
    site = build_site(VAULT)
    (policy,) = policies(site)
    scripts = re.findall(r" 'sha256-[^']*'", policy)
    assert policy == USUAL.format(scripts="".join(scripts), styles="")
    assert len(scripts) == 3
    assert_every_script_is_covered(site, policy)
    assert "unsafe-inline" not in policy
    assert not [one for one in site.messages if "script" in one]
    assert site.read("_headers") == (
        f"/*\n  Content-Security-Policy: {policy}; frame-ancestors 'none'\n"
        "  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n"
    )
    for path in site.root.rglob("*.html"):
        page = path.read_text("utf-8")
        assert re.match(rf"{BEFORE}{META.pattern}", page), path
        assert not re.search(r"<[a-zA-Z][^<>]*\sstyle\s*=|<style", page), path


def test_while_writing_there_is_none(build_site, tmp_path):
    site = build_site(VAULT | {"_headers": "/*\n  X-A: b\n"})
    assert site.read("_headers") == "/*\n  X-A: b\n"
    root = run_build(tmp_path, command="serve")
    assert "Content-Security" not in (root / "index.html").read_text("utf-8")


def test_what_the_owners_templates_and_mkdocs_yml_name_is_allowed(build_site, tmp_path):
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/main.html").write_text(MAIN, "utf-8")
    site = build_site(VAULT | {"propio.js": ""}, EVERYTHING)
    (policy,) = policies(site)
    assert_every_script_is_covered(site, policy)
    assert "; style-src 'self' https://cdn.example.org/x.css; " in policy
    assert " https://cdn.example.org/x.js;" in policy
    assert not [one for one in site.messages if "will not run" in one]
    assert '__md_scope=new URL("/semilla/",location)' in site.read("a/b/c/nota/index.html")


def test_a_font_that_mkdocs_yml_names_is_allowed(build_site):
    site = build_site(
        VAULT, "site_name: S\nplugins: [estiba]\ntheme: {name: material, font: {text: Inter}}\n"
    )
    (policy,) = policies(site)
    assert re.search(r"; style-src 'self' 'sha256-[^']*' https://fonts.googleapis.com/css; ", policy)
    assert "; font-src 'self' https://fonts.gstatic.com; " in policy


def test_what_the_policy_of_the_vault_allows(build_site):
    own = """mermaid = "m.js"
[security.sources]
img-src = ["https://img.example.org"]
frame-src = ["https://v.example.org/e/"]
"""
    (policy,) = policies(build_site(VAULT | {"estiba.toml": own, "m.js": ""}))
    assert "; img-src 'self' data: https://img.example.org; " in policy
    assert "; frame-src https://v.example.org/e/; " in policy
    # diagrams have styles
    assert "; style-src 'self' 'unsafe-inline'; " in policy
    assert "script-src 'self' 'wasm-unsafe-eval' 'sha256-" in policy


def test_a_script_that_will_not_run_is_said_once(build_site, tmp_path):
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/main.html").write_text(
        '{% extends "estiba.html" %}'
        "{% block extrahead %}{% if page %}<script>uno()</script>{% endif %}{% endblock %}",
        "utf-8",
    )
    config = "site_name: S\nplugins: [estiba]\ntheme: {name: material, custom_dir: overrides}\n"
    said = [one for one in build_site(VAULT, config).messages if "script" in one]
    assert len(said) == 1
    assert re.fullmatch(
        r"estiba: \S+\.html: a script within the page will not run \(nor on \d+ other pages\): put it into a"
        r" file, or allow it in estiba.toml: script-src = \[\"'sha256-[^']*'\"\] in \[security.sources\]",
        said[0],
    )
    source = re.search(r"'sha256-[^']*'", said[0])[0]
    assert source == hash_of("uno()")
    own = {"estiba.toml": f'[security.sources]\nscript-src = ["{source}"]\n'}
    assert not [one for one in build_site(VAULT | own, config).messages if "script" in one]


def test_it_can_be_switched_off(build_site):
    site = build_site(VAULT | {"estiba.toml": "[security]\ncsp = false\n"})
    assert not [page for page in site.root.rglob("*.html") if "Content-Security" in page.read_text("utf-8")]
    assert site.read("_headers") == (
        "/*\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n"
    )
