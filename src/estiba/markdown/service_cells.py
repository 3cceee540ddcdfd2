"""What a service is made of, publishes, keeps and is in, as cells of a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from markupsafe import Markup, escape

from estiba.catalogue import Catalogue
from estiba.compose.project.summary.mounts import ShownMount, Store
from estiba.compose.project.summary.networks import Share, ShownNetwork
from estiba.compose.project.summary.ports import ShownPort
from estiba.compose.project.summary.summary import ServiceSummary
from estiba.markdown.html_template import HtmlTemplate

_LINES = 20
"""Of one cell."""
_LIST = HtmlTemplate("<ul>{}</ul>")
_LINE = HtmlTemplate("<li>{}</li>")
_CODE = HtmlTemplate("<code>{}</code>")
_SMALL = HtmlTemplate("<small>{}</small>")
_BETWEEN = Markup(" ")
_ARROW = HtmlTemplate("{} → {}")
_DIGEST = re.compile("(@sha(?:256|512):[0-9a-f]{12})[0-9a-f]+")
"""Of an image: its beginning tells as much."""
_MARKS = re.compile("(?=[:@])")
_BREAK = Markup("<wbr>")
_STORES = {
    Store.VOLUME: "volume",
    Store.UNNAMED: "unnamed",
    Store.MEMORY: "memory",
    Store.IMAGE: "of-image",
}
_SHARES = {
    Share.DEFAULT: "default",
    Share.HOST: "host",
    Share.NONE: "none",
    Share.SERVICE: "of-service",
    Share.CONTAINER: "of-container",
}

Entries = Callable[[ServiceSummary], Sequence[Any]]
Word = Callable[[Any], Markup]


class ServiceCells:
    """Writes what a service has, a column each."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def columns(self) -> tuple[tuple[str, Entries, Word], ...]:
        """Give the columns behind the name: the key of its label, a service's entries, how one is written."""
        return (
            ("image", lambda one: tuple(self._origin(one)), Markup),
            ("published", lambda one: one.ports, self._port),
            ("keeps", lambda one: one.mounts, self._mount),
            ("networks", lambda one: one.networks, self._network),
        )

    def cell(self, entries: Sequence[Any], word: Word) -> Markup:
        """Write the entries of one cell, of very many the first."""
        lines = [word(entry) for entry in entries[:_LINES]]
        hidden = len(entries) - len(lines)
        if hidden:
            lines.append(_SMALL.format(self._catalogue.count("runs.more", hidden)))
        if len(lines) > 1:
            lines = [_LIST.format(Markup("").join(map(_LINE.format, lines)))]
        return Markup("").join(lines)

    def name(self, service: ServiceSummary) -> Markup:
        """Write the name of a service, and when it runs at all."""
        if not service.profiles:
            return _CODE.format(service.name)
        between = Markup(" {} ").format(self._catalogue.text("terms.or"))
        profiles = between.join(map(_CODE.format, service.profiles[:_LINES]))
        return _side_by_side(_CODE.format(service.name), _SMALL.format(self._labelled("profile", profiles)))

    def _origin(self, service: ServiceSummary) -> Iterator[Markup]:
        made = service.origin
        if made.image:
            yield _CODE.format(_image(made.image))
        if made.is_built:
            yield self._labelled("built", _CODE.format(made.context or "."))
        if made.extended or made.file:
            service_of_file = self._labelled("extends", _CODE.format(made.extended or service.name))
            yield _side_by_side(service_of_file, self._labelled("of-file", _CODE.format(made.file)))
        if made.provider:
            yield self._labelled("provider", _CODE.format(made.provider))

    def _port(self, port: ShownPort) -> Markup:
        if not port.container:
            return _CODE.format(port.published)
        before = f"{port.address}:" if port.address else ""
        host = _CODE.format(before + port.published) if port.published else self._text("free-port")
        if before and not port.published:
            host = _side_by_side(_CODE.format(port.address), host)
        return _ARROW.format(host, _CODE.format(port.container))

    def _mount(self, mount: ShownMount) -> Markup:
        source = _CODE.format(mount.source) if mount.source else Markup("")
        label = _STORES.get(mount.store)
        if label:
            source = self._labelled(label, source)
        said = _ARROW.format(source, _CODE.format(mount.target)) if mount.target else source
        return _side_by_side(said, _SMALL.format(self._text("read-only"))) if mount.is_read_only else said

    def _network(self, network: ShownNetwork) -> Markup:
        name = _CODE.format(network.name) if network.name else Markup("")
        label = _SHARES.get(network.share)
        return self._labelled(label, name) if label else name

    def _labelled(self, key: str, text: Markup) -> Markup:
        return _side_by_side(self._text(key), text) if text else self._text(key)

    def _text(self, key: str) -> Markup:
        return escape(self._catalogue.text(f"runs.{key}"))


def _image(image: str) -> Markup:
    """Write the name of an image, which may go on to another line before its tag."""
    return _BREAK.join(map(escape, _MARKS.split(_DIGEST.sub(r"\1…", image))))


def _side_by_side(*words: Markup) -> Markup:
    return _BETWEEN.join(words)
