from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.forge import KINDS, PLACES, REPORT_BY_FORM, fill, fill_text, places_in

ODD = "docs/a#b?c%20d/é ñ+&=\n{line}\"'<>.md"
READY = {"repository": "https://forge.example/o/r"}
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
NAMES = TEXTS.filter(lambda text: text not in (".", "..") and "/" not in text)
PATTERNS = [pattern for kind in KINDS.values() for pattern in kind.values()] + [REPORT_BY_FORM]


def values_in(pattern, address):
    """Give the values back that were put into the places of `pattern`, as the forge reads them."""
    cut, made = urlsplit(pattern), urlsplit(address)
    found = {}
    for key, (place,) in parse_qs(cut.query).items():
        if place.startswith("{"):
            found[place[1:-1]] = parse_qs(made.query, keep_blank_values=True)[key][0]
    steps = made.path.split("/")
    for number, step in enumerate(cut.path.replace("{repository}", "/o/r").split("/")):
        if step.startswith("{"):
            rest = steps[number:] if step in ("{path}", "{folder}") else [steps[number]]
            found[step[1:-1]] = unquote("/".join(rest))
    return found


@pytest.mark.parametrize("pattern", PATTERNS)
@given(path=st.lists(NAMES, min_size=1), branch=NAMES, text=TEXTS)
def test_what_is_put_into_a_place_comes_out_of_the_address(pattern, path, branch, text):
    names = set(places_in(pattern)) - {"repository"}
    values = {name: "/".join(path) if name in ("path", "folder") else text for name in names}
    if "branch" in names:
        values["branch"] = branch
    address = fill(pattern, values, READY)
    assert address.isascii()
    assert urlsplit(address)[:2] == ("https", "forge.example")
    assert values_in(pattern, address) == values


def test_presets_have_known_places_only():
    for kind in KINDS.values():
        assert kind.keys() == PLACES.keys()
        for link, pattern in kind.items():
            assert set(places_in(pattern)) <= set(PLACES[link])
    assert set(places_in(REPORT_BY_FORM)) <= set(PLACES["report"])


@pytest.mark.parametrize(
    ("kind", "link", "address"),
    [
        ("github", "edit", "/edit/main/docs/a%23b.md"),
        ("github", "history", "/commits/main/docs/a%23b.md"),
        ("github", "report", "/issues/new?title=Un%20error&body=Una%20nota"),
        ("github", "propose", "/new/main?filename=docs/a%23b.md&value=%23%20"),
        ("gitlab", "edit", "/-/edit/main/docs/a%23b.md"),
        ("gitlab", "history", "/-/commits/main/docs/a%23b.md"),
        (
            "gitlab",
            "report",
            "/-/issues/new?issue%5Btitle%5D=Un%20error&issue%5Bdescription%5D=Una%20nota",
        ),
        ("gitlab", "propose", "/-/new/main/docs?file_name=a%23b.md"),
        ("forgejo", "edit", "/_edit/main/docs/a%23b.md"),
        ("forgejo", "history", "/commits/branch/main/docs/a%23b.md"),
        ("forgejo", "report", "/issues/new?title=Un%20error&body=Una%20nota"),
        ("forgejo", "propose", "/_new/main/docs?filename=a%23b.md&value=%23%20"),
    ],
)
def test_addresses_of_the_known_forges(kind, link, address):
    values = {
        "branch": "main",
        "path": "docs/a#b.md",
        "folder": "docs",
        "filename": "a#b.md",
        "subject": "Un error",
        "text": "Una nota",
        "template": "# ",
    }
    assert fill(KINDS[kind][link], values, READY) == READY["repository"] + address


def test_a_place_without_a_value_stays_and_a_value_is_never_a_place():
    made = fill("https://h.example/?p={path}&l={line}", {"path": ODD})
    assert made.count("{") == 1
    assert parse_qs(urlsplit(made.replace("{line}", "7")).query) == {"p": [ODD], "l": ["7"]}


def test_a_text_is_encoded_with_what_is_put_into_it():
    made = fill_text("Nota «{path}», línea {line}\n50 % & más", {"path": ODD})
    assert unquote(made.replace("{line}", "7")) == f"Nota «{ODD}», línea 7\n50 % & más"
    assert not set(made) & set(" \n&#?+=")
