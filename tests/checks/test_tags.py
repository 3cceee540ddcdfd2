"""What is said of tags where the owner has a vocabulary."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from estiba.catalogue import catalogue_for
from estiba.checks.judge import judge_note, judge_vault
from estiba.checks.rules import Rules
from estiba.config import read_config
from estiba.vault.vault import read_vault

VOCABULARY = """
[tags.vocabulary.network]
labels = { es = "Red", en = "Network" }
synonyms = ["redes"]

[tags.vocabulary."network/vpn"]

[tags.vocabulary.home-assistant]
synonyms = ["domótica"]
"""
CLOSED = f"[tags]\nclosed = true\n{VOCABULARY}"
ADD = "use one that is, or add it to [tags.vocabulary] in estiba.toml"


def said(tags: str, policy: str, language: str = "en") -> list[str]:
    config = read_config(policy, Path("estiba.toml"))
    rules = Rules(config, dt.date(2026, 1, 1), select=frozenset({"unknown-tag", "tag-clash"}))
    vault = read_vault([("nota.md", f"---\ntags: {tags}\n---\n".encode())], config)
    found = judge_note(vault.notes["nota.md"], rules) + judge_vault(vault, rules)
    words = catalogue_for(language)
    return [f"{one.position.column} {words.problem(one)}" for one in found]


@pytest.mark.parametrize("policy", ["", VOCABULARY])
def test_an_open_vocabulary_takes_every_tag(policy):
    assert said("[netwrok, otra]", policy) == []


@pytest.mark.parametrize(
    "tags", ["[Red, '#REDES', network/VPN, redes/vpn]", "domotica", "Domótica", "[]", "{a: b}"]
)
def test_a_closed_vocabulary_takes_its_own_names(tags):
    assert said(tags, CLOSED) == []


@pytest.mark.parametrize(
    ("tags", "message"),
    [
        ("[netwrok]", "8 the tag 'netwrok' is not in the vocabulary; did you mean 'network'?"),
        ("[red, Rede]", "13 the tag 'Rede' is not in the vocabulary; did you mean 'network'?"),
        ("[redes/vnp]", "8 the tag 'redes/vnp' is not in the vocabulary; did you mean 'network/vpn'?"),
        (
            "homeassistant",
            "7 the tag 'homeassistant' is not in the vocabulary; did you mean 'home-assistant'?",
        ),
        ("domotic", "7 the tag 'domotic' is not in the vocabulary; did you mean 'home-assistant'?"),
        (
            "[Docker, docker]",
            f"8 the tag 'Docker' is not in the vocabulary; {ADD}",
        ),
        (
            "x" * 70,
            f"7 the tag '{'x' * 59}…' is not in the vocabulary; {ADD}",
        ),
    ],
)
def test_a_closed_vocabulary_names_the_tag_that_was_meant(tags, message):
    assert said(tags, CLOSED) == [message]


def test_in_spanish():
    assert said("[netwrok]", CLOSED, "es") == [
        "8 la etiqueta 'netwrok' no está en el vocabulario; ¿querías decir 'network'?"
    ]


def test_synonyms_do_not_clash_and_other_tags_do():
    assert said("[redes, Red, network, network+]", VOCABULARY) == [
        "29 the tag 'network+' comes to the same address as 'Red', 'network'; rename one of them"
    ]


def test_a_clash_with_a_tag_of_which_only_nested_ones_are_there():
    assert said("[+casa, x, casa/luz]", "") == [
        "18 the tag 'casa' comes to the same address as '+casa', 'casa'; rename one of them"
    ]
    assert said("[casa-luz, casa/luz]", "") == [
        "18 the tag 'casa/luz' comes to the same address as 'casa-luz', 'casa-luz'; rename one of them"
    ]
