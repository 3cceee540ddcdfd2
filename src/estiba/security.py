"""What the pages of a site may ask for from other sites.

In the words of Content Security Policy Level 3 (https://www.w3.org/TR/CSP3/): a directive (`img-src`) has
sources (`https://img.example.org`), and an address is asked for where one of them matches it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from urllib.parse import SplitResult, unquote, urlsplit

_PLACE = r"(https?|wss?)://(\*\.)?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*(:([0-9]{1,5}|\*))?(/[A-Za-z0-9\-._~%!$&()*+=:@/]*)?"
_HASH = r"'sha(256|384|512)-[A-Za-z0-9+/]+={0,2}'"
_ANY = r"https:|data:|blob:"
_SHOWN = rf"^({_PLACE}|{_ANY})$"
SOURCES: Mapping[str, str] = MappingProxyType(
    {
        "script-src": rf"^({_PLACE}|{_HASH})$",
        "style-src": rf"^({_PLACE}|{_HASH}|'unsafe-inline')$",
        "img-src": _SHOWN,
        "font-src": _SHOWN,
        "connect-src": _SHOWN,
        "media-src": _SHOWN,
        "frame-src": _SHOWN,
        "worker-src": _SHOWN,
        "manifest-src": _SHOWN,
        "form-action": _SHOWN,
    }
)
"""The directives that an owner may add to, and the form of what may be added: for scripts no
`'unsafe-inline'`, and no scheme that stands for every site."""
DIRECTIVES: Mapping[str, str] = MappingProxyType(
    {
        "img": "img-src",
        "audio": "media-src",
        "video": "media-src",
        "source": "media-src",
        "track": "media-src",
        "iframe": "frame-src",
        "embed": "frame-src",
    }
)
"""Element -> the directive that its `src` has to suit."""
_SPACE = "".join(map(chr, range(0x21)))
_BREAKS = re.compile(r"[\t\n\r]")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.\-]*):")
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Security:
    """What the owner of a vault says of it. The defaults let a page ask for nothing elsewhere."""

    csp: bool = True
    """Whether pages carry a Content Security Policy."""
    sources: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """Directive -> what it allows besides the site itself."""

    def allows(self, directive: str, address: str) -> bool:
        """Whether a page may ask for `address`, as it stands in HTML: of the site, or by `directive`.

        >>> Security().allows("img-src", "//tracker.example.org/pixel.png")
        False
        """
        address = plain(address)
        if not is_elsewhere(address):
            return True
        try:
            parts = urlsplit(f"https:{address}" if address.startswith("//") else address)
            return any(_matches(source, parts) for source in self.sources.get(directive, ()))
        except ValueError:
            return False


def plain(address: str) -> str:
    r"""Give `address` as browsers read it (https://url.spec.whatwg.org/): `\` is `/`, some space counts not.

    >>> plain(" \\\\example.org\n/a.png")
    '//example.org/a.png'
    """
    bare = _BREAKS.sub("", address).strip(_SPACE)
    return bare if bare[:5].lower() == "data:" else bare.replace("\\", "/")


def is_elsewhere(address: str) -> bool:
    """Whether `address`, one that is `plain`, leads off the site; `data:` holds what it leads to."""
    scheme = _SCHEME.match(address)
    return scheme["scheme"].lower() != "data" if scheme else address.startswith("//")


def host_of(address: str) -> str:
    """Give the host of an address that leads off the site; empty where it has none."""
    address = plain(address)
    try:
        return urlsplit(f"https:{address}" if address.startswith("//") else address).hostname or ""
    except ValueError:
        return ""


def _matches(source: str, address: SplitResult) -> bool:
    """Do as CSP3, 6.7.2.8, "Does url match expression in origin": a source of `http` allows `https` too."""
    if source.endswith(":"):
        return address.scheme == source[:-1]
    scheme, _, rest = source.partition("://")
    place, slash, path = rest.partition("/")
    host, _, port = place.lower().partition(":")
    if address.scheme not in ((scheme, "https") if scheme == "http" else (scheme,)):
        return False
    name = address.hostname or ""
    if not (name.endswith(host[1:]) if host.startswith("*.") else name == host):
        return False
    usual = _PORTS.get(address.scheme)
    if port != "*" and (address.port or usual) != (int(port) if port else usual):
        return False
    wanted, found = unquote(slash + path), unquote(address.path or "/")
    return found.startswith(wanted) if wanted.endswith("/") or not wanted else found == wanted
