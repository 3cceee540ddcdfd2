"""The server: addresses in, files of the site out."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files as package_files
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from markupsafe import escape
from mkdocs.plugins import get_plugin_logger

from estiba.report.printable import one_line
from estiba.site.serving.addresses import place_of, type_of
from estiba.site.serving.live import Live, digest_of
from estiba.site.serving.search import SearchIndex
from estiba.site.serving.served import Served

log = get_plugin_logger("estiba")
OWN = ".estiba/"
"""Where the server has what no build writes."""
_OWN_FILES = ("live.js", "live.css")
_SCRIPT = '<script type="module" src="{src}" data-estiba-page="{page}"></script>\n'
_END = b"</body>"
_FAILURE = '<!doctype html>\n<meta charset="utf-8">\n<title>estiba serve</title>\n<pre>{words}</pre>\n'
_HEADERS = {
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}
_IDLE = 60
"""Seconds after which a browser that asks for nothing is let go."""


class SiteServer(ThreadingHTTPServer):
    """Serves a site at the path `mount` of a host and port; its threads end with the program."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], mount: str, served: Served, search: SearchIndex) -> None:
        """Listen. Raises OSError."""
        if _version(address[0]) == 6:
            self.address_family = socket.AF_INET6
        self.mount, self.served, self.search, self.live = mount, served, search, Live(served, mount)
        self._is_private = _is_loopback(address[0])
        super().__init__(address, _Handler)

    def answers_to(self, host: str) -> bool:
        """Whether it answers somebody who calls it `host`.

        What this computer serves to itself has its names alone: else a page of another site, whose name is
        made to lead here, could read what is not published.
        """
        name = (urlsplit(f"//{host}").hostname or "").lower()
        return (
            not self._is_private or name == "localhost" or name.endswith(".localhost") or _version(name) > 0
        )

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - the base class's
        """Make no words of a browser that has gone away."""
        log.debug("%s has broken off", client_address)


class _Handler(BaseHTTPRequestHandler):
    server: SiteServer
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = _IDLE

    def do_GET(self) -> None:
        try:
            self._answer()
        except ConnectionError:
            self.close_connection = True
        except Exception as error:
            log.exception("%s cannot be made", one_line(self.path))
            self._failure(f"{type(error).__name__}: {error}")

    do_HEAD = do_GET  # noqa: N815 - the names of the base class

    def _answer(self) -> None:
        server, asked = self.server, urlsplit(self.path)
        path = unquote(asked.path)
        if not server.answers_to(self.headers.get("Host", "")):
            self._text(HTTPStatus.FORBIDDEN, "this server has another name")
        elif not path.startswith(server.mount):
            self._elsewhere(path)
        elif (inside := asked.path.removeprefix(quote(server.mount))).startswith(OWN):
            self._own(inside.removeprefix(OWN), parse_qs(asked.query))
        elif (place := place_of(inside)).startswith(folder := server.search.folder):
            self._found(place, server.search.get(place.removeprefix(folder)))
        else:
            self._site(place)

    def _elsewhere(self, path: str) -> None:
        mount = self.server.mount
        if path in ("/", mount[:-1]):
            self._send(HTTPStatus.FOUND, "text/plain", b"", {"Location": quote(mount)})
        else:
            self._found(path, None)

    def _own(self, name: str, asked: Mapping[str, list[str]]) -> None:
        if name == "live":
            page, state = (asked.get(key, [""])[0] for key in ("page", "state"))
            self._send(HTTPStatus.OK, type_of("live.json"), self.server.live.wait(page, state))
        else:
            is_ours = name in _OWN_FILES
            self._found(name, (package_files(__package__) / name).read_bytes() if is_ours else None)

    def _site(self, place: str) -> None:
        served = self.server.served
        found, is_there = served.find_page(place)
        if not is_there and served.do(lambda model: model.has_page(f"{place}/index.html")):
            self._send(HTTPStatus.FOUND, "text/plain", b"", {"Location": f"{urlsplit(self.path).path}/"})
        elif found is None:
            self._found(place, None)
        else:
            data, kind = found.data, type_of(found.place)
            if found.place.endswith((".html", ".htm")):
                data = self._with_script(data)
            self._send(HTTPStatus.OK if is_there else HTTPStatus.NOT_FOUND, kind, data)

    def _with_script(self, page: bytes) -> bytes:
        source = f"{quote(self.server.mount)}{OWN}live.js"
        script = _SCRIPT.format(src=source, page=digest_of(page)).encode()
        before, end, after = page.rpartition(_END)
        return b"".join((before, script, end, after)) if end else page + script

    def _found(self, name: str, data: bytes | None) -> None:
        if data is None:
            self._text(HTTPStatus.NOT_FOUND, "not found")
        else:
            self._send(HTTPStatus.OK, type_of(name), data)

    def _failure(self, words: str) -> None:
        page = self._with_script(_FAILURE.format(words=escape(words)).encode("utf-8", "replace"))
        self._send(HTTPStatus.INTERNAL_SERVER_ERROR, type_of("failure.html"), page)

    def _text(self, status: HTTPStatus, text: str) -> None:
        self._send(status, "text/plain; charset=utf-8", text.encode("utf-8", "replace"))

    def _send(
        self, status: HTTPStatus, kind: str, data: bytes, more: Mapping[str, str] | None = None
    ) -> None:
        self.send_response(status)
        headers = {"Content-Type": kind, "Content-Length": str(len(data)), **_HEADERS, **(more or {})}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the base class
        log.debug("%s", one_line(format % args))


def _version(host: str) -> int:
    """Give the version of an IP address; 0 for a name."""
    try:
        return ipaddress.ip_address(host).version
    except ValueError:
        return 0


def _is_loopback(host: str) -> bool:
    return ipaddress.ip_address(host).is_loopback if _version(host) else host == "localhost"
