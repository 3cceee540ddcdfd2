from __future__ import annotations

import pytest

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
