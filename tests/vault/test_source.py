from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.vault.source import NotText, decode

LINES = st.text(st.sampled_from("aé😀 \n"))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (b"a", "a"),
        ("mañana\n".encode(), "mañana\n"),
        (b"\xef\xbb\xbfa", "a"),
        (b"\xef\xbb\xbf", ""),
        (b"a\xef\xbb\xbf", "a\ufeff"),
        (b"a\r\nb\rc\nd", "a\nb\nc\nd"),
        (b"a\r\r\nb", "a\n\nb"),
        (b"\r", "\n"),
        ("a\u2028b\x85".encode(), "a\u2028b\x85"),
    ],
)
def test_utf_8_becomes_text_with_one_kind_of_line_end(data, text):
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "encoding", "offset"),
    [
        ("año".encode("latin-1"), "Latin-1 or Windows-1252", 1),
        (b"\xef\xbb\xbfabc\xe9", "Latin-1 or Windows-1252", 6),
        ("año 1\naño".encode() + b"\xff", "Latin-1 or Windows-1252", 11),
        (b"\xed\xa0\x80", "Latin-1 or Windows-1252", 0),
        (b"a\xc3", "Latin-1 or Windows-1252", 1),
        ("año".encode("utf-16"), "UTF-16", 0),
        (b"\xfe\xff\x00a", "UTF-16", 0),
        ("año".encode("utf-32"), "UTF-32", 0),
        (b"\x00\x00\xfe\xff\x00\x00\x00a", "UTF-32", 0),
    ],
)
def test_bad_input_49_other_bytes_are_refused_with_the_place_of_the_first(data, encoding, offset):
    with pytest.raises(NotText) as caught:
        decode(data)
    assert (caught.value.encoding, caught.value.offset) == (encoding, offset)


@given(LINES, st.sampled_from(["\r\n", "\r"]), st.sampled_from([b"", b"\xef\xbb\xbf"]))
def test_line_ends_and_a_byte_order_mark_leave_the_text_as_it_is(text, end, mark):
    assert decode(mark + text.replace("\n", end).encode()) == text


def read(data: bytes) -> str | int:
    try:
        return decode(data)
    except NotText as error:
        return error.offset


@given(st.binary() | st.text().map(str.encode))
def test_bytes_are_text_or_refused_inside_themselves(data):
    found = read(data)
    assert found < len(data) if isinstance(found, int) else "\r" not in found
