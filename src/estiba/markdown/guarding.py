"""Notes of which no page can be made say so instead of their text: one note never stops the others.

A text past a limit (`vault/text/limits.py`) is not converted at all. What keeps to them and yet takes
too long, stands too deep in itself, or makes an extension fail, is stopped. The text is not shown in
another way: who has not read it does not know what in it is a comment, a draft's name or a secret.
"""

from __future__ import annotations

from markdown import Markdown
from markdown.preprocessors import Preprocessor

from estiba.markdown.html_template import HtmlTemplate
from estiba.markdown.page import Page
from estiba.markdown.stop import Stop
from estiba.markdown.time_limit import TooLong, is_limited, time_limit

SECONDS = 120
"""What one note may take: many times as much as the slowest one that keeps to the limits, so that no
page hangs on how fast a machine is.
"""
_BLOCK = HtmlTemplate(
    '<div class="admonition failure" data-search-exclude><p class="admonition-title">{}</p></div>'
)


class LeaveOut(Preprocessor):
    """Puts a sentence in the place of a whole text, where that was asked for."""

    def __init__(self, md: Markdown, page: Page) -> None:
        super().__init__(md)
        self.page = page
        self.is_asked = False
        """Whether the text that comes next is left out, whatever it holds."""
        self.is_done = False

    def take(self) -> list[str]:
        """Leave out the text; give the lines that others get instead."""
        self.is_done = True
        return [""]

    def run(self, lines: list[str]) -> list[str]:
        """Put the sentence in, where the text was left out."""
        if not self.is_done:
            return lines
        self.is_done = False
        return [self.md.htmlStash.store(_BLOCK.format(self.page.catalogue.text("note.left-out")))]


def guard(md: Markdown, page: Page, leave_out: LeaveOut) -> None:
    """Make `md` come to an end with whatever it converts; `page` then hears why in `stopped`.

    Within another page, or where a limit of time is set already, that one counts.
    """
    convert = md.convert

    def guarded(source: str) -> str:
        leave_out.is_asked = leave_out.is_done = False
        page.stopped, page.fault = None, ""
        if page.is_embedded or is_limited():
            return converted(source)
        try:
            with time_limit(SECONDS):
                return converted(source)
        except TooLong:
            return stopped(source, Stop.TOO_SLOW)

    def converted(source: str) -> str:
        try:
            return convert(source)
        except RecursionError:
            return stopped(source, Stop.TOO_DEEP)
        except Exception as error:  # noqa: BLE001 - the fault of one note, and the others are to be built
            return stopped(source, Stop.FAILED, f"{type(error).__name__}: {error}")

    def stopped(source: str, why: Stop, fault: str = "") -> str:
        page.stopped, page.fault = why, fault
        del md.parser.state[:]
        md.reset()
        leave_out.is_asked = True
        return convert(source)

    md.convert = guarded  # type: ignore[method-assign]
