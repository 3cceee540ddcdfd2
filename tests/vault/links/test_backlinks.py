"""Which notes lead to a note, and in which sentences."""

from __future__ import annotations

from estiba.config import Config
from estiba.vault.links.backlinks import MOST, backlinks
from estiba.vault.vault import read_vault


def backlinks_of(notes: dict[str, str], **options) -> dict[str, dict[str, list[str]]]:
    """Give the texts around the links to each note: path -> path of who links there -> sentences."""
    vault = read_vault([(path, text.encode()) for path, text in notes.items()], Config(), **options)
    return {
        path: {one.path: [sentence.text for sentence in one.sentences] for one in those}
        for path, those in backlinks(vault).items()
    }


def test_links_of_all_kinds_count_and_notes_are_sorted_by_title():
    notes = {
        "red.md": "# Red\n",
        "z.md": "# Ábaco\n\nVa por [[Red]].\n",
        "a.md": "# Zorro\n\nLee [esto](red.md#red).\n",
        "b/c.md": "# Embebe\n\nMira: ![[red]]\n",
        "b/d.md": "# Define\n\nPor [esto][1].\n\n[1]: ../red.md\n",
        "b/e.md": '# Html\n\nPor <a href="../red.md">aquí</a> va.\n',
    }
    assert backlinks_of(notes) == {
        "red.md": {
            "z.md": ["Va por Red."],
            "b/d.md": [],
            "b/c.md": ["Mira: red"],
            "b/e.md": ["Por aquí va."],
            "a.md": ["Lee esto."],
        }
    }
    assert list(backlinks_of(notes)["red.md"]) == ["z.md", "b/d.md", "b/c.md", "b/e.md", "a.md"]


def test_note_does_not_lead_to_itself():
    assert backlinks_of({"red.md": "# Red\n\nMira [[red]] y [arriba](#red), [[#Red]].\n"}) == {}


def test_each_sentence_is_there_once_and_only_the_first_few():
    text = "[[Red]] y otra vez [[red]]. " + " ".join(f"La {number}.ª [[red]] va. Fin." for number in range(9))
    found = backlinks_of({"red.md": "# Red\n", "a.md": text + "\n"})["red.md"]["a.md"]
    assert found == ["Red y otra vez red.", "La 0.ª red va.", "La 1.ª red va."]
    assert len(found) == MOST


def test_drafts_and_unlisted_notes_lead_nowhere():
    notes = {
        "red.md": "# Red\n",
        "borrador.md": "---\npublished: false\n---\n\nSecreto de [[red]].\n",
        "oculta.md": "---\nunlisted: true\n---\n\nOculto de [[red]].\n",
        "a.md": "De [[borrador]] y [[oculta]].\n",
    }
    assert backlinks_of(notes) == {"oculta.md": {"a.md": ["De borrador y oculta."]}}
    assert backlinks_of(notes, keep_drafts=True)["red.md"] == {"borrador.md": ["Secreto de red."]}


def test_links_in_code_and_comments_lead_nowhere():
    assert backlinks_of({"red.md": "# Red\n", "a.md": "`[[red]]` y %%[[red]]%%\n\n```\n[[red]]\n```\n"}) == {}
