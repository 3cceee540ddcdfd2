"""Something among the notes that is not read, because it is no file of the vault.

What it reports: a link of the file system that leads out of the vault, to a folder, to
nothing, or to a file of another kind; a pipe, a socket or a device; a file or folder that the
system does not let be read; a name that is no UTF-8; and folders more than 64 deep. Links in
the text of a note are another matter.

Why it matters: it is not in the site, and all else is. A vault that others write into must not
publish files of the machine on which the site is built, such as `/etc/passwd`. Put the file
itself into the vault. A link to a file of the vault is fine, where both names end alike
(`README.md` and `index.md`); a link to a folder is never followed, since it may lead in a
circle.

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
from estiba.vault.vault import Vault

SEVERITY = Severity.ERROR


def find(vault: Vault) -> Iterator[Problem]:
    """Report each file that was not read."""
    for path, refusal in sorted(vault.refused.items()):
        yield Problem("refused-file", SEVERITY, path, Position(1, 1), refusal.value)
