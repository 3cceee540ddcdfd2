import dataclasses

import pytest

from estiba.review.changed_addresses import AddressChange
from estiba.review.changed_examples import ShownVariable
from estiba.review.changed_tags import AddedTag, TagChange
from estiba.review.review import Outcome
from fake_secrets import ISSUED

NOTE = "---\ntitle: {title}\n---\n\n{text}\n"
GOOD = """\
```yaml
services:
  web:
    image: nginx:1.29
    ports:
      - "{port}:80"
    environment:
      TZ: ${{TZ:-Europe/Madrid}}
      PASSWORD: ${{PASSWORD:?}}
```
"""
PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 92


def said(problems):
    return [f"{problem.place} {problem.check}" for problem in problems]


def lines(note):
    """Write the lines of a note's difference that are not the same, with their signs."""
    signs = {"added": "+", "removed": "-"}
    return [
        signs[line.sign] + line.text
        for hunk in note.difference.hunks
        for line in hunk.lines
        if line.sign in signs
    ]


def test_a_note_that_changes(note_of):
    note = note_of(
        NOTE.format(title="A", text="uno [[b]]"), NOTE.format(title="A", text="dos [[b]]\n\n[[c]]")
    )
    assert (note.kind, note.path, note.old_path, note.title) == ("changed", "a.md", "a.md", "A")
    assert lines(note) == ["-uno [[b]]", "+dos [[b]]", "+", "+[[c]]"]
    assert (note.difference.added, note.difference.removed) == (3, 1)
    assert said(note.new) == ["a.md:5:5 broken-link", "a.md:7:1 broken-link"]
    assert said(note.gone) == ["a.md:5:5 broken-link"]
    assert note.before.article == '<p>uno <span class="estiba-missing">b</span></p>'
    assert "dos" in note.after.article


def test_an_added_note_has_no_before_and_a_removed_one_no_after(note_of):
    added = note_of(None, "# A\n\nuno\n")
    assert (added.kind, added.before, lines(added)) == ("added", None, ["+# A", "+", "+uno"])


def test_a_removed_note_has_no_after(note_of):
    removed = note_of("# A\n\nuno\n", None)
    assert (removed.kind, removed.after, lines(removed)) == ("removed", None, ["-# A", "-", "-uno"])
    assert removed.title == "A"
    assert removed.address == AddressChange("a.md", "a/", "", leads_on=False)


@pytest.mark.parametrize("aliases", ["", "aliases: [a]\n"], ids=["lost", "kept"])
def test_a_renamed_note(read, aliases):
    text = "---\ntitle: A\n{}---\n\n" + "Un texto bastante largo.\n" * 9
    review = read(
        {"docs/a.md": text.format(""), "docs/c.md": "[A](a.md)\n"},
        {"docs/a.md": None, "docs/b.md": text.format(aliases)},
    ).review
    (note,) = review.notes
    assert (note.kind, note.path, note.old_path) == ("renamed", "b.md", "a.md")
    assert note.address == AddressChange("b.md", "a/", "b/", leads_on=bool(aliases))
    assert note.aliases == (("a",) if aliases else ())
    assert said(review.elsewhere) == ["c.md:1:1 broken-link"]
    assert review.broken_links == review.elsewhere
    assert review.outcome is Outcome.READY


def test_another_note_that_gives_way(read):
    review = read({"docs/redes/README.md": "# R\n"}, {"docs/redes/index.md": "# I\n"}).review
    assert review.addresses == (AddressChange("redes/README.md", "redes/", "redes/README/", leads_on=True),)


def test_line_ends_and_hidden_characters_are_differences(note_of):
    note = note_of("# A\n\nuno\n", "# A\r\n\nun\u202eo\n")
    assert lines(note) == ["-# A", "+# A\r", "-uno", "+un\u202eo"]


def test_the_end_of_a_file_is_a_line(note_of):
    assert lines(note_of("# A\n\nuno\n", "# A\n\nuno")) == ["-"]


def test_a_note_that_is_no_text(note_of):
    note = note_of("# A\n", "contrase\xf1a\n".encode("latin-1"))
    assert note.after.note is None
    assert (note.after.reason, note.difference.reason) == ("unreadable", "unreadable")
    assert said(note.new) == ["a.md:1:9 unreadable-note"]
    assert note.title == "A"


def test_drafts_are_known(note_of):
    note = note_of("# A\n", "---\ntitle: A\ndraft: true\n---\n")
    assert (note.was_withheld, note.is_withheld) == (False, True)
    assert note.after.article == ""


def test_tags(read):
    review = read(
        {
            "docs/a.md": "---\ntitle: A\ntags: [vpn, Redes]\n---\n",
            "docs/b.md": "---\ntitle: B\ntags: [dns]\n---\n",
        },
        {"docs/a.md": "---\ntitle: A\ntags: [redes, dns, nueva]\n---\n"},
    ).review
    (note,) = review.notes
    assert note.tags == TagChange(
        added=(AddedTag("dns", is_new=False), AddedTag("nueva", is_new=True)), gone=("vpn",)
    )


def test_examples_with_verdicts_and_variables(note_of):
    same = GOOD.format(port=1)
    before = f"# A\n\n{same}\n{GOOD.format(port=8080)}"
    note = note_of(before, f"# A\n\n{same}\n{GOOD.format(port=99999)}\n{GOOD.format(port=2)}")
    changed, added = note.examples
    assert (changed.kind, changed.line, changed.verdict, changed.old_verdict) == (
        "changed",
        15,
        "failed",
        "checked",
    )
    assert (added.kind, added.line, added.verdict, added.old_verdict) == ("added", 26, "checked", None)
    assert added.variables == (
        ShownVariable("TZ", "time-zone", "Europe/Madrid", is_required=False),
        ShownVariable("PASSWORD", "secret", "", is_required=True),
    )


def test_an_example_that_goes(note_of):
    (gone,) = note_of(f"# A\n\n{GOOD.format(port=1)}", "# A\n").examples
    assert (gone.kind, gone.name, gone.verdict, gone.old_verdict) == (
        "removed",
        "compose.yaml",
        None,
        "checked",
    )


def test_real_credentials_are_covered(read):
    secret = ISSUED["GitHub"]
    text = "# A\n\n" + GOOD.format(port=1).replace("PASSWORD: ${PASSWORD:?}", f"TOKEN: {secret}")
    review = read({}, {"docs/a.md": text}).review
    (note,) = review.notes
    assert f"+      TOKEN: {'•' * len(secret)}" in lines(note)
    assert secret[:12] not in repr(
        dataclasses.replace(note, after=dataclasses.replace(note.after, note=None))
    )
    assert said(note.new)[0] == "a.md:11:14 live-secret"


def test_sizes(read):
    review = read(
        {"docs/a.md": "# A\n\nuno\n"}, {"docs/a.md": "# A\n\nuno dos\n\n![x](a.png)\n", "docs/a.png": PICTURE}
    ).review
    (note,) = review.notes
    assert note.before.sizes.attachments == 0
    assert note.after.sizes.attachments == len(PICTURE)
    assert note.after.sizes.search - note.before.sizes.search == 2 * len(" dos")
    assert note.after.sizes.article > note.before.sizes.article
    assert [(one.kind, one.path, one.size, one.old_size) for one in review.attachments] == [
        ("added", "a.png", 100, None)
    ]


def test_a_compose_file_of_its_own(read):
    before, after = (f"services:\n  web:\n    image: nginx:1.2{number}\n" for number in (8, 9))
    review = read({"docs/compose.yml": before}, {"docs/compose.yml": after.replace("image", "imagen")}).review
    (note,) = review.notes
    assert not note.is_note
    assert lines(note) == ["-    image: nginx:1.28", "+    imagen: nginx:1.29"]
    assert [one.verdict for one in note.examples] == ["failed"]
    assert "compose.yml:3:5 unknown-key" in said(note.new)
    assert (review.elsewhere, review.attachments) == ((), ())


def test_more_than_notes_is_named_and_waits(read):
    review = read(
        {}, {"hooks/x.py": "1\n", "estiba.toml": "[checks]\nbroken-link = 'off'\n", "docs/a.md": "[[x]]\n"}
    )
    review = review.review
    assert [one.path for one in review.others] == ["estiba.toml", "hooks/x.py"]
    assert review.outcome is Outcome.WAITS
    assert said(review.broken_links) == ["a.md:1:1 broken-link"]


@pytest.mark.parametrize(
    ("after", "outcome", "failed", "strictly"),
    [
        ({}, "nothing", False, False),
        ({"docs/index.md": "---\ntitle: Inicio\n---\n\nAdiós.\n"}, "ready", False, False),
        ({"docs/index.md": "---\ntitle: Inicio\n---\n\n[[x]]\n"}, "ready", False, True),
        ({"docs/index.md": "---\ntitle: [\n---\n"}, "errors", True, True),
        ({"x": "1", "docs/index.md": "---\ntitle: [\n---\n"}, "errors", True, True),
        ({"x": "1"}, "waits", False, False),
    ],
)
def test_the_outcome(read, after, outcome, failed, strictly):
    review = read({}, after).review
    assert review.outcome == outcome
    assert (review.failed(strict=False), review.failed(strict=True)) == (failed, strictly)


def test_a_change_is_held_against_where_it_parted(read):
    later = {"docs/later.md": "# Later\n", "docs/a.md": None}
    review = read({"docs/a.md": "# A\n"}, {"docs/b.md": "# B\n"}, later=later).review
    assert [note.path for note in review.notes] == ["b.md"]
    assert review.fork not in (review.base.commit, review.head.commit)
