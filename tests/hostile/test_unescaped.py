"""Where text becomes HTML, script or an address without being escaped: all places, each with its reason."""

from __future__ import annotations

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src/estiba"
TEMPLATES = {
    "src/estiba/theme/partials/content.html": (
        "page.content | safe",
        "HTML that Python-Markdown made, sanitised",
    ),
    "overrides/home.html": ("page.content | safe", "HTML that Python-Markdown made, sanitised"),
}
MARKUP = {
    "markdown/blocks.py": "blocks of ours, escaped where they are written",
    "markdown/embedding.py": "HTML that Python-Markdown made of the other note",
    "markdown/formulas.py": "an XML serialiser escaped it",
    "markdown/html_template.py": "pieces of ours around values that it escapes",
    "markdown/lines.py": "Pygments escaped it",
    "markdown/plan.py": "escaped by hand, but for quotes in text",
    "review/as_html.py": "sanitised; the style is ours",
    "site/contents.py": "Python-Markdown's toc escaped it",
    "site/feeds/feeds.py": "an entry whose template escapes",
    "site/page_parts.py": "a part of a page that its templates escaped",
    "site/search_index/document.py": "read by Pagefind, shown to nobody",
    "site/security/content_policy.py": "hashes and words of ours, without `<` and quotes",
    "site/set_up.py": "the owner's `copyright`",
}
"""Modules that call something safe which is no text of their own."""
SCRIPTS = {
    "diagram.js": ("script.src", "DOMParser", "image.src"),
    "example/form.js": ("link.href",),
    "preview.js": ("DOMParser",),
    "report.js": ("link.href",),
    "search/dom.js": ("made.href",),
    "search/search.js": ("location.replace",),
}
"""Scripts and what in them could run something: addresses of the site, parsers whose scripts do not run."""

_TEMPLATE = re.compile(
    r"\{[{%][^{}]*?\b(?:page\.\w+\s*\|\s*safe|[\w.]+\s*\|\s*(?:safe|striptags|xmlattr)|autoescape)\b[^{}]*?[%}]\}"
)
_SINK = re.compile(
    r"\b(?:innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|DOMParser|srcdoc|eval|Function"
    r"|document\.write(?:ln)?|setHTMLUnsafe|parseHTMLUnsafe|location\.(?:assign|replace)|\w+\.(?:src|action))\b"
    r"|\b\w+\.href(?=\s*=[^=])|\blocation(?=\s*=[^=])|setAttribute\(\s*[\"'](?:href|src|style|on\w+)"
    r"|setTimeout\(\s*[\"']"
)


def test_row_08_templates_print_nothing_unescaped_but_what_is_listed():
    files = [*SOURCE.rglob("*.html"), *SOURCE.rglob("*.xml"), *(ROOT / "overrides").rglob("*.html")]
    assert len(files) > 20
    found = {
        file.relative_to(ROOT).as_posix(): [
            re.sub(r"\s+", " ", match[0].strip("{}% "))
            for match in _TEMPLATE.finditer(file.read_text("utf-8"))
        ]
        for file in files
    }
    assert {path: places for path, places in found.items() if places} == {
        path: [words] for path, (words, _) in TEMPLATES.items()
    }


def _calls_markup(file: Path) -> bool:
    """Whether a module calls `Markup` with anything but a text that stands there."""
    text = file.read_text("utf-8")
    tree = ast.parse(text if "Markup(" in text else "")
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return any(
        isinstance(call.func, ast.Name)
        and call.func.id == "Markup"
        and not all(isinstance(one, ast.Constant) for one in call.args)
        for call in calls
    )


def test_row_08_python_calls_nothing_safe_but_what_is_listed():
    found = {file.relative_to(SOURCE).as_posix() for file in SOURCE.rglob("*.py") if _calls_markup(file)}
    assert found == set(MARKUP)


def test_row_08_markup_is_made_by_no_other_way():
    words = re.compile(r"\bmark_safe\b|\bMarkup\.unescape|import Markup as|\.Markup\(|__html__|soft_unicode")
    assert [file for file in SOURCE.rglob("*.py") if words.search(file.read_text("utf-8"))] == []


def test_row_32_scripts_make_html_or_addresses_only_where_it_is_listed():
    assets = SOURCE / "theme/assets/estiba"
    files = list(assets.rglob("*.js"))
    assert len(files) > 20
    found = {}
    for file in files:
        code = re.sub(r"/\*.*?\*/|(?m:^\s*//.*$)", "", file.read_text("utf-8"), flags=re.DOTALL)
        if sinks := Counter(re.sub(r"\s+", "", match[0]) for match in _SINK.finditer(code)):
            found[file.relative_to(assets).as_posix()] = tuple(sinks)
    assert found == SCRIPTS


@pytest.mark.parametrize(
    "words", ["{{ x | safe }}", "{{ page.title|safe }}", "{% autoescape false %}", "{{ a.b | striptags }}"]
)
def test_the_rule_for_templates_finds_what_it_is_for(words):
    assert _TEMPLATE.search(words)


@pytest.mark.parametrize(
    "words",
    [
        "a.innerHTML = x",
        "location = x",
        "a.href = x",
        "eval(x)",
        "a.setAttribute('onclick', x)",
        "document.write(x)",
    ],
)
def test_the_rule_for_scripts_finds_what_it_is_for(words):
    assert _SINK.search(words)
