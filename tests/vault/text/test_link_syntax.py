from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.vault.text.link_syntax import read_address, read_alternative, read_destination, read_wikilink
from estiba.vault.text.marks import Address


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("a.md", Address("a.md", "", "a.md", "")),
        ("a%20b.md#c%23", Address("a%20b.md#c%23", "", "a b.md", "c#")),
        ("#x", Address("#x", "", "", "x")),
        ("mailto:a@b.c", Address("mailto:a@b.c", "mailto")),
        ("//x.org/y", Address("//x.org/y", "https")),
        ("c:/x", Address("c:/x", "", "c:/x", "")),
        ("Node: a", Address("Node: a", "node")),
        ("", Address("", "", "", "")),
    ],
)
def test_address(written: str, address: Address) -> None:
    assert read_address(written) == address


def test_destination_without_its_title() -> None:
    assert read_destination(' a.md "b (c)" ').written == "a.md"
    assert read_destination("<a b.md> (c)").written == "a b.md"
    assert read_destination(r"a\_b.md").written == "a_b.md"


def test_wikilink() -> None:
    inside = read_wikilink(r"a # b \| c | 10x20")
    assert (inside.address.path, inside.address.fragment, inside.text, inside.size) == (
        "a",
        "b",
        "c",
        (10, 20),
    )


def test_alternative() -> None:
    assert read_alternative("a|b|30") == ("a|b", (30, None))
    assert read_alternative("a|b") == ("a|b", None)


@given(st.text())
def test_whatever_is_written_is_read(text: str) -> None:
    assert read_address(text).written == text.strip()
    assert read_wikilink(text).address.scheme == ""
    assert isinstance(read_destination(text), Address)
