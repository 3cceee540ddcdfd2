from __future__ import annotations

import enum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from estiba.markdown.html_template import HtmlTemplate


class Kind(enum.StrEnum):
    NASTY = "<\"&'>"


NASTY = ("", "<b>", "&amp;", '"', "'", "{a}", "{}", "{{", "}", "%s", "\x00\x02", "\u2028é🐳")
values = st.one_of(
    st.text(),
    st.sampled_from(NASTY),
    st.sampled_from(NASTY).map(Markup),
    st.integers(),
    st.booleans(),
    st.none(),
    st.just(Kind.NASTY),
)
literals = st.text() | st.sampled_from(NASTY)


def escaped_braces(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


@given(st.lists(st.tuples(literals, st.sampled_from("abc"))), literals, st.tuples(values, values, values))
def test_named_places_as_markupsafe_has_them(pieces, rest, given_values):
    source = "".join(f"{escaped_braces(text)}{{{name}}}" for text, name in pieces) + escaped_braces(rest)
    named = dict(zip("abc", given_values, strict=True))
    made = HtmlTemplate(source).format(**named)
    assert made == Markup(source).format(**named)
    assert type(made) is Markup


@given(st.lists(st.tuples(literals, values)), literals)
def test_places_without_names_as_markupsafe_has_them(pieces, rest):
    source = "".join(f"{escaped_braces(text)}{{}}" for text, _ in pieces) + escaped_braces(rest)
    given_values = [value for _, value in pieces]
    assert HtmlTemplate(source).format(*given_values) == Markup(source).format(*given_values)


def test_what_is_put_in_is_escaped_and_nothing_else():
    template = HtmlTemplate('<p title="{a}">{b}{a}</p>')
    assert (
        template.format(a='"<{b}>', b=Markup("<i>&amp;</i>"))
        == '<p title="&#34;&lt;{b}&gt;"><i>&amp;</i>&#34;&lt;{b}&gt;</p>'
    )
    assert template.format(a=1, b=None) == '<p title="1">None1</p>'


@pytest.mark.parametrize(
    "source", ["{a.b}", "{a[0]}", "{a!r}", "{a:>3}", "{0}", "{}{a}", "{a", "a}", "{a b}"]
)
def test_anything_but_a_name_is_refused(source):
    with pytest.raises(ValueError, match=r".+"):
        HtmlTemplate(source)


def test_a_place_without_a_value():
    with pytest.raises(KeyError, match="b"):
        HtmlTemplate("{a}{b}").format(a="")
    with pytest.raises(IndexError):
        HtmlTemplate("{}{}").format("")
