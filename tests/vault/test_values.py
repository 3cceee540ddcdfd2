from __future__ import annotations

import datetime as dt
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.vault.values import value_of
from estiba.yaml_tree import Scalar, YamlFault, read_documents


def value(text: str) -> object:
    (node,) = read_documents(text)
    return value_of(node)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Docker", "Docker"),
        ("~", None),
        ("null", None),
        ("NULL", None),
        ("nUll", "nUll"),
        ("true", True),
        ("False", False),
        ("tRue", "tRue"),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("Off", "Off"),
        ("22:22", "22:22"),
        ("0", 0),
        ("-12", -12),
        ("+7", 7),
        ("007", 7),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("٣", "٣"),
        ("1.50", 1.5),
        ("1.", 1.0),
        (".5", 0.5),
        ("-1e3", -1000.0),
        ("1.5E-3", 0.0015),
        (".", "."),
        ("1e", "1e"),
        ("1.2.3", "1.2.3"),
        (".inf", ".inf"),
        ("1e999", "1e999"),
        ("999999999999999999", 999_999_999_999_999_999),
        ("1234567890123456789", "1234567890123456789"),
        ("2025-10-25", dt.date(2025, 10, 25)),
        ("2025-1-5", dt.date(2025, 1, 5)),
        ("2025-13-45", "2025-13-45"),
        ("2025-02-29", "2025-02-29"),
        ("0000-01-01", "0000-01-01"),
        ("2025-10", "2025-10"),
        ("25-10-2025", "25-10-2025"),
        ("2025-10-25 08:30", dt.datetime(2025, 10, 25, 8, 30)),  # noqa: DTZ001 - written without a zone
        ("2025-10-25T08:30:15Z", dt.datetime(2025, 10, 25, 8, 30, 15, tzinfo=dt.UTC)),
        (
            "2025-10-25 08:30:15.25 -03:30",
            dt.datetime(2025, 10, 25, 8, 30, 15, tzinfo=dt.timezone(-dt.timedelta(hours=3, minutes=30))),
        ),
        ("2025-10-25 24:00", "2025-10-25 24:00"),
        ("2025-10-25 08:30 +99", "2025-10-25 08:30 +99"),
        ("2025-10-25 a las 8:30", "2025-10-25 a las 8:30"),
        ("'true'", "true"),
        ('"12"', "12"),
        ("'2025-10-25'", "2025-10-25"),
        ("|\n 12\n", "12\n"),
        ("! 12", "12"),
        ("!!str 12", "12"),
        ("!!int '12'", "12"),
        ("[1, [no, ~], {a: 1}]", [1, ["no", None], {"a": 1}]),
        ("{1: a, true: b, '': c}", {"1": "a", "true": "b", "": "c"}),
        ("{a: 1, a: 2}", {"a": 2}),
    ],
)
def test_a_value_is_what_its_author_sees(text, expected):
    read = value(text)
    assert read == expected
    assert type(read) is type(expected)


def test_bad_input_13_five_thousand_digits_stay_text():
    assert value("7" * 5000) == "7" * 5000
    assert value("7" * 5000 + ".0") == "7" * 5000 + ".0"


@pytest.mark.parametrize(
    ("text", "kind", "detail", "place"),
    [
        ("!ENV HOME", "tag", "!ENV", 0),
        ("a: [b, !ENV HOME]", "tag", "!ENV", 7),
        ("!!python/object/apply:os.system ['true']", "tag", "!!python/object/apply:os.system", 0),
        ("!!binary aGk=", "tag", "!!binary", 0),
        ("!!set {a, b}", "tag", "!!set", 0),
        ("a: {[b]: c}", "key", "", 4),
        ("a: {{b: c}: d}", "key", "", 4),
    ],
)
def test_bad_input_20_what_a_tag_would_build_is_never_built(text, kind, detail, place):
    with pytest.raises(YamlFault) as caught:
        value(text)
    assert (caught.value.kind, caught.value.detail, caught.value.offset) == (kind, detail, place)


NUMERIC = st.text(st.sampled_from("0123456789+-.eE:TZ "), max_size=30)


@given(NUMERIC | st.text())
def test_no_text_fails_to_have_a_value(text):
    read = value_of(Scalar(text, 0, len(text), plain=True))
    assert isinstance(read, str | int | float | dt.date) or read is None
    assert not isinstance(read, float) or math.isfinite(read)
    assert not isinstance(read, str) or read == text


@given(st.text())
def test_what_is_quoted_is_text(text):
    assert value_of(Scalar(text, 0, len(text), plain=False)) == text
