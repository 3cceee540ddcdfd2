"""What a note's text holds besides words: links, tags, comments, block ids, headings, each with its place."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from estiba.position import Position
from estiba.vault.text.allowed_html import Refusal
from estiba.vault.text.leaf import Leaf
from estiba.vault.text.limits import Excess


class LinkKind(enum.StrEnum):
    """How a link is written."""

    WIKILINK = "wikilink"
    """`[[note]]`."""
    EMBED = "embed"
    """`![[note]]`, `![[picture.png]]`."""
    LINK = "link"
    """`[text](address)`."""
    IMAGE = "image"
    """`![text](address)`."""
    DEFINITION = "definition"
    """`[label]: address`."""
    HTML = "html"
    """`href` or `src` of an HTML tag."""


Size = tuple[int, int | None]
"""Width and height in pixels; the height may be open."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a link leads, taken apart."""

    written: str
    """As its author wrote it: `note#Heading`, `../a%20b.md`."""
    scheme: str = ""
    """`https`, `mailto`, `javascript`, lower case; empty for what is in the vault, or should be."""
    path: str = ""
    """What it leads to, decoded; empty where that is this note, or an address with a scheme."""
    fragment: str = ""
    """A place in it, decoded, without the first `#`: `Heading`, `Heading#Below`, `^block`."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to something, as its author wrote it."""

    kind: LinkKind
    position: Position
    """Of its first character, in the author's file."""
    end: Position
    """Behind its last character."""
    to: Address
    text: str = ""
    """The words that its author chose, without marks; may be empty."""
    size: Size | None = None
    """That of a picture."""

    @property
    def words(self) -> str:
        """What a reader sees of it: its author's words, else, as Obsidian has it, `Note > Heading`."""
        if self.text:
            return self.text
        parts = (part.strip() for part in (self.to.path, *self.to.fragment.split("#")))
        return " > ".join(filter(None, parts))

    @property
    def is_embed(self) -> bool:
        """Whether what it leads to is shown in the note."""
        return self.kind in (LinkKind.EMBED, LinkKind.IMAGE)

    @property
    def is_obsidian(self) -> bool:
        """Whether it is written in double brackets."""
        return self.kind in (LinkKind.WIKILINK, LinkKind.EMBED)


@dataclass(frozen=True, slots=True)
class InlineTag:
    """A tag in the text: `#vpn/casa`."""

    position: Position
    """Of its `#`."""
    name: str
    """Without the `#`."""


@dataclass(frozen=True, slots=True)
class Comment:
    """`%%what no reader sees%%`; it may run over lines."""

    position: Position
    end: Position
    """Behind its last character."""
    closed: bool = True
    """Whether it ends where its author says so, or only with the note."""


@dataclass(frozen=True, slots=True)
class InlineNote:
    """A footnote where it is called for: `^[its text]`."""

    position: Position
    end: Position
    """Behind its last character."""


@dataclass(frozen=True, slots=True)
class RefusedHtml:
    """HTML, or an attribute in braces, that no note may hold which nobody vouches for."""

    position: Position
    """Of the tag, or of the attribute."""
    why: Refusal
    tag: str
    """The name of its element; empty for an attribute in braces."""
    attribute: str = ""
    """Its name; empty where the whole element is refused."""
    value: str = ""
    """That of the attribute."""


@dataclass(frozen=True, slots=True)
class BlockId:
    """`^id` at the end of a block, or below it."""

    position: Position
    """Of its `^`."""
    name: str
    first_line: int
    """The first line of the block that it names, as far as that is text."""
    last_line: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, and the lines up to the next one of its level or a higher one."""

    level: int
    text: str
    """Without marks."""
    id: str
    """What it is called on its page."""
    first_line: int
    """That of the heading."""
    last_line: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What the text of a note holds besides words, each kind in the order of its places."""

    links: tuple[Link, ...] = ()
    tags: tuple[InlineTag, ...] = ()
    comments: tuple[Comment, ...] = ()
    footnotes: tuple[InlineNote, ...] = ()
    """Those that are written where they are called for."""
    blocks: tuple[BlockId, ...] = ()
    sections: tuple[Section, ...] = ()
    leaves: tuple[Leaf, ...] = ()
    """The pieces of text in which links stand, in their order."""
    ids: frozenset[str] = frozenset()
    """Ids that the author gave to something: in HTML, or in braces."""
    excess: Excess | None = None
    """What the text has too much of to be read; then nothing else is known of it, not even its fences."""
    refused: tuple[RefusedHtml, ...] = ()
    """What the sanitiser takes out of the page where its author is not trusted."""
