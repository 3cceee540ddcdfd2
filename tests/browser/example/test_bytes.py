"""What is copied, downloaded and shown is what was written, for every example that is accepted."""

from __future__ import annotations

from compose_cases import examples_in_docs, read_cases
from estiba.checks.judge import examples_of
from estiba.config import Config
from estiba.vault.note import read_note

COPY = """() => {
  let copied;
  navigator.clipboard.writeText = async (text) => { copied = text; };
  return [...document.querySelectorAll(".estiba-example[id]")].map((block) => {
    block.querySelector(".estiba-example__copy").click();
    const file = block.querySelector(".estiba-example__download").getAttribute("href");
    return [copied, file, block.querySelector("pre code").textContent];
  });
}"""
"""What goes to the clipboard is caught on its way: that it arrives, `test_reading.py` sees to, as
to what a browser makes of the file when it is downloaded.
"""


def note():
    """Write all cases that Docker Compose takes, and the examples of our own notes, into one note."""
    texts = [case.text for case in read_cases() if case.verdict == "accepted"]
    texts += [text for _, text in examples_in_docs()]
    fences = (f"{'`' * 8}yaml\n{text}\n{'`' * 8}\n" for text in dict.fromkeys(texts))
    return "---\ntitle: Todos\n---\n\n" + "\n".join(fences)


def test_clipboard_download_and_source_are_the_same_bytes(build_site, serve, visit):
    written = note()
    read = examples_of(read_note(written.encode(), "todos.md", Config()))
    texts = [one.example.text for one in read if one.example.is_to_run]
    assert len(texts) > 200
    assert (
        sum(f"\n{text}" in written for text in texts) >= len(texts) - 1
    )  # of one, a byte order mark is taken
    site = build_site({"todos.md": written})
    page = visit(serve(site) + "todos/").page
    seen = [
        [copied, (site.root / "todos" / file).read_bytes().decode(), shown]
        for copied, file, shown in page.evaluate(COPY)
    ]
    assert [one for one, text in zip(seen, texts, strict=True) if one != [text] * 3] == []
