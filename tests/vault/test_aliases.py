from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.vault.aliases import AliasList, read_aliases
from estiba.yaml_tree import read_documents


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("[Traefik, Proxy inverso]", ("Traefik", "Proxy inverso")),
        ("- b\n- a\n- b\n", ("b", "a")),
        ("Proxy, inverso", ("Proxy", "inverso")),
        ("['Proxy, inverso']", ("Proxy, inverso",)),
        ("'  a   b '", ("a b",)),
        ("[man\u0303ana, ma\u00f1ana]", ("ma\u00f1ana",)),
        ("[2024, 1.50, true, 2024-01-02, 007]", ("2024", "1.50", "true", "2024-01-02", "007")),
        ("[a, null, ~, '', ' ', 'null']", ("a", "null")),
        ("~", ()),
        ("''", ()),
        ("[]", ()),
    ],
)
def test_names_are_read(written, names):
    assert read_aliases(read_documents(written)[0]) == AliasList(names, is_whole=True)


@pytest.mark.parametrize(
    ("written", "names"), [("{a: b}", ()), ("[[a], b]", ("b",)), ("[{a: b}, c]", ("c",)), ("[[[a]]]", ())]
)
def test_what_is_no_name_is_left_out(written, names):
    assert read_aliases(read_documents(written)[0]) == AliasList(names, is_whole=False)


TEXTS = st.text(
    st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]) | st.sampled_from("n\u0303, \t"),
    max_size=6,
)


@given(st.lists(TEXTS, max_size=6))
def test_any_names_are_read_once_each_composed_and_with_single_spaces(written):
    names = [" ".join(unicodedata.normalize("NFC", name).split()) for name in written]
    found = read_aliases(read_documents(json.dumps(written))[0])
    assert found == AliasList(tuple(dict.fromkeys(filter(None, names))), is_whole=True)


@given(st.lists(TEXTS.map(lambda text: text.replace(",", "")), max_size=6))
def test_one_text_holds_names_between_commas(written):
    in_one, in_list = json.dumps(",".join(written)), json.dumps(written)
    assert read_aliases(read_documents(in_one)[0]) == read_aliases(read_documents(in_list)[0])
