from __future__ import annotations

import datetime as dt

import pytest

from estiba.writing.moments import UnknownFormat, write_moment

MOMENT = dt.datetime(2026, 1, 5, 15, 7, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("YYYY-MM-DD", "2026-01-05"),
        ("YYYY-MM-DDTHH:mm:ss", "2026-01-05T15:07:09"),
        ("D/M/YY, h:mm a", "5/1/26, 3:07 pm"),
        ("dddd, D [de] MMMM [de] YYYY", "lunes, 5 de enero de 2026"),
        ("GGGG-[W]WW, Q", "2026-W02, 1"),
        ("", ""),
    ],
)
def test_formats_of_moment(pattern, written):
    assert write_moment(MOMENT, pattern, "es") == written


@pytest.mark.parametrize(("pattern", "unknown"), [("D de MMMM", "d"), ("Do", "Do"), ("YYYYY", "YYYYY")])
def test_what_is_not_known_is_not_guessed(pattern, unknown):
    with pytest.raises(UnknownFormat, match=f"^{unknown}$"):
        write_moment(MOMENT, pattern, "en")
