from __future__ import annotations

import functools
import gzip

import cbor2
import pytest

from estiba.site.leaks.contents import Unreadable, attributes_of, read_content, sentences_in, taken_apart

packed = functools.partial(gzip.compress, mtime=0)


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("a.html", b"<p>Uno <b>dos</b> &amp; tr&eacute;s</p>", "Uno dos & trés"),
        ("a.xml", b"<t>Uno</t><c>&lt;p&gt;dos &amp;amp; tres</c>", "Uno dos & tres"),
        ("a.xml.gz", packed(b"<loc>http://a/b/</loc>"), "http://a/b/"),
        ("a.json", b'{"a": ["b\\u00f1", 1, {"c": "<i>d</i>"}]}', "bñ c d a"),
        ("a.json", b'{"a": "b\\u00f1", sin fin', '{"a": "bñ", sin fin'),
        ("x.pf_fragment", packed(b'pagefind_dcd{"a":"b"}'), "b a"),
        ("x.pf_meta", packed(b"pagefind_dcd" + cbor2.dumps(["a", ["b"]])), "a b"),
        ("x.pf_index", packed(b"pagefind_dcd" + cbor2.dumps(["a"])), ""),
        ("a.txt", "a < b > c ñ".encode(), "a < b > c ñ"),
        ("a.png", b"\x89PNG\0\0", ""),
        ("a.bin", b"\xff\xfe", ""),
    ],
)
def test_the_text_of_files(name, data, text):
    assert sorted(taken_apart(read_content(name, data))[0].split()) == sorted(text.split())


def test_a_packed_file_that_is_none():
    with pytest.raises(Unreadable, match="cannot be unpacked"):
        read_content("a.gz", b"a")


def test_attributes_that_say_something():
    tag = """<a class="b" HREF='c?d&amp;e' title="f g" data-md-x="h" data-x=i id="j" hidden>"""
    assert list(attributes_of(tag)) == [("href", "c?d&e"), ("title", "f g"), ("data-x", "i")]


@pytest.mark.parametrize(
    ("name", "data", "sentences"),
    [
        ("a.html", "<p>Uno, p. ej. <b>dos</b>. Tres</p><p>cuatro</p>", ["Uno, p. ej. dos", "Tres", "cuatro"]),
        ("a.json", '["Uno. dos: tres"]', ["Uno", "dos", "tres"]),
    ],
)
def test_sentences_end_with_their_block(name, data, sentences):
    found = (" ".join(one.split()) for one in sentences_in(read_content(name, data.encode())))
    assert [one for one in found if one] == sentences
