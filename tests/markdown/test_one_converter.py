"""One converter for many notes: of none is anything left in the next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pytest
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension

from estiba.catalogue import catalogue_for
from estiba.config import Config
from estiba.markdown.embedding import Embedder
from estiba.markdown.page import ExampleFiles, Page
from estiba.markdown.standard import STANDARD
from estiba.markdown.stop import Stop
from estiba.markdown.time_limit import TooLong
from estiba.vault.vault import Vault, read_vault

NOTES = {
    "immich.md": """\
# Immich

Fotos y vídeos *en casa*, **sin** `nube`; ~~no~~ ==sí==. See [[pihole|the DNS]], #red/dns and [docs][d].

[d]: https://example.org/docs "Docs"

```yaml title="compose.yaml" hl_lines="2"
services:
  immich:
    image: ghcr.io/immich-app/immich-server:v2.1.0
    ports: ["127.0.0.1:2283:2283"]
    environment:
      DB_PASSWORD: change-me
      TZ: ${TZ:-Europe/Madrid}
    volumes: ["./data:/data", "db:/db"]
volumes:
  db:
```

- **ports:** only this computer.
- **DB_PASSWORD:** a long one.
    - nested

A paragraph with an id. ^here
""",
    "pihole.md": """\
---
title: Pi-hole
---
# Pi-hole

## Configuración

```yaml linenums="5"
services:
  pihole:
    image: pihole/pihole
```

```yaml
services: {a: {image: [}}
```

## Configuración

Text[^1] and again[^1], inline^[a *note*], and [^2].

[^1]: First.
[^2]: Second,

    in two paragraphs.
""",
    "callouts.md": """\
> [!tip]- Title
> - a
>
>   b

!!! warning "Careful"

    Text.

    === "One"

        1. x

    === "Two"

        y

??? note

    folded

> [!unknown]
> ![[pihole#Configuración]]
""",
    "embeds.md": "![[immich]] within ![[immich#^here]]\n\n- ![[callouts]]\n\n![[nothing]] ![[embeds]]",
    "defines.md": (
        "*[DNS]: Domain Name System\n\n[DNS]: https://example.org/dns\n[a]: /a 'T'\n\n"
        "The DNS [DNS] [a] [x][a].\n\n"
        "[^1]: https://example.org/note\n\nSee[^1].\n\nTerm\n:   Meaning\n"
    ),
    "uses.md": "The DNS [DNS] [a] [x][a] [d] [^1] [^2] [^inline-1] ![p][a]\n\n[[#^here]] #here\n",
    "html.md": (
        '<div class="x" onclick="a()"><p>[[pihole]] **b**\n\n<details><summary>s</summary>\n\n*text*\n\n'
        '<a href="pihole.md">x</a> <img src="//example.org/p.png">\n'
    ),
    "small.md": (
        "$a^2$ and $$\\frac{1}{2}$$\n\n$$\n\\sum_{i=0}^n i + a + b + c + d + e + f + g + h + i + j\n$$\n\n"
        '<div class="obsidian-meta-links"><a href="https://example.org/x"><h5>Title</h5>'
        "<p>Words</p></a></div>\n\n- [ ] to do\n- [x] done\n- [?] other\n\n"
        "# One {#same .k}\n\n# Two {#same}\n\ntext\n{: #own .c title='t' }\n\n[[immich]]{ .y } *a*{: .z }\n\n"
        "| a | b |\n|---|--:|\n| `x` | $y$ |\n\n"
        "**a *b **c* _d_ ==e== ~~f~~ ~g~ a@example.org https://example.org <b>x</b> &copy; \\* a  \nb"
    ),
    "toc.md": "[TOC]\n\n# A *b*\n\n## `c` & d[^x]\n\n# A *b*\n\nSetext\n------\n\n[^x]: y\n\n*[c]: See\n",
    "code.md": (
        "```mermaid\ngraph TD\n```\n\n    indented ![[pihole]]\n\n"
        "``` { .python linenums=1 }\na = '#'\n```\n\n`#!py x`"
    ),
    "lists.md": "\n".join(f"{' ' * 2 * level}- level {level}" for level in range(50))
    + "\n\n3. c\n4) d\n\n\n* * *\n",
    "open.md": "**bold *open **\n\n<div>\n\n```yaml\nservices:\n  a: {image: b}\n",
    "blank.md": "\n \n",
    "past.md": "[" * 20_000,
    "fails.md": "- a\n    - fail here\n\n> [!tip] *b*\n> ```yaml\n> services: {a: {image: b}}\n> ```\n",
    "deep.md": "1. a\n\n    deep *x*[^1]\n\n[^1]: y\n",
    "slow.md": "!!! note\n\n    - slow ~~x~~ ![[pihole]]\n",
    "shows-slow.md": "x\n\n![[slow]]\n",
}
EXTENSIONS: Mapping[str, Mapping[str, Any]] = {
    **STANDARD,
    "attr_list": {},
    "footnotes": {"UNIQUE_IDS": True, "BACKLINK_TITLE": "Back {}"},
    "toc": {"permalink": True},
    "pymdownx.highlight": {"line_anchors": "l", "anchor_linenums": True},
}


class Stops(BlockProcessor):
    """Does to a text what a word in it says, while its blocks are made."""

    def test(self, parent, block):
        for word, error in (("fail here", ValueError), ("deep", RecursionError), ("slow", TooLong)):
            if word in block and parent.tag in ("li", "div"):
                self.parser.state.set("list")
                raise error
        return False


class Stopping(Extension):
    def extendMarkdown(self, md):  # noqa: N802
        md.parser.blockprocessors.register(Stops(md.parser), "stops", 200)


def converter(page: Page) -> Markdown:
    configs = {name: dict(options) for name, options in EXTENSIONS.items()}
    return Markdown(
        extensions=[*configs, "estiba", Stopping()],
        extension_configs={**configs, "estiba": {"page": page}},
    )


class Made(NamedTuple):
    """All that a host hears of a note."""

    html: str
    contents: Any
    examples: list[str]
    anchor: str | None
    stopped: Stop | None
    fault: str


class Host:
    """Converts notes of a vault with one converter, as a site does."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self.page = Page(
            catalogue_for("es"),
            vault=vault,
            url_of=lambda path: f"/site/{path}",
            tag_path=lambda name: f"tags/{name}.md",
            diagram_script="/script.js",
            place=lambda judged: ExampleFiles("compose.yaml", f"{len(judged.shown.example.text)}.env"),
        )
        self.page.embedder = Embedder(Page, converter)
        self.md = converter(self.page)

    def convert(self, path: str) -> Made:
        note, page = self.vault.notes[path], self.page
        page.path, page.heading = path, note.heading_to_lift
        html = self.md.reset().convert(note.body)
        examples = [one.text for one in page.examples]
        return Made(html, self.md.toc_tokens, examples, page.anchor, page.stopped, page.fault)


@pytest.fixture(scope="module")
def vault() -> Vault:
    return read_vault(((path, text.encode()) for path, text in NOTES.items()), Config())


@pytest.fixture(scope="module")
def alone(vault: Vault) -> Mapping[str, Made]:
    """Each note, by a converter of its own."""
    return {path: Host(vault).convert(path) for path in NOTES}


def test_nothing_is_left_of_a_note_in_the_next(vault, alone):
    host = Host(vault)
    before = ""
    for number, second in enumerate(NOTES):
        for first in [*NOTES][:number]:
            for path in (first, second):
                assert (before, path, host.convert(path)) == (before, path, alone[path])
                before = path


def test_the_notes_hold_what_could_be_left(alone):
    assert {path: one.stopped for path, one in alone.items() if one.stopped} == {
        "fails.md": Stop.FAILED,
        "deep.md": Stop.TOO_DEEP,
        "slow.md": Stop.TOO_SLOW,
        "shows-slow.md": Stop.TOO_SLOW,
    }
    html = {path: one.html for path, one in alone.items()}
    assert len(alone["immich.md"].examples) == 1
    assert html["embeds.md"].count("estiba-embed__from") > 1
    assert 'id="fn:2-1"' in html["pihole.md"]
    assert html["pihole.md"].count("footnote-backref") > 2
    assert '<abbr title="Domain Name System">' in html["defines.md"]
    assert "<abbr" not in html["uses.md"]
    assert "example.org" not in html["uses.md"]
    assert html["small.md"].count("<math") == 4
    assert "estiba-card" in html["small.md"]
    assert 'class="c"' in html["small.md"]
    assert "estiba-diagram" in html["code.md"]
    (pihole,) = alone["pihole.md"].contents
    assert [one["id"] for one in pihole["children"]] == ["configuración", "configuración_1"]
