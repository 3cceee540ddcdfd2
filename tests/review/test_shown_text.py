import pytest

from estiba.review.shown_text import in_one_line, marked, with_code_points


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("año, 日本 — ok\tb", "año, 日本 — ok\tb"),
        ("a\u202eb\u2066", "a\\u202eb\\u2066"),
        ("\x1b[31m\x00", "\\x1b[31m\\x00"),
        ("a\u200bb\u00adc\ufeff", "a\\u200bb\\xadc\\ufeff"),
        ("a\u00a0b", "a\\xa0b"),
        ("\U000e0041", "\\U000e0041"),
        ("\u3164\u2800", "\\u3164\\u2800"),
        ("caf\udce9.md", "caf\\udce9.md"),
        ("line\r", "line\\x0d"),
    ],
)
def test_what_cannot_be_seen_is_a_code_point(text, shown):
    assert with_code_points(text) == shown


def test_a_name_stays_in_one_line():
    assert in_one_line("a\nb") == "a\\nb"


def test_code_points_stand_out_and_the_rest_is_escaped():
    assert marked("<b>\u202e&") == '&lt;b&gt;<span class="estiba-review-unseen">\\u202e</span>&amp;'
