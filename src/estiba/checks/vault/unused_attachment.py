"""A picture, a film or a document that no note uses.

What it reports: a picture, a sound, a film or a document in the vault that no note, draft
or not, shows, links to, or names in its front matter. What the configuration of the site
uses, such as a logo, no check knows of: `keep = ["assets/*"]` in the table `[attachments]`
of `estiba.toml` has such files left alone, and published.

Why it matters: it is not published, so no reader misses it, and it stays in the vault for
nothing. Often the note that showed it is gone, or calls it by another name than it has now.

It is said of the file, at its first line.

Beside it (as `map.svg`):

````svg
<svg xmlns="http://www.w3.org/2000/svg"/>
````

Bad:

````markdown
# Networks
^

The map is still to be drawn.
````

Good:

````markdown
# Networks

![[map.svg]]
````
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from estiba.position import Position
from estiba.problem import Problem, Severity
from estiba.vault.files.file_kinds import is_kept
from estiba.vault.files.used_attachments import used_attachments
from estiba.vault.vault import Vault

SEVERITY = Severity.INFO
_SHOWN = frozenset(
    """
    .png .jpg .jpeg .gif .webp .avif .svg .bmp .apng .jxl
    .mp3 .ogg .oga .opus .wav .flac .m4a .aac .mp4 .webm .ogv .mov .mkv .m4v
    .pdf .epub .odt .ods .odp .docx .xlsx .pptx .rtf
    """.split()
)


def find(vault: Vault) -> Iterator[Problem]:
    """Report each such file, by its path."""
    used = used_attachments(vault, {**vault.drafts, **vault.notes}.values())
    for path in sorted(vault.attachments - used.keys()):
        is_shown = posixpath.splitext(path)[1].lower() in _SHOWN
        if is_shown and not is_kept(path, vault.config.kept_files):
            values = {"name": posixpath.basename(path)}
            yield Problem("unused-attachment", SEVERITY, path, Position(1, 1), values=values)
