from __future__ import annotations

import pytest

from estiba.config import Config
from estiba.vault.vault import Vault, read_vault


def vault(files: dict[str, str | bytes], config: Config | None = None, **options) -> Vault:
    pairs = ((path, data if isinstance(data, bytes) else data.encode()) for path, data in files.items())
    return read_vault(pairs, config or Config(), **options)


def note(front_matter: str) -> str:
    return f"---\n{front_matter}\n---\nTexto.\n"


def test_an_empty_folder_is_an_empty_vault():
    empty = vault({})
    assert (dict(empty.notes), empty.withheld, empty.problems, dict(empty.tags)) == ({}, frozenset(), (), {})


def test_notes_keep_the_order_in_which_they_are_read():
    found = vault({"b.md": "# B", "a/c.md": "# C", "a.md": "# A"})
    assert [(path, one.title) for path, one in found.notes.items()] == [
        ("b.md", "B"),
        ("a/c.md", "C"),
        ("a.md", "A"),
    ]


@pytest.mark.parametrize(
    ("front_matter", "published"),
    [
        ("title: a", True),
        ("published: true", True),
        ("published: 2025-10-25", True),
        ("published: false", False),
        ("published: 'false'", False),
        ("published: no", False),
        ("published: quizá", False),
        ("draft: true", False),
        ("draft: yes", False),
        ("draft: false", True),
        ("title: a: b\ndraft: true", False),
        ("title: 'a\ndraft: true", False),
        ("draft: true\ndraft: false", False),
    ],
)
def test_bad_input_48_what_is_not_published_is_in_no_list_of_the_vault(front_matter, published):
    found = vault({"otra.md": note("tags: [a]"), "nota.md": note(f"{front_matter}\ntags: [a, b]")})
    assert list(found.notes) == (["otra.md", "nota.md"] if published else ["otra.md"])
    assert found.withheld == (frozenset() if published else {"nota.md"})
    assert [one.path for one in found.tags["a"].notes] == (
        ["nota.md", "otra.md"] if published else ["otra.md"]
    )
    assert ("b" in found.tags) is published


def test_bad_input_48_a_draft_whose_front_matter_never_closes_is_withheld():
    found = vault(
        {"nota.md": "---\ntitle: a\ndraft: true\n\nTexto.\n", "otra.md": "---\ntitle: b\n\nTexto.\n"}
    )
    assert (list(found.notes), found.withheld) == (["otra.md"], {"nota.md"})


def test_bad_input_48_the_problems_of_a_draft_are_told_all_the_same(show_problems):
    assert show_problems(vault({"nota.md": note("draft: yes")}).problems) == [
        "nota.md:2:8: 'draft: yes' is read as true; write that, without quotes [coerced-value]"
    ]


DRAFTS = {"a.md": note("tags: [a]"), "b.md": note("draft: true\ntags: [b]"), "latin.md": b"\xf1"}


def test_bad_input_48_drafts_are_known_apart_from_what_cannot_be_read():
    found = vault(DRAFTS)
    assert (list(found.notes), list(found.drafts), found.withheld) == (
        ["a.md"],
        ["b.md"],
        {"b.md", "latin.md"},
    )


def test_bad_input_48_drafts_that_are_kept_are_still_known_as_such():
    found = vault(DRAFTS, keep_drafts=True)
    assert (list(found.notes), list(found.drafts), found.withheld) == (
        ["a.md", "b.md"],
        ["b.md"],
        {"latin.md"},
    )
    assert [one.published for one in found.notes.values()] == [True, False]
    assert list(found.tags) == ["a", "b"]


def test_bad_input_48_the_policy_of_a_folder_holds_for_its_notes():
    files = {
        "a.md": note("title: A"),
        "privado/b.md": note("title: B"),
        "privado/c.md": note("published: true"),
    }
    assert list(vault(files, Config(publish={"": "all", "privado": "opt-in"})).drafts) == ["privado/b.md"]
    assert list(vault(files, Config(publish={"": "opt-in"})).notes) == ["privado/c.md"]


def test_an_unlisted_note_is_a_note_in_no_list():
    found = vault({"a.md": note("tags: [a]"), "b.md": note("unlisted: true\ntags: [b, a, a/c]")})
    assert (list(found.notes), list(found.listed)) == (["a.md", "b.md"], ["a.md"])
    assert [(tag.key, [one.path for one in tag.notes]) for tag in found.tags.values()] == [("a", ["a.md"])]
    assert [tag.key for tag in found.tags_of(found.notes["b.md"])] == ["a"]


def test_the_vault_knows_its_other_files():
    found = vault({"a.md": "Texto."}, attachments=["b/c.png", ".obsidian/app.json", "compose.yaml"])
    assert found.attachments == {"b/c.png", "compose.yaml"}


def test_bad_input_49_a_file_that_cannot_be_read_keeps_no_other_from_it():
    found = vault(
        {
            "a.md": note("title: A"),
            "latin.md": "# Año".encode("latin-1"),
            "utf16.md": "# Año".encode("utf-16"),
            "roto.md": note("title: a: b"),
            "z.md": note("title: Z"),
        }
    )
    assert list(found.notes) == ["a.md", "roto.md", "z.md"]
    assert found.withheld == {"latin.md", "utf16.md"}
    assert [f"{one.place} {one.check}" for one in found.problems] == [
        "latin.md:1:4 unreadable-note",
        "utf16.md:1:1 unreadable-note",
        "roto.md:2:8 invalid-front-matter",
    ]


def test_the_tags_of_a_note_come_in_its_own_order_and_each_once():
    found = vault(
        {
            "a.md": note("tags: [Zeta, vpn, VPN, alfa]"),
            "b.md": note("tags: [zeta]"),
            "c.md": note("tags: [zeta]"),
        }
    )
    assert [tag.name for tag in found.tags_of(found.notes["a.md"])] == ["zeta", "VPN", "alfa"]
