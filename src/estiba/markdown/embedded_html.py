"""The HTML of a note that is shown within another: ids that cannot clash, links that lead home."""

from __future__ import annotations

import html
from html.parser import HTMLParser

_IDS = frozenset(("id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "data-estiba-copies"))
"""Attributes that hold an id, or several."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_DROPPED = ("headerlink", "estiba-anchor")
"""Classes of what leads to a heading, and of its further ids."""
_OWN = ("#fn:", "#fnref", "#estiba-")
"""What leads to footnotes and to lines of examples: these come along."""


def without_clashes(text: str, prefix: str, home: str) -> str:
    """Give `text` with `prefix` before each id, none on headings; what led to these leads to `home`.

    `home` is the address of the page that the text comes from. Whatever is no tag stays as it is.
    """
    parser = _Parser(prefix, home)
    parser.feed(text)
    parser.close()
    return "".join(parser.parts)


class _Parser(HTMLParser):
    """Copies HTML; writes only those tags anew that have an id, or lead to one."""

    def __init__(self, prefix: str, home: str) -> None:
        super().__init__(convert_charrefs=False)
        self.prefix = prefix
        self.home = home
        self.parts: list[str] = []
        self.inside_dropped = ""
        """The tag of what is left out, while it goes on."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if dict(attrs).get("class") in _DROPPED:
            self.inside_dropped = tag
            return
        self.parts.append(self._tag(tag, attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append(self._tag(tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        if self.inside_dropped:
            self.inside_dropped = "" if tag == self.inside_dropped else self.inside_dropped
            return
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._keep(data)

    def handle_entityref(self, name: str) -> None:
        self._keep(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._keep(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._keep(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._keep(f"<!{decl}>")

    def _keep(self, text: str) -> None:
        if not self.inside_dropped:
            self.parts.append(text)

    def _tag(self, tag: str, attrs: list[tuple[str, str | None]]) -> str:
        written = self.get_starttag_text() or ""
        if not any(name in _IDS or name == "href" for name, _ in attrs):
            return written
        parts = [tag]
        for name, value in attrs:
            if name == "id" and tag in _HEADINGS:
                continue
            changed = self._value(name, value or "")
            parts.append(name if value is None else f'{name}="{html.escape(changed)}"')
        return f"<{' '.join(parts)}{' /' if written.endswith('/>') else ''}>"

    def _value(self, name: str, value: str) -> str:
        if name in _IDS:
            return " ".join(self.prefix + one for one in value.split())
        if name == "href" and value.startswith("#"):
            return f"#{self.prefix}{value[1:]}" if value.startswith(_OWN) else self.home + value
        return value
