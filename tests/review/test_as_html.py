import re
from html.parser import HTMLParser

import pytest

from estiba.review.as_html import write_html
from estiba.review.styles import fingerprint, styles
from hostile_review import HOSTILE

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 92


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def values(self, name):
        return [given[name] for _, given in self.found if name in given]


@pytest.fixture
def page(read):
    def make(before, after):
        result = read(before, after)
        return write_html(result.review, result.catalogue, result.pictures)

    return make


def without_style(text):
    return re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL)


def test_a_hostile_note_is_words(page):
    text = without_style(page({}, HOSTILE))
    tags = Tags(text)
    names = {tag for tag, _ in tags.found}
    assert names.isdisjoint("script form button iframe object embed svg base link style video".split())
    assert next(given for tag, given in tags.found if tag == "meta") == {
        "http-equiv": "Content-Security-Policy",
        "content": f"default-src 'none'; img-src data:; style-src '{fingerprint(styles())}';"
        " form-action 'none'; base-uri 'none'",
    }
    attributes = {name for _, given in tags.found for name in given}
    assert not [name for name in attributes if name.startswith("on") or name in ("style", "action", "srcset")]
    assert all(source.startswith("data:image/svg+xml;base64,") for source in tags.values("src"))
    assert all(re.match(r"#|https://", address) for address in tags.values("href"))
    assert "OVERLAY" in text
    assert not [given["class"] for _, given in tags.found if "md-overlay" in given.get("class", "")]
    assert "\x1b" not in text
    assert '<span class="estiba-review-unseen">\\u202e</span>' in text


def test_every_id_is_there_once_and_every_place_exists(page):
    note = "# A\n\n## B\n\n[b](#b) [c](c.md#x) [^1]\n\n- [ ] t\n\n[^1]: nota\n"
    text = page(
        {"docs/a.md": note, "docs/c.md": "# C\n"},
        {"docs/a.md": note + "\nfin\n", "docs/c.md": "# C\n\n[[x]]\n"},
    )
    tags = Tags(text)
    ids = tags.values("id")
    assert len(ids) == len(set(ids))
    places = {address[1:] for address in tags.values("href") if address.startswith("#")}
    assert {"note-2", "a0-b", "b0-b", "check-broken-link"} <= places <= set(ids)


def test_pictures_are_data(page):
    before = {"docs/a.md": "# A\n\n![p](p.png)\n", "docs/p.png": PNG}
    text = page(
        before,
        {
            "docs/a.md": "# A\n\n![p](p.png)\n\n![q](q.png) ![r](r.png)\n",
            "docs/p.png": PNG + b"1",
            "docs/r.png": b"none",
        },
    )
    sources = Tags(text).values("src")
    assert len(sources) == 4  # before and after, in the note and as an attachment
    assert len(set(sources)) == 2
    assert "q (q.png)" in text
    assert "r (r.png)" in text


def test_texts_are_those_of_the_language(page):
    text = page({"estiba.toml": 'language = "es"\n'}, {"docs/a.md": "# A\n"})
    assert '<html lang="es">' in text
    assert "Listo: no hay nada nuevo que esté mal." in text


def test_dark_colours_are_the_system_s():
    light, _, dark = styles().partition("@media (prefers-color-scheme: dark) {\n")
    assert "[data-md-color-scheme=default]{color-scheme:dark" in dark
    assert "[data-md-color-scheme=slate]{color-scheme:dark" in light
    assert "</" not in styles().replace("</svg>", "").replace("</path>", "")


def test_long_lists_are_cut(page):
    text = page({}, {"docs/a.md": "\n\n".join(f"[[x{at}]]" for at in range(250))})  # and nothing leads to it
    assert without_style(text).count('<li class="estiba-review-problem ') == 200
    assert "<li>51 more</li>" in text


def test_lines_that_others_have_to_mend_are_quoted(page):
    text = page({"docs/a.md": "# A\n", "docs/b.md": "Mira [la A](a.md) <b>.\n"}, {"docs/a.md": None})
    assert '<span class="estiba-review-quoted">Mira [la A](a.md) &lt;b&gt;.</span>' in text
