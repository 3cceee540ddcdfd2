from __future__ import annotations

import itertools

import pytest
from jinja2 import Environment
from mkdocs.utils import normalize_url

from estiba.site.page_addresses import PageAddresses, outermost

PAGES = ("", "a/", "a/b/", "a/b/c/", "x.y/", "a/b.html", "b.html", "notas%20x/", "404.html", "a//b/")
ADDRESSES = """a a/ a/b a/b/ a/b/c/ a/b/c/d/ a/b.html b.html a/c/#x assets/a.css b/ ab/ a. .a/b ./ . .. ../a
../../a/ a/../b a//b a/./b /a/b #x a#x ?q=1 https://example.org/a //example.org/ mailto:a@b notas%20x/
notas%20x/y/ x.y x.y/ feed.xml a/feed.xml""".split()


class Page:
    def __init__(self, url):
        self.url = url


@pytest.fixture
def write():
    addresses, env = PageAddresses(), Environment(autoescape=True)
    env.filters["url"] = addresses.url
    template = env.from_string("{{ address | url }}")
    return lambda address, page, base="": template.render(address=address, page=page, base_url=base)


@pytest.mark.parametrize("page", PAGES)
def test_addresses_are_those_of_mkdocs(write, page):
    page = Page(page)
    for address in itertools.chain(ADDRESSES, ADDRESSES, [""]):
        assert write(address, page) == normalize_url(address, page=page), address


def test_without_a_page_they_begin_with_the_base(write):
    assert write("a/b/", None, "/site/") == "/site/a/b/"


@pytest.mark.parametrize(
    ("address", "first"),
    [("a/b", "a"), ("./", ""), ("", ""), ("../a/", "a"), ("/a", "a"), ("a.b", "a.b")],
)
def test_what_stands_outermost(address, first):
    assert outermost(address) == first
