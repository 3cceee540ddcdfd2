"""The whole site of a vault of polyglots: every text is text in pages, feeds, JSON and files."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import feedparser
import pytest

from polyglots import CONFIG, NOTES, SUM, polyglot
from search_files import pages_found
from sites import Site, run_build, write_files

ADDRESSES = frozenset("href src action formaction xlink:href data poster srcset cite background ping".split())
RUNS = re.compile(r"[\s\x00-\x20]*(?:javascript|vbscript|data):", re.IGNORECASE)
NEVER = frozenset("iframe object embed base applet frame portal fencedframe".split())


class Parser(HTMLParser):
    """Collects what would run, and the words of scripts."""

    def __init__(self):
        super().__init__()
        self.live = []
        self.scripts = []
        self.data = []
        self.texts = []
        self.inside = None

    def handle_starttag(self, tag, attrs):
        values = {name: value or "" for name, value in attrs}
        self.live += [(tag, name) for name in values if name.startswith("on") or name == "srcdoc"]
        self.live += [(tag, name) for name in ADDRESSES & values.keys() if RUNS.match(values[name])]
        self.live += [(tag, "")] if tag in NEVER else []
        if tag == "script":
            self.inside = self.data if values.get("type") == "application/json" else self.scripts
            self.inside.append(values.get("src", ""))

    def handle_endtag(self, tag):
        self.inside = None if tag == "script" else self.inside

    def handle_data(self, data):
        if self.inside is None:
            self.texts.append(data)
        else:
            self.inside.append(data)


def parsed(text):
    parser = Parser()
    parser.feed(text)
    parser.close()
    return parser


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    root = tmp_path_factory.mktemp("polyglots")
    write_files(root, NOTES, CONFIG)
    return Site(run_build(root))


@pytest.fixture(scope="module")
def pages(site):
    return {
        path.relative_to(site.root).as_posix(): parsed(path.read_text("utf-8"))
        for path in site.root.rglob("*.html")
    }


def test_row_08_no_page_holds_anything_live(pages):
    assert len(pages) > 20
    assert {path: page.live for path, page in pages.items() if page.live} == {}


def test_row_08_every_script_is_ours(pages):
    for path, page in pages.items():
        words = "".join(page.scripts)
        assert "alert(" not in words, path
        assert "13*1337" not in words, path
    sources = {text for page in pages.values() for text in page.scripts if text.endswith(".js")}
    assert all(re.fullmatch(r"(?:(?:\.\./)*|/)assets/[\w./-]+\.js", source) for source in sources), sources


def test_row_32_what_scripts_read_is_json(pages):
    texts = [text for page in pages.values() for text in page.data if text.strip()]
    assert len(texts) >= 2 * len(pages)
    assert all(isinstance(json.loads(text), dict | list) for text in texts)


def test_row_08_a_title_is_read_as_its_author_wrote_it(pages):
    title = polyglot("title")
    shown = Counter(text.strip() for text in pages["nota/index.html"].texts)
    assert shown[title] >= 2
    assert any(title in "".join(page.texts) for path, page in pages.items() if path == "all-notes/index.html")


@pytest.mark.parametrize("key", ["description", "og:description", "og:title"])
def test_row_09_meta_data_is_read_as_its_author_wrote_it(site, key):
    page = site.read("nota/index.html")
    found = re.search(rf'<meta (?:name|property)="{key}" content="([^"]*)"', page)
    assert found is not None
    assert parsed(f"<p>{found[1]}").texts == [polyglot("title" if "title" in key else key[-11:])]


def test_row_35_nothing_is_taken_for_a_template(site):
    for path in site.root.rglob("*"):
        if path.suffix in (".html", ".xml", ".json", ".yaml", ".env"):
            assert SUM not in path.read_text("utf-8"), path
    assert SUM not in str(pages_found(site.root))


def test_row_09_feeds_are_well_formed_and_nothing_in_them_runs(site):
    feeds = list(site.root.rglob("feed.xml"))
    assert len(feeds) >= 2
    for path in feeds:
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo
        assert feed.entries
        for entry in ET.parse(path).iter("{http://www.w3.org/2005/Atom}entry"):
            content = parsed(entry.findtext("{http://www.w3.org/2005/Atom}content"))
            assert (content.live, content.scripts) == ([], [])
    titles = {
        entry.findtext("{http://www.w3.org/2005/Atom}title")
        for entry in ET.parse(site.root / "feed.xml").iter()
    }
    assert polyglot("example-title") in titles


def test_row_32_lists_for_programs_are_json_and_xml(site):
    for path in site.root.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    example = json.loads(site.read("examples.json"))["examples"][0]
    assert polyglot("example-title") in {value for value in example.values() if isinstance(value, str)}
    assert len(list(ET.fromstring(site.read("sitemap.xml")))) > 8


def test_row_48_a_draft_is_nowhere_however_it_is_named(site):
    for path in site.root.rglob("*.html"):
        assert "draft-text" not in path.read_text("utf-8")
