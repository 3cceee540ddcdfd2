"""Tags of a vault whose owner has a vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest

from estiba.config import read_config
from estiba.vault.vault import Vault, read_vault

POLICY = """
[tags.vocabulary.infrastructure]

[tags.vocabulary.network]
labels = { es = "Red" }
synonyms = ["red", "redes"]
parent = "infrastructure"
"""


def vault(*lists: str, policy: str = POLICY) -> Vault:
    files = ((f"{number}.md", f"---\ntags: [{tags}]\n---\n".encode()) for number, tags in enumerate(lists))
    return read_vault(files, read_config(policy, Path("estiba.toml")))


def having(found: Vault) -> dict[str, list[str]]:
    return {key: [note.path for note in tag.notes] for key, tag in found.tags.items()}


def test_synonyms_meet_and_count_for_what_stands_above_them():
    assert having(vault("redes", "Réd/VPN", "network/vpn, red, REDES", "casa/luz")) == {
        "casa": ["3.md"],
        "casa/luz": ["3.md"],
        "infrastructure": ["0.md", "1.md", "2.md"],
        "network": ["0.md", "1.md", "2.md"],
        "network/vpn": ["1.md", "2.md"],
    }


def test_without_a_vocabulary_only_paths_count():
    assert having(vault("redes, red/vpn", policy="")) == {
        "red": ["0.md"],
        "red/vpn": ["0.md"],
        "redes": ["0.md"],
    }


@pytest.mark.parametrize(
    ("key", "names", "canonical", "parent", "spellings"),
    [
        (
            "network",
            ("Redes", "Red", "Redes"),
            "network",
            "infrastructure",
            (("Redes", 2), ("red", 1)),
        ),
        ("network/vpn", ("Redes/VPN",) * 3, "network/vpn", "network", (("Redes/VPN", 1),)),
        ("infrastructure", ("infrastructure",) * 3, "infrastructure", None, ()),
        ("dia", ("Día",) * 3, "dia", None, ()),
        ("dia/noche", ("Día/Noche",) * 3, "dia/noche", "dia", (("Día/Noche", 1),)),
    ],
)
def test_what_is_said_of_a_tag(key, names, canonical, parent, spellings):
    tag = vault("Redes, red", "Redes", "Redes/VPN, Día/Noche").tags[key]
    assert (tag.name, tag.label("es"), tag.label("en")) == names
    assert (tag.key, tag.canonical, tag.parent, tag.spellings) == (key, canonical, parent, spellings)


def test_synonyms_in_one_note_are_one_tag():
    found = vault("vpn, red, Redes, network")
    assert [tag.key for tag in found.tags_of(found.notes["0.md"])] == ["vpn", "network"]


def test_addresses_of_nested_tags_differ_and_are_no_paths():
    found = vault("red/vpn, network-vpn, ../../x, a/../b")
    assert {key: tag.slug for key, tag in found.tags.items()} == {
        "..": "tag",
        "../..": "tag-2",
        "../../x": "x",
        "a": "a",
        "a/..": "a-2",
        "a/../b": "a-b",
        "infrastructure": "infrastructure",
        "network": "network",
        "network-vpn": "network-vpn",
        "network/vpn": "network-vpn-2",
    }


def test_a_tag_nested_without_end_makes_few_tags():
    assert len(vault("/".join("a" * 5000)).tags) == 9
