"""Whether an address, as a page or a file writes it, leads to what is not published."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import unquote

from estiba.site.leaks.hidden import Secret
from estiba.site.leaks.words import looks_like_address
from estiba.vault.files.addresses import one_on_disk

_AROUND = "\"'`*_,:;!?()[]{}<>|\\"
_SPACE = re.compile(r"\s")
_INDEX = "index.html"


class HiddenAddresses:
    """Paths in the vault and in the site that must not show."""

    def __init__(
        self, secrets: Mapping[str, Secret], bases: tuple[str, ...], shown: Iterable[str] = ()
    ) -> None:
        """Take what must not show, by its path from the root; and addresses that are this root's.

        `shown` are paths that may show: what stands in a text may be the first word of one.
        """
        self._secrets = {_key(path): secret for path, secret in secrets.items()}
        self._begun = {key[: match.start()] for key in map(_key, shown) for match in _SPACE.finditer(key)}
        self._names = {key.rpartition("/")[2] for key in self._secrets}
        self._bases = tuple(sorted((base for base in bases if base), key=len, reverse=True))

    def may_lead(self, token: str) -> bool:
        """Whether `token` ends like one of them, so that it is worth a closer look."""
        return _key(bare(token)).rpartition("/")[2] in self._names

    def find(self, token: str, folder: str, *, in_text: bool) -> Secret | None:
        """Give what `token` leads to from a page whose address is `folder` (`a/b/`).

        What stands in a text, not in a link, may be meant from the root as well.
        """
        if in_text and not looks_like_address(bare(token)):
            return None
        for path in self._meant(bare(token) if in_text else token, folder, in_text=in_text):
            key = _key(path)
            secret = self._secrets.get(key)
            if secret is not None and not (in_text and key in self._begun):
                return secret
        return None

    def holding(self, path: str) -> Secret | None:
        """Give what stands at `path` of the site, or is a folder that `path` stands in."""
        key = _key(path)
        while key:
            if key in self._secrets:
                return self._secrets[key]
            key = posixpath.dirname(key)
        return None

    def _meant(self, token: str, folder: str, *, in_text: bool) -> Iterator[str]:
        for base in self._bases:
            if token.startswith(base):
                yield token.removeprefix(base)
                return
        if "://" in token or token.startswith("//"):
            return
        if not token.startswith("/"):
            yield posixpath.normpath(posixpath.join(folder, _plain(token)))
        if in_text or token.startswith("/"):
            yield posixpath.normpath(_plain(token).lstrip("/"))


def bare(token: str) -> str:
    """Give an address without the marks that may stand around it in a text."""
    return token.strip(_AROUND).rstrip(f"{_AROUND}.")


def _plain(token: str) -> str:
    """Give the path in an address."""
    path = token.partition("#")[0].partition("?")[0]
    return unquote(path) if "%" in path else path


def _key(path: str) -> str:
    """Give what all spellings of an address have in common."""
    key = one_on_disk(_plain(path)).strip("/")
    return "" if key == _INDEX else key.removesuffix(f"/{_INDEX}")
