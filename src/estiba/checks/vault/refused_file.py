"""Something among the notes that is not read or not published: no file of the vault, or one that runs.

What it reports: a link of the file system that leads out of the vault, to a folder, to
nothing, or to a file of another kind; a pipe, a socket or a device; a file or folder that the
system does not let be read; a name that is no UTF-8; and folders more than 64 deep. Links in
the text of a note are another matter. Besides, an attachment that a note uses, or that `keep`
in the policy takes in by a pattern, and that a browser would run if its address were opened:
a page (`.html`, `.xhtml` …), a program of a server (`.php`), and an `.svg`, an `.xml`, or a file of an
unusual type that begins like one of these, in which there is a script, a handler (`onload`), an
address that runs, or something by which browsers might read it otherwise than it is written (an
entity, a style sheet of XSL, more than 8 MiB).

Why it matters: it is not in the site, and all else is. A vault that others write into must not
publish files of the machine on which the site is built, such as `/etc/passwd`. Put the file
itself into the vault. A link to a file of the vault is fine, where both names end alike
(`README.md` and `index.md`); a link to a folder is never followed, since it may lead in a
circle.

An attachment that runs does so with the rights of the whole site, whoever sent it: it can read
what a reader has there, and change what they see. So it is left out. Take the script out of it,
put it into a `.zip`, or vouch for it in `estiba.toml`: for its folder in `[trust]`, or for that one
file by its whole name in `keep` of `[attachments]`. Pictures as drawing programs save them hold no
script, and are published.

Bad (as `passwords.md`):

````link
/etc/passwd
^
````

Good (as `passwords.md`):

````markdown
# How passwords are kept
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.position import Position
from estiba.problem import Problem, Severity
from estiba.vault.files.file_kinds import is_kept
from estiba.vault.files.finding import Refusal
from estiba.vault.files.used_attachments import used_attachments
from estiba.vault.vault import Vault

SEVERITY = Severity.ERROR


def find(vault: Vault) -> Iterator[Problem]:
    """Report each file that was not read, and each that a site would hold did it not run something."""
    used = used_attachments(vault, {**vault.drafts, **vault.notes}.values())
    for path, refusal in sorted(vault.refused.items()):
        if refusal is Refusal.ACTIVE and path not in used and not is_kept(path, vault.config.kept_files):
            continue
        yield Problem("refused-file", SEVERITY, path, Position(1, 1), refusal.value)
