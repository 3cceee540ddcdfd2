"""The Python-Markdown extension `estiba`: Compose examples and link cards.

```python
markdown.markdown(text, extensions=["pymdownx.superfences", "estiba"])
```
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import HTML_RE

from estiba.catalogue import catalogue_for
from estiba.markdown.addresses import DropUnreadable
from estiba.markdown.block_ids import NameBlocks
from estiba.markdown.blocks import Blocks
from estiba.markdown.callouts import add_callouts
from estiba.markdown.clean_tree import CleanAttributes, CleanTree, CleanWritten
from estiba.markdown.elsewhere import LinkElsewhere
from estiba.markdown.embedding import Embedder
from estiba.markdown.fence_lines import JoinFences, SetFences
from estiba.markdown.footnotes import DefineWithin, LeadBack
from estiba.markdown.formulas import ShowFormulas
from estiba.markdown.guarding import LeaveOut, guard
from estiba.markdown.headings import add_headings
from estiba.markdown.inline_patterns import read_inline
from estiba.markdown.link_html import source_address
from estiba.markdown.linking import PlaceInHtml, PlaceMarked, RestoreCode, SettleEmbeds
from estiba.markdown.lists import add_lists
from estiba.markdown.naming import NameAgain, NameHeadings
from estiba.markdown.page import Page
from estiba.markdown.placing import PlaceBlocks
from estiba.markdown.raw_links import ResolveRawLinks
from estiba.markdown.resolving import ResolveLinks
from estiba.markdown.sanitising import CleanPage
from estiba.markdown.taking import TakeBlocks
from estiba.markdown.tasks import MarkTasks, NameTasks
from estiba.markdown.treeprocessors import LiftHeading, SettleBlocks
from estiba.markdown.tying import DropWords, TieExplanations
from estiba.markdown.written import MarkWrittenBlocks, MarkWrittenTags
from estiba.vault.folder import read_folder
from estiba.vault.vault import Vault

BEFORE_EVERYBODY = 40
"""Above snippets (32) and critic (31.1), which would change the author's lines."""
BELOW_TAKING = 39
"""What is left of the fences is superfences' by then."""
ABOVE_SUPERFENCES = 26
"""Below normalisation (30), which destroys placeholders; superfences is at 25."""
BELOW_SUPERFENCES = 24
"""Above HTML (20)."""
ABOVE_HTML = 20.5
BELOW_HTML = 19.5
"""What the reader of HTML puts into the stash is put there between the two."""
INLINE_HTML = 90
"""Python-Markdown's own priority of it."""
BEFORE_ALL_ELEMENTS = 1000
"""Before anything of ours is in the tree."""
ABOVE_ATTRIBUTES = 8.5
BEHIND_ATTRIBUTES = 7.5
"""attr_list is at 8, and nothing else between the two."""
AFTER_ALL_ELEMENTS = -100
"""A host's own are at 0 and below: nothing changes the tree behind it."""
BEFORE_STASH = 30.5
"""Links in the author's HTML are resolved by then; HTML is put back into its place at 30."""
ABOVE_HIGHLIGHT = 31
"""pymdownx.highlight colours indented code at 30."""
ABOVE_TASKS = 101
"""pymdownx.tasklist looks for its marks at 100."""
ABOVE_FOOTNOTES = 51
BELOW_FOOTNOTES = 49
"""They are made at 50, and put in order at 19."""
BEFORE_INLINE = 21
"""Emphasis and links are made at 20."""
AFTER_INLINE = 19
"""Links are made at 20, and a host looks at them at 0."""
BELOW_CODE = 185
"""Code is read at 190, what is escaped at 180."""
BELOW_UNREADABLE = 18
"""Once every address can be taken apart."""
BELOW_ATTRIBUTES = 7
"""attr_list gives elements the author's ids and classes at 8."""
ABOVE_TOC = 6
"""toc gives headings their ids at 5."""
BELOW_TOC = 4.5
"""The titles in the table of contents are read by then."""
BELOW_NAMES = 4
"""The heading that is shown as title keeps its id."""
ABOVE_STASH = 31
BELOW_STASH = 5
"""HTML is put back into its place at 30."""
LAST = 4
"""The page is whole by then."""


class EstibaExtension(Extension):
    """Options: `language` of the texts (`en`, `es`); `vault`, the folder of the notes (or a `Vault`), by
    which what is written for Obsidian is understood, and `path`, where the note stands in it; and `page`,
    by which a host talks to the extension (`estiba.markdown.page.Page`), instead of all these.
    """

    def __init__(self, **options: Any) -> None:
        self.config = {
            "language": ["en", "Language of the texts around an example"],
            "page": ["", "A host's view of the page (estiba.markdown.page.Page)"],
            "vault": ["", "The notes to which links lead: their folder, or a Vault"],
            "path": ["", "Where the note that is converted stands in that folder"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the preprocessors and treeprocessors with `md`."""
        self.page = page = self.getConfig("page") or self._own_page()
        if page.embedder is None and page.vault is not None:
            page.embedder = Embedder(Page)
        blocks = Blocks()
        md.registerExtension(self)
        md.registerExtensions(["pymdownx.highlight"], {"pymdownx.highlight": {"_enabled": False}})
        leave_out = LeaveOut(md, page)
        guard(md, page, leave_out)
        take_blocks = TakeBlocks(md, blocks, page, leave_out)
        md.preprocessors.register(take_blocks, "estiba-take-blocks", BEFORE_EVERYBODY)
        md.preprocessors.register(leave_out, "estiba-leave-out", ABOVE_SUPERFENCES)
        md.preprocessors.register(SetFences(md, blocks), "estiba-set-fences", BELOW_TAKING)
        md.preprocessors.register(JoinFences(md, blocks), "estiba-join-fences", BELOW_SUPERFENCES)
        add_lists(md)
        add_headings(md)
        add_callouts(md, page, shape_at=ABOVE_HIGHLIGHT)
        md.preprocessors.register(PlaceBlocks(md, blocks, page), "estiba-place-blocks", ABOVE_SUPERFENCES)
        md.treeprocessors.register(SettleBlocks(md, blocks), "estiba-settle-blocks", ABOVE_HIGHLIGHT)
        md.treeprocessors.register(DefineWithin(md), "estiba-define-within", ABOVE_FOOTNOTES)
        md.treeprocessors.register(LeadBack(md), "estiba-lead-back", BELOW_FOOTNOTES)
        md.treeprocessors.register(ShowFormulas(md, page), "estiba-show-formulas", BEFORE_INLINE)
        if "$" not in md.ESCAPED_CHARS:
            md.ESCAPED_CHARS.append("$")
        read_inline(md)
        md.inlinePatterns.register(PlaceMarked(md, blocks, page), "estiba-place-marked", BELOW_CODE)
        md.treeprocessors.register(RestoreCode(md, blocks), "estiba-restore-code", ABOVE_HIGHLIGHT)
        md.treeprocessors.register(SettleEmbeds(md, blocks, page), "estiba-settle-embeds", ABOVE_HIGHLIGHT)
        md.treeprocessors.register(ResolveLinks(md, page), "estiba-resolve-links", BELOW_UNREADABLE)
        md.treeprocessors.register(NameBlocks(md), "estiba-name-blocks", BELOW_UNREADABLE)
        md.postprocessors.register(ResolveRawLinks(md, blocks, page), "estiba-resolve-raw-links", ABOVE_STASH)
        md.postprocessors.register(PlaceInHtml(md, blocks, page), "estiba-place-in-html", BELOW_STASH)
        md.treeprocessors.register(DropUnreadable(md), "estiba-drop-unreadable", AFTER_INLINE)
        md.treeprocessors.register(TieExplanations(md, blocks), "estiba-tie-explanations", BELOW_ATTRIBUTES)
        md.treeprocessors.register(NameHeadings(md), "estiba-name-headings", ABOVE_TOC)
        md.treeprocessors.register(NameAgain(md), "estiba-name-again", BELOW_TOC)
        md.treeprocessors.register(LiftHeading(md, page), "estiba-lift-heading", BELOW_NAMES)
        md.treeprocessors.register(MarkTasks(md), "estiba-mark-tasks", ABOVE_TASKS)
        md.postprocessors.register(NameTasks(md, page), "estiba-name-tasks", BELOW_STASH)
        md.postprocessors.register(DropWords(md, blocks), "estiba-drop-words", BELOW_STASH)
        self._clean(md, page)
        md.postprocessors.register(LinkElsewhere(md, page), "estiba-link-elsewhere", LAST)

    def _clean(self, md: Markdown, page: Page) -> None:
        """Have what its author may not write taken out of the page."""
        above = MarkWrittenBlocks(md)
        md.preprocessors.register(above, "estiba-before-html", ABOVE_HTML)
        md.preprocessors.register(MarkWrittenBlocks(md, above), "estiba-mark-html", BELOW_HTML)
        md.inlinePatterns.register(MarkWrittenTags(HTML_RE, md), "html", INLINE_HTML)
        known = CleanAttributes(md, page)
        md.treeprocessors.register(CleanWritten(md, page), "estiba-clean-written", BEFORE_ALL_ELEMENTS)
        md.treeprocessors.register(known, "estiba-before-attributes", ABOVE_ATTRIBUTES)
        md.treeprocessors.register(
            CleanAttributes(md, page, known), "estiba-clean-attributes", BEHIND_ATTRIBUTES
        )
        md.treeprocessors.register(CleanTree(md, page), "estiba-clean-headings", ABOVE_TOC)
        md.treeprocessors.register(CleanTree(md, page), "estiba-clean-tree", AFTER_ALL_ELEMENTS)
        self.cleaning = CleanPage(md, page)
        md.postprocessors.register(self.cleaning, "estiba-clean-page", BEFORE_STASH)

    def _own_page(self) -> Page:
        """Make the page of a host that has none."""
        vault = self.getConfig("vault")
        if vault and not isinstance(vault, Vault):
            vault = read_folder(Path(vault))
        page = Page(catalogue_for(self.getConfig("language")), vault=vault or None)
        page.path = self.getConfig("path")
        page.url_of = partial(source_address, source=page.path)
        return page

    def reset(self) -> None:
        """Forget what was heard of the page before."""
        if self.page.embedder is not None and not self.page.is_embedded:
            self.page.embedder.begin()
        self.cleaning.begin()
        self.page.examples.clear()
        self.page.anchor = None
