"""Notes of which no page can be made: named, and their text left out; all others are built."""

from __future__ import annotations

import re

from estiba.markdown import extension
from estiba.markdown.stop import Stop
from sites import CONFIG

HOSTILE = {
    "brackets": ("[" * 20_000, "7:65: more than 64 brackets '[' are open here at once"),
    "lists": ("\n".join("  " * level + "- a" for level in range(500)), "71:129: more than 64 lists, quotes"),
    "quotes": (">" * 2_000, "7:65: more than 64 lists, quotes"),
    "links": ("[a](" * 20_000, "7:804: more than 200 links that open with ']('"),
    "size": ("a" * 1_000_001, "7:999999: the note has more than 1000000 characters"),
}
FRONT_MATTER = "---\ntitle: Nota {}\ndescription: Lo que dice.\n---\n\n"
GOOD = FRONT_MATTER + "La [[{}]] y **algo**.\n\n![[{}]]\n"


def test_the_other_notes_are_built(build_site):
    files = {"index.md": FRONT_MATTER.format("primera") + "Hola.\n"}
    for name, (text, _) in HOSTILE.items():
        files[f"{name}.md"] = FRONT_MATTER.format(name) + f"\n{text}\n"
        files[f"z-{name}.md"] = GOOD.format("z", name, name)
    site = build_site(files, CONFIG)
    for name, (text, said) in HOSTILE.items():
        told = [one for one in site.messages if f"{name}.md:" in one and "oversized-note" in one]
        assert len(told) == 1
        assert re.search(rf"\b{name}\.md:{re.escape(said)}.* \[oversized-note\]$", told[0])
        page = site.read(f"{name}/index.html")
        assert "No page can be made of the text of this note; its author is told why." in page
        assert text[:64] not in page
        assert f"Nota {name}" in page
        after = site.read(f"z-{name}/index.html")
        assert f'<a href="../{name}/">{name}</a> y <strong>algo</strong>' in after
        assert ('class="estiba-embed"' in after) == (name != "size")


def test_what_only_its_making_shows_is_said(build_site, monkeypatch):
    def guard(md, page, shown):
        convert = md.convert

        def stopping(source):
            page.stopped = Stop.FAILED if "malo" in source else None
            page.fault = "ValueError: x"
            return convert(source)

        md.convert = stopping

    monkeypatch.setattr(extension, "guard", guard)
    site = build_site({"a.md": "# Malo\n\nEs malo.\n", "b.md": "# Bueno\n\nEs bueno.\n"})
    (said,) = (one for one in site.messages if "oversized-note" in one)
    assert said == (
        "estiba: a.md:1:1: no page can be made of the note (ValueError: x); write it in a simpler way; "
        "until then its page shows no text [oversized-note]"
    )
