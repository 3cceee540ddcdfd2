"""What is rendered once comes out as what is rendered for each page."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment, pass_context
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import script_tag_filter

from estiba.site.page_addresses import PageAddresses
from estiba.site.page_parts import PageParts
from estiba.site.view import View

BASE = """{% import "partials/language.html" as lang with context %}{% set features = config.features %}
{% block scripts %}{{ config.name }} {% include "part.html" %}{% endblock %}"""
OWN = '{% extends "base.html" %}{% block scripts %}{{ parts.above("scripts", super) }}{% endblock %}'
TEMPLATES = {
    "partials/language.html": '{% set t = parts.words("es").t %}',
    "partials/languages/es.html": '{% macro t(key) %}{{ {"a": "<á>"}[key] }}{% endmacro %}',
    "partials/languages/en.html": '{% macro t(key) %}{{ {"a": "a", "b": "b"}[key] }}{% endmacro %}',
    "base.html": BASE,
    "estiba.html": OWN,
    "main.html": '{% extends "estiba.html" %}',
    "whole.html": '{% set features = config.features %}{{ parts.template("part.html") }}',
}
CONFIG = SimpleNamespace(name="<Sitio>", features=["x"], none=None)


def page(url, title="T", meta=None, edit_url=None):
    return SimpleNamespace(url=url, title=title, meta={"title": title, **(meta or {})}, edit_url=edit_url)


PAGES = [page("a/"), page("b/", "<U>"), page("a/b/"), page("c/d/", meta={"hide": ["toc"]}), page("")]
PAGES += [page("e/", edit_url="https://example.org/e"), page("assets/x/"), page("assets/"), page("f.html")]


class Site:
    """An environment as a build has it; counts what is rendered of `part.html`."""

    def __init__(self, part, **more):
        self.rendered = 0
        templates = {**TEMPLATES, "part.html": f"{{{{ count() }}}}{part}", **more}
        self.env = Environment(autoescape=True, loader=DictLoader(templates))
        addresses = PageAddresses()
        self.env.filters |= {"url": addresses.url, "script_tag": script_tag_filter}
        self.env.globals |= {"parts": PageParts(addresses), "estiba": View(None), "count": self.count}

    def count(self):
        self.rendered += 1
        return ""

    def render(self, template, one, **more):
        base = get_relative_url(".", one.url)
        return self.env.get_template(template).render(page=one, config=CONFIG, base_url=base, **more)


def rendered(part, template="whole.html", pages=PAGES, **more):
    """Render the part on `pages` in both orders; gives how often it was, after pages have come out right."""
    usual = Site(part, **more)
    includes = {**TEMPLATES, "part.html": f"{{{{ count() }}}}{part}", **more}
    includes["whole.html"] = includes["whole.html"].replace(
        '{{ parts.template("part.html") }}', '{% include "part.html" %}'
    )
    includes["estiba.html"] = includes["estiba.html"].replace(
        '{{ parts.above("scripts", super) }}', "{{ super() }}"
    )
    usual.env.loader = DictLoader(includes)
    right = [usual.render(template, one) for one in pages]
    counts = []
    for order in (1, -1):
        site = Site(part, **more)
        assert [site.render(template, one) for one in pages[::order]] == right[::order]
        counts.append(site.rendered)
    return max(counts)


@pytest.mark.parametrize("template", ["whole.html", "main.html"])
@pytest.mark.parametrize(
    "part",
    [
        "<p>{{ config.name }} {{ 'x' in features }}</p>",
        "{{ base_url }}",
        "{{ 'zzz/x.css' | url }} {{ './' | url }} {{ 'https://example.org' | url }} {{ '../q' | url }}",
        "{% if config.none %}{% set icon = 'a' %}{% endif %}{{ icon }}",
        "{% macro m(x) %}{{ x }}{{ config.name }}{% endmacro %}{{ m('<') }}",
        "{% if page and page.meta.revision or 'by' in page.meta %}{{ page.title }}{% endif %}",
        "{{ unknown }}",
    ],
)
def test_once_for_each_depth(part, template):
    pages = [one for one in PAGES if one.url != "f.html"]
    assert rendered(part, template, pages) == 3


@pytest.mark.parametrize("template", ["whole.html", "main.html"])
@pytest.mark.parametrize(
    "part",
    [
        "{{ page.title }}",
        "{{ page.url }}",
        "{% if page.meta.title == 'T' %}t{% endif %}",
        "{% for key in page.meta %}{{ key }}{% endfor %}",
        "{{ page.meta | length }}",
        "{% if page == config.none %}a{% endif %}",
        "{% macro m() %}{{ page.title }}{% endmacro %}{{ m() }}",
        "{% include 'inner.html' %}",
        "{% import 'inner.html' as inner with context %}{{ inner }}",
    ],
)
def test_for_each_page_where_it_is_of_the_page(part, template):
    assert rendered(part, template, **{"inner.html": "{{ page.title }}"}) >= len(PAGES)


@pytest.mark.parametrize(
    "part",
    [
        "{{ 'assets/x.css' | url }} {{ 'a/' | url }} {{ 'f.html' | script_tag }}",
        "{{ page.edit_url }}",
        "{{ page.meta.hide }}",
    ],
)
def test_for_each_page_that_has_it_otherwise(part):
    assert 3 <= rendered(part) < len(PAGES) * 2


def test_a_variable_of_some_pages_alone():
    site = Site("{{ git_info }}")
    assert [site.render("whole.html", page("a/"), **more) for more in ({}, {"git_info": "<g>"}, {})] == [
        "",
        "&lt;g&gt;",
        "",
    ]
    assert site.rendered == 2


def test_a_filter_of_an_owner_sees_the_page():
    site = Site("{{ 'a/' | url }}")
    site.env.filters["url"] = pass_context(lambda context, address: f"{context['page'].title}:{address}")
    assert [site.render("whole.html", page(one, one)) for one in ("a/", "b/")] == ["a/:a/", "b/:a/"]


def test_a_macro_that_was_imported_meanwhile_is_as_ever():
    templates = {"m.html": "{% macro m() %}[{{ page.title }}]{% endmacro %}"}
    site = Site("{% from 'm.html' import m %}{{ config.name }}", **templates)
    site.env.loader.mapping["other.html"] = "{% from 'm.html' import m %}{{ m() }}"
    site.render("whole.html", page("a/"))
    with pytest.raises(Exception, match="'page' is undefined"):
        site.render("other.html", page("a/"))


def test_words_of_the_theme():
    site = Site("{{ lang.t('a') }} {{ lang.t('b') }} {{ lang.t('<c>') }}")
    assert site.render("main.html", page("a/")).strip() == "&lt;Sitio&gt; &lt;á&gt; b &lt;c&gt;"


def test_what_a_part_asks_is_asked_for_each_page():
    class Heard:
        def __init__(self):
            self.answers = []

        def notes(self, number):
            self.answers.append("new" if self.is_new else "old")
            return self.answers[-1] * number

    site = Site("{{ estiba.notes(2) }}")
    site.env.globals["estiba"] = heard = Heard()
    for one, is_new in (("a/", False), ("b/", False), ("c/", True)):
        heard.is_new, heard.answers = is_new, []
        answer = "new" if is_new else "old"
        assert site.render("whole.html", page(one)) == answer * 2
        assert set(heard.answers) == {answer}
    assert site.rendered == 2
