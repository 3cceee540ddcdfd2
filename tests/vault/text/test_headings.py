from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown.extensions.toc import unique
from pymdownx.slugs import slugify

from estiba.vault.text.headings import Ids, heading_id, other_ids, own_id


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Configuración básica", "configuración-básica"),
        ("¿Qué es Nginx?", "qué-es-nginx"),
        ("A & B", "a--b"),
        ("Paso 1: copia_de seguridad", "paso-1-copia_de-seguridad"),
        ("🐳", ""),
        ("man\u0303ana", "mañana"),
    ],
)
def test_heading_id(text: str, name: str) -> None:
    assert heading_id(text) == name


@given(st.text(st.characters(exclude_characters="<>\r\n\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029")))
def test_ids_are_those_of_the_usual_slugs(text: str) -> None:
    assert heading_id(text) == slugify(case="lower")(text, "-")


@given(st.lists(st.sampled_from(["", "a", "a_1", "b", "_1", "a_1_1"]), max_size=12))
def test_numbers_are_those_of_python_markdown(names: list[str]) -> None:
    ours = Ids()
    theirs: set[str] = set()
    assert [ours.numbered(name) for name in names] == [unique(name, theirs) for name in names]


def test_own_id() -> None:
    assert own_id("Words {#id}") == "id"
    assert own_id("Words {: .a #id data-x=1 }") == "id"
    assert own_id("Words {id}") == ""


@pytest.mark.parametrize(
    ("ids", "others"),
    [
        (["árbol"], [["arbol"]]),
        (["árbol", "arbol"], [[], []]),
        (["a--b"], [["a-b"]]),
        (["a--b", "a-b"], [[], []]),
        (["a_1"], [["a-1"]]),
        (["año_1"], [["ano_1", "año-1", "ano-1"]]),
        (["plain"], [[]]),
        (["niño", "niñó"], [["nino"], []]),
    ],
)
def test_other_ids(ids: list[str], others: list[list[str]]) -> None:
    assert list(other_ids(ids)) == list(zip(ids, others, strict=True))
