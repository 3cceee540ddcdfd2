"""The Python-Markdown extension `estiba`: Compose examples and link cards.

```python
markdown.markdown(text, extensions=["pymdownx.superfences", "estiba"])
```
"""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from estiba.catalogue import catalogue_for
from estiba.markdown.addresses import DropUnreadable
from estiba.markdown.page import Page
from estiba.markdown.preprocessors import Blocks, PlaceBlocks, TakeBlocks
from estiba.markdown.treeprocessors import LiftHeading, SettleBlocks
from estiba.markdown.tying import DropWords, TieExplanations

BEFORE_EVERYBODY = 40
"""Above snippets (32) and critic (31.1), which would change the author's lines."""
ABOVE_SUPERFENCES = 26
"""Below normalisation (30), which destroys placeholders; superfences is at 25."""
ABOVE_HIGHLIGHT = 31
"""pymdownx.highlight colours indented code at 30."""
AFTER_INLINE = 19
"""Links are made at 20, and a host looks at them at 0."""
BELOW_ATTRIBUTES = 7
"""attr_list gives elements the author's ids and classes at 8."""
BELOW_TOC = 4
"""toc gives headings their ids at 5."""
BELOW_STASH = 5
"""HTML is put back into its place at 30."""


class EstibaExtension(Extension):
    """Options: `language` of the texts (`en`, `es`), and `page`, by which a host talks
    to the extension (`estiba.markdown.page.Page`).
    """

    def __init__(self, **options: Any) -> None:
        self.config = {
            "language": ["en", "Language of the texts around an example"],
            "page": ["", "A host's view of the page (estiba.markdown.page.Page)"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the preprocessors and treeprocessors with `md`."""
        self.page = page = self.getConfig("page") or Page(catalogue_for(self.getConfig("language")))
        blocks = Blocks()
        md.registerExtension(self)
        md.registerExtensions(["pymdownx.highlight"], {"pymdownx.highlight": {"_enabled": False}})
        md.preprocessors.register(TakeBlocks(md, blocks, page), "estiba-take-blocks", BEFORE_EVERYBODY)
        md.preprocessors.register(PlaceBlocks(md, blocks, page), "estiba-place-blocks", ABOVE_SUPERFENCES)
        md.treeprocessors.register(SettleBlocks(md, blocks), "estiba-settle-blocks", ABOVE_HIGHLIGHT)
        md.treeprocessors.register(DropUnreadable(md), "estiba-drop-unreadable", AFTER_INLINE)
        md.treeprocessors.register(TieExplanations(md, blocks), "estiba-tie-explanations", BELOW_ATTRIBUTES)
        md.treeprocessors.register(LiftHeading(md, page), "estiba-lift-heading", BELOW_TOC)
        md.postprocessors.register(DropWords(md, blocks), "estiba-drop-words", BELOW_STASH)

    def reset(self) -> None:
        """Forget what was heard of the page before."""
        self.page.examples.clear()
        self.page.anchor = None
