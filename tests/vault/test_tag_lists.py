from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estiba.vault.tag_lists import read_tags
from estiba.yaml_tree import Scalar, Sequence, read_documents


def tags(text: str) -> tuple[list[str], list[str]]:
    (node,) = read_documents(text)
    found = read_tags(node)
    return list(found.tags), list(found.coercions)


@pytest.mark.parametrize(
    ("written", "read", "coercions"),
    [
        ("[a, b]", ["a", "b"], []),
        ("- a\n- b c\n", ["a", "b c"], []),
        ("[]", [], []),
        ("~", [], []),
        ("a", ["a"], []),
        ("'#a'", ["a"], []),
        ("a b", ["a", "b"], ["string"]),
        ("a, b c", ["a", "b c"], ["string"]),
        ("a,, b,", ["a", "b"], ["string"]),
        ("'a b'", ["a", "b"], ["string"]),
        ("|\n  a\n  b\n", ["a", "b"], ["string"]),
        ("2024", ["2024"], ["number"]),
        ("true", ["true"], ["number"]),
        ("[2024, 1.50, true, 2024-01-02, 007]", ["2024", "1.50", "true", "2024-01-02", "007"], ["number"]),
        ("['2024', \"true\", no, 22:22]", ["2024", "true", "no", "22:22"], []),
        ("[a, null, ~, '', ' ']", ["a"], ["empty"]),
        ("[a,\n]", ["a"], []),
        ("[[a, b], c]", ["a", "b", "c"], ["nested"]),
        ("[[[a]], b]", ["b"], ["nested"]),
        ("[{a: b}, c]", ["c"], ["nested"]),
        ("[[1, ~], c]", ["1", "c"], ["nested", "number", "empty"]),
        ("{a: b}", [], ["mapping"]),
        ("{}", [], ["mapping"]),
    ],
)
def test_tags_in_every_form_of_real_vaults(written, read, coercions):
    assert tags(written) == (read, coercions)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("['#a', a]", ["a"]),
        ("['##a', 'C#', 'C++']", ["a", "C#", "C++"]),
        ("[Docker, docker, DOCKER]", ["Docker", "docker", "DOCKER"]),
        ("['man\u0303ana', 'ma\u00f1ana']", ["ma\u00f1ana"]),
        ('["  a \\t b  "]', ["a b"]),
        ("['#redes/vpn', 'redes/vpn/', '/redes/vpn']", ["redes/vpn"]),
        ("['# / a /']", ["a"]),
        ("['#', '/', '#/ #']", []),
        ("['<img src=x onerror=alert(1)>']", ["<img src=x onerror=alert(1)>"]),
    ],
)
def test_a_tag_is_kept_as_it_is_written_but_for_its_marks(written, read):
    assert tags(written)[0] == read


SCALARS = st.builds(
    Scalar, st.text(st.sampled_from("aÑ#/ ,1\t\n")), st.just(0), st.just(0), st.booleans(), st.none()
)
NODES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner).map(lambda items: Sequence(tuple(items), 0, 0)),
    max_leaves=8,
)


@given(NODES)
def test_a_tag_is_never_empty_nor_there_twice_nor_marked(node):
    found = read_tags(node).tags
    assert len(set(found)) == len(found)
    for tag in found:
        assert tag
        assert tag == tag.strip("/ ").lstrip("#")
        assert tag == " ".join(tag.split())
