"""Which notes go together."""

from __future__ import annotations

import pytest

from estiba.config import Config
from estiba.vault.links.related_notes import COUNTED, MOST, RARE, related_notes
from estiba.vault.vault import Vault, read_vault


def vault_of(notes: dict[str, str]) -> Vault:
    return read_vault([(f"{name}.md", text.encode()) for name, text in notes.items()], Config())


def tagged(*tags: str, text: str = "", more: str = "") -> str:
    return f"---\ntags: [{', '.join(tags)}]\n{more}---\n\n{text}\n"


def related(notes: dict[str, str]) -> dict[str, list[str]]:
    found = related_notes(vault_of(notes))
    return {
        path.removesuffix(".md"): [one.removesuffix(".md") for one in those] for path, those in found.items()
    }


OTHERS = {f"otra{number}": tagged("docker", f"solo{number}") for number in range(16)}


def test_a_rare_tag_relates_and_the_one_that_all_have_does_not():
    found = related(
        {"a": tagged("docker", "vpn"), "b": tagged("docker", "vpn"), "c": tagged("docker"), **OTHERS}
    )
    assert {path: those for path, those in found.items() if those} == {"a": ["b"], "b": ["a"]}


def test_who_shares_more_and_rarer_tags_is_nearer():
    notes = {
        "a": tagged("vpn", "redes", "mesh"),
        "una": tagged("redes", "mesh"),
        "dos": tagged("vpn", "redes"),
        "tres": tagged("vpn", "redes", "mesh"),
        "cuatro": tagged("vpn"),
    }
    assert related(notes | OTHERS)["a"] == ["tres", "una", "dos", "cuatro"]


def test_notes_with_the_same_partners_are_related_and_those_that_link_are_not():
    notes = {
        "mapa": "[[a]] y [[b]]\n",
        "a": "Va a [[base]].\n",
        "b": "Va a [[base]].\n",
        "base": "Texto.\n",
        "c": tagged("rara", text="Mira [[d]]."),
        "d": tagged("rara"),
    }
    found = related(notes | OTHERS)
    assert {path: those for path, those in found.items() if those} == {
        "a": ["b"],
        "b": ["a"],
        "base": ["mapa"],
        "mapa": ["base"],
    }


def test_only_listed_notes_are_shown_and_count():
    notes = {
        "a": tagged("vpn"),
        "b": tagged("vpn"),
        "oculta": tagged("vpn", more="unlisted: true\n"),
        "borrador": tagged("vpn", more="draft: true\n"),
    }
    found = related(notes | OTHERS)
    assert found["a"] == ["b"]
    assert found["oculta"] == ["a", "b"]
    assert "borrador" not in found


def test_equal_ones_stand_by_title_and_only_the_first_few():
    notes = {
        f"n{number}": f"---\ntitle: {title}\ntags: [vpn]\n---\n" for number, title in enumerate("gfÉdcba")
    }
    found = related(notes | {f"mas{number}": OTHERS[f"otra{number % 16}"] for number in range(60)})
    assert found["n0"] == ["n6", "n5", "n4", "n3", "n2"]
    assert len(found["n0"]) == MOST


def test_cost_is_bounded():
    many = [f"t{number}" for number in range(COUNTED * 4)]
    found = related({"a": tagged(*many), "b": tagged(*many), **OTHERS})
    assert found["a"] == ["b"]
    crowd = {f"n{number}": tagged("todas") for number in range(RARE + 1)}
    assert not any(related(crowd | {f"x{number}": "Texto.\n" for number in range(900)}).values())


@pytest.mark.parametrize("notes", [{}, {"a": tagged("vpn")}, {"a": tagged("vpn"), "b": tagged("vpn")}])
def test_tiny_vaults_relate_nothing(notes):
    assert not any(related(notes).values())
