"""Pagefind's files, made the same for the same input.

Pagefind 1.5 writes the values of a filter, the filters of an index and the languages in the
order of a hash table, which differs from run to run; and it names files by their content. The
forms of the files were found by reading them: each is gzip over a signature and CBOR.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

_SIGNATURE = b"pagefind_dcd"
_FILTERS = 3
"""The place of the filters in the meta index: pairs of a filter's name and its file's."""


class UnknownForm(Exception):
    """Files of another form than that of Pagefind 1.5."""


def make_canonical(folder: Path) -> None:
    """Sort what Pagefind left unsorted in `folder`, and name the files that change by their content.

    Raises `UnknownForm` where the files are not what they are known to be.
    """
    entry = json.loads((folder / "pagefind-entry.json").read_bytes())
    for language in entry["languages"].values():
        language["hash"] = _meta(folder, language["hash"])
    text = json.dumps(entry, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    (folder / "pagefind-entry.json").write_text(text, "utf-8")


def _meta(folder: Path, name: str) -> str:
    """Sort the filters of one language; gives the new name of its meta index."""
    path = folder / f"pagefind.{name}.pf_meta"
    meta = _read(path)
    try:
        meta[_FILTERS] = sorted([group, _filter(folder, group, file)] for group, file in meta[_FILTERS])
    except (IndexError, TypeError, ValueError):
        raise UnknownForm(f"{path.name}: no filters where Pagefind 1.5 has them") from None
    return _write(path, meta, name)


def _filter(folder: Path, group: str, name: str) -> str:
    """Sort the values of one filter; gives the new name of its file."""
    path = folder / "filter" / f"{name}.pf_filter"
    content = _read(path)
    if not (isinstance(content, list) and len(content) == 2 and content[0] == group):
        raise UnknownForm(f"{path.name}: not the filter '{group}'")
    return _write(path, [group, sorted(content[1])], name)


def _read(path: Path) -> Any:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise UnknownForm(f"{path.name}: does not begin with {_SIGNATURE.decode()!r}")
    return cbor2.loads(data[len(_SIGNATURE) :])


def _write(path: Path, content: object, name: str) -> str:
    """Write `content` in the place of `path`, under a hash as long as that in `name`."""
    data = _SIGNATURE + cbor2.dumps(content)
    language, _, old = name.rpartition("_")
    renamed = f"{language}_{hashlib.sha256(data).hexdigest()[: len(old)]}"
    target = path.with_name(path.name.replace(name, renamed))
    path.unlink()
    target.write_bytes(gzip.compress(data, mtime=0))
    return renamed
