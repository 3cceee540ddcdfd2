"""Variables in values, by the answers of Docker Compose 2.40.3."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.formats.fault import FormatFault
from estiba.compose.reading.interpolation import Reference, read_template, references, substitute

VARIABLES = {"A": "a", "E": "", "B": "b$C", "N": "x}y"}
names = st.from_regex(r"[_A-Za-z][_A-Za-z0-9]{0,5}", fullmatch=True)
plain = st.text(st.characters(exclude_characters="$", exclude_categories=["Cs"]), max_size=20)


def filled(text, variables=VARIABLES):
    return substitute(read_template(text), variables)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$$", "$"),
        ("$$$A", "$a"),
        ("$$${A}", "$a"),
        ("$${A}", "${A}"),
        ("$", "$"),
        ("a$", "a$"),
        ("$1", "$1"),
        ("$ A", "$ A"),
        ("$(A)", "$(A)"),
        ("$Á", "$Á"),
        ("$A", "a"),
        ("$A.b", "a.b"),
        ("$A-b", "a-b"),
        ("$A$A", "aa"),
        ("{$A}", "{a}"),
        ("${A}", "a"),
        ("${A}}", "a}"),
        ("{{ ${A} }}", "{{ a }}"),
        ("$B", "b$C"),
        ("${N}", "x}y"),
        ("${A:-b}", "a"),
        ("${U:-b}", "b"),
        ("${U-b}", "b"),
        ("${E:-b}", "b"),
        ("${E-b}", ""),
        ("${U:-}", ""),
        ("${A:+x}", "x"),
        ("${U:+x}", ""),
        ("${E:+x}", ""),
        ("${E+x}", "x"),
        ("${A?m}", "a"),
        ("${A:?}", "a"),
        ("${E?m}", ""),
        ("${U:-${B:-c}}", "b$C"),
        ("${U:-${V:-c}}", "c"),
        ("${U:-${V:-${W:-d}}}", "d"),
        ("${U:-${V-${A}}-e}", "a-e"),
        ("${U:-$A}", "a"),
        ("${U:-$$A}", "$A"),
        ("${U:-$}", "$"),
        ("${U:-$1}", "$1"),
        ("${U:-a b}", "a b"),
        ("${U:-é}", "é"),
        ("${U:--b}", "-b"),
        ("${U-:b}", ":b"),
        ("${U:-a?b}", "a?b"),
        ("${U:-a}b}", "ab}"),
        ('${U:-{"x":1}}', '{"x":1}'),
        ('${A:-{"x":1}}', "a"),
        ("${U:+{x}}", ""),
        ("${U:-{x}y}z", "{x}yz"),
        ("${U:-{x}${A}}", "{x}a"),
        ("${A:-{{ x }}}", "a}"),
        ('{"a":"${A}","b":{"c":"${U:-z}"}}', '{"a":"a","b":{"c":"z"}}'),
        ("${U:-a}\n${U:-b}", "a\nb"),
        ("%A%", "%A%"),
    ],
)
def test_value(text, value):
    assert filled(text).text == value


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("${", ("unclosed", 0, "${")),
        ("a ${A", ("unclosed", 2, "${A")),
        ("${A:-", ("unclosed", 0, "${A:-")),
        ("${A\n}", ("unclosed", 0, "${A")),
        ("${A:-${B}", ("unclosed", 5, "${B")),
        ("${}", ("name", 0, "${}")),
        ("x ${ A}", ("name", 2, "${ A}")),
        ("${A }", ("name", 0, "${A }")),
        ("${A.b}", ("name", 0, "${A.b}")),
        ("${1}", ("name", 0, "${1}")),
        ("${A:=b}", ("name", 0, "${A:=b}")),
        ("${A[0]}", ("name", 0, "${A[0]}")),
        ("${U:-${1}}", ("name", 5, "${1}")),
        ("${U:-a} ${", ("unclosed", 8, "${")),
    ],
)
def test_refused(text, fault):
    with pytest.raises(FormatFault) as caught:
        read_template(text)
    assert (caught.value.kind, caught.value.offset, caught.value.detail) == fault


@pytest.mark.parametrize(
    ("text", "unset"),
    [
        ("$U ${V} $U", ("U", "V")),
        ("${U:-a}", ()),
        ("${U:-$V}", ("V",)),
        ("${A:-$V}", ()),
        ("${U:+$V}", ()),
        ("${A:+$V}", ("V",)),
        ("${E}", ()),
        ("${E:?m}", ("E",)),
        ("${U?m}", ("U",)),
        ("${A:-${V:?m}}", ("V",)),
        ("${U:+${V:?m}}", ("V",)),
        ("${A:?${V:?m}}", ("V",)),
    ],
)
def test_variables_that_a_value_hangs_on(text, unset):
    assert filled(text).unset == unset


def test_references_know_where_they_stand():
    text = "a ${A:-b $C} $D"
    template = read_template(text)
    assert [(one.name, text[one.start : one.end]) for one in references(template)] == [
        ("A", "${A:-b $C}"),
        ("C", "$C"),
        ("D", "$D"),
    ]
    assert template == (
        "a ",
        Reference("A", 2, 12, ":-", ("b ", Reference("C", 9, 11))),
        " ",
        Reference("D", 13, 15),
    )


def test_references_inside_references_have_an_end():
    text = "${A:-" * 20_000 + "x" + "}" * 20_000
    assert filled(text, {}).text.endswith("x" + "}" * 19_979)


@settings(derandomize=True, deadline=None)
@given(plain)
def test_a_text_without_a_dollar_is_itself(text):
    assert read_template(text) == ((text,) if text else ())
    assert filled(text).text == text


@settings(derandomize=True, deadline=None)
@given(st.text(max_size=20))
def test_a_text_whose_dollars_are_doubled_is_itself(text):
    assert filled(text.replace("$", "$$")).text == text


@settings(derandomize=True, deadline=None)
@given(plain, names, plain, plain)
def test_a_value_is_put_in_as_it_is(before, name, value, behind):
    assert filled(f"{before}${{{name}}}{behind}", {name: value}).text == before + value + behind


@settings(derandomize=True, deadline=None, max_examples=200)
@given(
    st.lists(
        st.sampled_from("${ } { :- :+ :? $ $$ A U x \n ${A} ${U:- ${A:-".split(" ")) | plain, max_size=8
    ).map("".join)
)
def test_any_text_is_read_or_refused(text):
    with contextlib.suppress(FormatFault):
        template = read_template(text)
        assert all(text[one.start] == "$" for one in references(template))
        assert text.count("$") or template == (text,) * bool(text)
