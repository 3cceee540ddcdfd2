"""A link to a file that a site must not hold.

What it reports: in a note, a link to a file of the vault that by its name holds keys,
passwords or private data (`.env`, `id_rsa`, `*.pem`, `*.kdbx`, a database …), that is of
a type that readers of a site can do nothing with (`.canvas`, `.psd` …), or that a browser would
run as a part of the site (`.html`, an `.svg` with a script). A file that is made to be read, like
`.env.example`, is none of these.

Why it matters: the file is left out of the site, so readers see the words of the link and
cannot follow it. The first kind is never published, whoever links to it. A file of another
type is, if the policy says so: `keep = ["plans/*"]` in the table `[attachments]` of
`estiba.toml`. What to do about the third, `refused-file` says.

It is judged where a whole folder is checked, and in builds.

Beside it (as `server.env`):

````env
TZ=Europe/Madrid
````

Bad:

````markdown
# Server

All values stand in [this file](server.env).
                    ^
````

Good:

````markdown
# Server

The only value that you must set is `TZ`.
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.links import link_problem, shortened
from estiba.checks.subjects import NoteInVault
from estiba.problem import Problem, Severity
from estiba.vault.files.used_attachments import uses

SEVERITY = Severity.WARNING
NEEDS_VAULT = True


def find(subject: NoteInVault) -> Iterator[Problem]:
    """Report each link to a file that is left out of the site for what it is."""
    if subject.vault is None:
        return
    for link, target in uses(subject.vault, subject.note):
        why = subject.vault.refusal_of(target.path)
        if why:
            path = shortened(target.path)
            yield link_problem("refused-attachment", SEVERITY, subject, link, why, path=path)
