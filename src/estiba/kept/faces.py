"""What the rest of a site can see of a note: where that is the same, only the note's own page is another."""

from __future__ import annotations

from estiba.kept.findings import NoteFindings
from estiba.store.digests import digest
from estiba.vault.links.surroundings import Surroundings
from estiba.vault.note import Note


def face_of(note: Note, findings: NoteFindings) -> bytes:
    """Give the digest of all that lists, links, other notes and files of the site can show of `note`.

    That is all of it but its text; of the text, what leads out of it and what can be led to, the sentences
    around its links, and its code, which examples are. Lines do not count. What shows the text itself
    depends on more: embeds, feeds, the search, and the search for leaks.
    """
    marks, surroundings = note.marks, Surroundings(note)
    about = (
        (note.path, note.title, note.heading and (note.heading.text, note.heading.leads)),
        (note.description, note.described, note.date, note.mod, note.published, note.unlisted),
        (note.is_material, note.aliases, note.tags, note.language),
        [(key, entry.value) for key, entry in note.extra.items()],
    )
    leading = [
        (link.kind, link.to, link.text, link.size, surroundings.sentence(link)) for link in marks.links
    ]
    led_to = (
        [(section.level, section.text, section.id) for section in marks.sections],
        [block.name for block in marks.blocks],
        sorted(marks.ids),
        marks.excess,
    )
    code = [(fence.info, fence.text) for fence in note.fences]
    judged = (findings.examples, sorted(findings.told), findings.verdicts)
    return digest(repr((about, leading, led_to, code, judged)).encode("utf-8", "surrogatepass"))
