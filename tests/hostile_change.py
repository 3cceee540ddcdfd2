"""A pull request that does all it can to have something run, or to show what is not in the repository."""

from __future__ import annotations

from pathlib import Path

from odd_repositories import Content, Link, Submodule

_NOTE = """\
---
title: {title}
description: Una nota.
date: 2026-11-01
tags: [redes]
---

{text}
"""
_TEXT = """\
[x](<::error::w>)

::error::q

##[error]r

![[/etc/passwd]]

![x](../../../../../../etc/passwd)

--8<-- "/etc/passwd"

{{ cycler.__init__.__globals__.os.system("touch canary") }}
"""


ODD_NAMES = (
    "$(touch canary)",
    "`touch canary`",
    "; touch canary #",
    "' && touch canary && '",
    "::error::x",
    "##[error]x",
    "%0A::warning::x",
    "--output=x",
)
"""Of notes that are notes, as long as nobody takes their names for anything else."""


def hostile_files(canary: Path) -> dict[str, Content]:
    """Give files, each of which would leave the file `canary`, called so, if anything of it ran."""
    shell = f"touch '{canary}'"
    python = f"import os\nos.system({shell!r})\n"
    template = "{{ cycler.__init__.__globals__.os.system(" + repr(shell) + ") }}"
    return {
        **dict.fromkeys(
            ("hooks/sign.py", "hooks/x.py", "mkdocs.py", "estiba.py", "json.py", "setup.py"), python
        ),
        **dict.fromkeys(("overrides/main.html", "overrides/partials/content.html"), template),
        **dict.fromkeys(("requirements.txt", "requirements/site.txt"), "./evil\n"),
        **dict.fromkeys((".ci/run", "Makefile"), f"#!/bin/sh\n{shell}\n"),
        **dict.fromkeys(("estiba.toml", "docs/estiba.toml"), '[required]\n"" = []\n'),
        "pyproject.toml": "[build-system]\nrequires = []\nbackend-path = ['hooks']\nbuild-backend = 'x'\n",
        "mkdocs.yml": """\
site_name: Notas
plugins: [estiba]
hooks: [hooks/sign.py, hooks/x.py]
theme: {name: material, custom_dir: overrides}
extra: {home: !ENV HOME}
""",
        ".github/workflows/notes.yml": f"jobs: {{review: {{steps: [{{run: {shell!r}, shell: bash}}]}}}}\n",
        ".github/actions/review/action.yml": f"runs: {{steps: [{{run: {shell!r}, shell: bash}}]}}\n",
        ".github/environment-is-protected": "yes\n",
        "docs/app.js": "alert(1)\n",
        "docs/page.html": "<script>alert(1)</script>\n",
        "docs/notas/.env": "PASSWORD=1\n",
        ".gitattributes": "* filter=evil diff=evil text eol=crlf working-tree-encoding=UTF-16\n",
        ".gitmodules": '[submodule "x"]\n\tpath = docs/x\n\turl = https://example.org/x\n',
        "docs/x": Submodule("1" * 40),
        "docs/away": Link("/etc"),
        "docs/notas/passwd.md": Link("/etc/passwd"),
        "docs/notas/up.md": Link("../../../../../../etc/passwd"),
        "::add-mask::x\n::error::z.txt": "x\n",
        **{
            f"docs/notas/{name}.md": _NOTE.format(title="Nota", text="[x](nowhere.md)")
            for name in (*ODD_NAMES, "a\n::error::y")
        },
        "docs/notas/title.md": _NOTE.format(title='"::error::t %0A::error::u ##[error]v"', text=_TEXT),
    }
