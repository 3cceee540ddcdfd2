"""Which Estiba a vault's requirements.txt names: the one that is installed here."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import Distribution
from typing import Any
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Requirement:
    """A line for pip, and whether others can install by it what is installed here."""

    line: str
    is_fetched: bool


def requirement_of(distribution: Distribution) -> Requirement:
    """Give the requirement by which `distribution` can be installed elsewhere.

    One that came from a repository is named by its commit (PEP 610); one from a folder of this machine
    by its version, which may be nowhere to be had.
    """
    name, version = distribution.name, distribution.version
    origin = _origin(distribution.read_text("direct_url.json"))
    if origin is None:
        return Requirement(f"{name}=={version}", is_fetched=True)
    url = str(origin.get("url", ""))
    source = urlsplit(url)
    vcs, archive = origin.get("vcs_info"), origin.get("archive_info")
    if source.scheme in ("", "file") or source.password or not (vcs or archive):
        return Requirement(f"{name}=={version}", is_fetched=False)
    address = f"{vcs['vcs']}+{url}@{vcs['commit_id']}" if vcs else url
    folder = origin.get("subdirectory")
    tail = f"#subdirectory={folder}" if folder else ""
    return Requirement(f"{name} @ {address}{tail}", is_fetched=True)


def _origin(text: str | None) -> dict[str, Any] | None:
    try:
        data = json.loads(text or "null")
    except ValueError:
        return None
    return data if isinstance(data, dict) else None
