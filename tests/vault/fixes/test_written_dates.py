from __future__ import annotations

import pytest

from estiba.vault.fixes.written_dates import sure_day


@pytest.mark.parametrize(
    "text",
    [
        "2025/10/05",
        "2025.10.5",
        "2025-10-05",
        "2025\u201310\u201305",
        "20251005",
        "5 de octubre de 2025",
        "05 octubre 2025",
        "5 de octubre del 2025",
        "5º de octubre de 2025",
        "octubre 5, 2025",
        "5-oct-2025",
        "5 Oct. 2025",
        "5th of October 2025",
        "October 5, 2025",
        "Oct 5 2025",
        "OCTUBRE 5 de 2025",
        "2025-oct-05",
        "2025 October 5",
        "domingo, 5 de octubre de 2025",
        "Sunday, October 5, 2025",
        "Sun 2025-10-05",
        "2025-10-05 (domingo)",
        "2025/10/05, dom",
        "  2025/10/05 ",
    ],
)
def test_a_day_that_is_sure(text):
    assert sure_day(text) == "2025-10-05"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25/10/2025", "2025-10-25"),
        ("25.10.2025", "2025-10-25"),
        ("10/25/2025", "2025-10-25"),
        ("05-05-2025", "2025-05-05"),
        ("1 de enero de 2024", "2024-01-01"),
        ("29 Feb 2024", "2024-02-29"),
        ("3 setiembre 2025", "2025-09-03"),
        ("3 sept 2025", "2025-09-03"),
        ("mar 25 2025", "2025-03-25"),
        ("mar, 25 mar 2025", "2025-03-25"),
        ("May 1, 2025", "2025-05-01"),
        ("31 diciembre 1999", "1999-12-31"),
        ("2025/10/25 10:30", "2025-10-25 10:30"),
        ("25/10/2025, 9:05:30", "2025-10-25 9:05:30"),
        ("2025.10.25T10:30:00Z", "2025-10-25 10:30:00Z"),
    ],
)
def test_other_days_and_times(text, day):
    assert sure_day(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ayer",
        "05/10/2025",
        "08-03-2023",
        "25/10/25",
        "2025-25-10",
        "25/25/2025",
        "2025/02/30",
        "29 Feb 2025",
        "2025-10/25",
        "12025-10-25",
        "3025/10/25",
        "2025/10",
        "octubre de 2025",
        "25 de brumario de 2025",
        "25 de de 2025",
        "lunes, 5 de octubre de 2025",
        "2025-10-05 (sábado)",
        "2025-10-05 (revisado)",
        "2025-10-05 o 2025-10-06",
        "[[2025-10-05]]",
        "2025/10/25 25:61",
        "2025/10/25 10:30 PM",
        "1761350400",
        "5 de octubre de 2025" + " " * 5 + "x" * 60,
    ],
)
def test_what_may_be_another_day_or_none(text):
    assert sure_day(text) is None
