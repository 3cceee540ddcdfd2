"""How values were taken: when, by which command, on what, with which versions."""

from __future__ import annotations

import datetime as dt
import os
import platform
import subprocess
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from speed.programs import BENCH

_OTHERS = ("mkdocs", "mkdocs-material", "hugo")
_ASK = "import importlib.metadata as m, sys; print(*(m.version(name) for name in sys.argv[1:]))"


def how_taken(command: str, runs: int) -> Mapping[str, str]:
    """Give it as names and texts, for readers."""
    asked = [str(BENCH / "bin/python"), "-c", _ASK, *_OTHERS]
    others = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.split()
    versions = {"estiba": version("estiba"), "pagefind": version("pagefind_bin")}
    versions |= dict(zip(_OTHERS, others, strict=True))
    return {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "command": f"`{command}`, in turn (A B C A B C …), rounds: {runs}",
        "machine": f"{_processor()}, {os.cpu_count()} CPUs, {platform.system()}",
        "load of the last 15 minutes, at the beginning": f"{os.getloadavg()[2]:.1f}",
        "versions": ", ".join(f"{name} {one}" for name, one in versions.items())
        + f", Python {platform.python_version()}",
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        lines = []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())
