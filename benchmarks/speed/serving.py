"""Servers that are measured: from an edit until the page that they serve has it."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from speed.processes import Failed, start

PATIENCE = 600
"""Seconds until a page that does not come is given up."""
_BETWEEN = 0.004
"""Seconds between an answer and the next question."""


@contextmanager
def served(
    command: Callable[[int], Sequence[str]], folder: Path, path: str
) -> Iterator[Callable[[str], float]]:
    """Start a server, and wait until it serves `path`.

    Gives a function that waits until that page has some words, and says when (by `time.perf_counter`) the
    answer was there. Raises `Failed` where they do not come.
    """
    port = free_port()
    with tempfile.TemporaryFile() as said:
        process = start(command(port), folder, said)

        def wait_for(words: str) -> float:
            patience = time.perf_counter() + PATIENCE
            while time.perf_counter() < patience and process.poll() is None:
                if words.encode() in ask(port, path):
                    return time.perf_counter()
                time.sleep(_BETWEEN)
            said.seek(0)
            raise Failed(
                f"{path} is not served with '{words}':\n{said.read().decode(errors='replace')[-2000:]}"
            )

        try:
            wait_for("</html>")
            yield wait_for
        finally:
            _end(process)


def ask(port: int, path: str) -> bytes:
    """Give the page at `path`; nothing where there is none, or no server."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read()
    except (OSError, http.client.HTTPException):
        return b""
    finally:
        connection.close()
    return body if answer.status == 200 else b""


def free_port() -> int:
    """Give a port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the server, and whatever it has started and left."""
    for word in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, word)
            process.wait(10)
        except ProcessLookupError:
            break
        except subprocess.TimeoutExpired:
            continue
    process.wait()
