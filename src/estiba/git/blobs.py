"""Contents of files, out of Git's own store."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from threading import Thread
from typing import IO

from estiba.git.repository import Repository
from estiba.git.running import GitError, git_command, git_environment


def read_blobs(repository: Repository, blobs: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Give each of `blobs` (full hashes) with its bytes, in order, by one process.

    Nothing is converted: neither line ends nor what attributes ask for. Raises `GitError` for one that
    is not there.
    """
    wanted = list(blobs)
    if not wanted:
        return
    with subprocess.Popen(  # nosec B603 # noqa: S603 - our own words
        git_command(repository.root, "cat-file", "--batch"),
        env=git_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        assert process.stdin is not None  # nosec B101 # noqa: S101 - it is a pipe
        assert process.stdout is not None  # nosec B101 # noqa: S101 - it is a pipe
        Thread(target=_ask, args=(process.stdin, wanted), daemon=True).start()
        try:
            for blob in wanted:
                yield blob, _read(process.stdout, blob)
        finally:
            process.kill()


def _ask(pipe: IO[bytes], blobs: list[str]) -> None:
    try:
        with pipe:
            pipe.write("".join(f"{blob}\n" for blob in blobs).encode())
    except OSError:  # nobody reads on
        return


def _read(output: IO[bytes], blob: str) -> bytes:
    """Read `hash SP type SP size LF`, the bytes, LF."""
    head = output.readline().split()
    if len(head) != 3 or not head[2].isdigit():
        raise GitError(f"the object {blob[:12]} is not here; a partial clone may lack it")
    data = output.read(int(head[2]))
    output.readline()
    return data
