from __future__ import annotations

import pytest

from estiba.vault.text.pasted_cards import OPENING, card_spans
from estiba.vault.text.reading_marks import read_marks

CARD = f'{OPENING} style="a"><a href="https://x.y" style="b"><div style="c"></div></a></div>'


@pytest.mark.parametrize(
    ("text", "cards"),
    [
        (CARD, [CARD]),
        (f"a\n{CARD} {CARD}b", [CARD, CARD]),
        (f"a {CARD}", []),
        (f"{CARD}a\n{CARD}", [CARD, CARD]),
        (f"{OPENING}><b>x\ny", [f"{OPENING}><b>"]),
        (OPENING, []),
        (f"{OPENING}\n{CARD}", [CARD]),
    ],
)
def test_where_cards_stand(text, cards):
    assert [text[start:end] for start, end in card_spans(text)] == cards


def test_nothing_of_a_card_is_refused_and_all_beside_it_is():
    _, marks = read_marks([CARD + '<p style="d">', "", '<p style="e">', f"x {CARD}"])
    assert [(one.position.line, one.value) for one in marks.refused] == [
        (1, "d"),
        (3, "e"),
        (4, "a"),
        (4, "b"),
        (4, "c"),
    ]


def test_many_that_are_not_closed_take_a_time_by_their_number():
    assert len(card_spans(f"{OPENING}>\n" * 30_000)) == 30_000
