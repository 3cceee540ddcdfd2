"""What looks like somebody's real credential.

What it reports: keys in the form of their vendors (GitHub, AWS, Tailscale, Telegram and others),
private keys, and 24 and more random characters under the key of a credential; in comments and in
YAML that cannot be read, too. Keys of vendors' own documentation are let through. The value itself is
in no message of Estiba's, and a site shows dots in its place unless a silence beside it
(`# estiba: allow live-secret -- …`) says that it may be shown.

Why it matters: who published it has to replace it at once. It is in the history of the notes, and
perhaps in copies elsewhere, so taking it out of the note is not enough.

Bad:

````yaml
services:
  web:
    image: nginx:1.29
    environment:
      SESSION_SECRET: 9f3k7Q2mXz8vR4tY6wB1nC5d
                      ^
````

Good:

````yaml
services:
  web:
    image: nginx:1.29
    environment:
      SESSION_SECRET_FILE: /run/secrets/session
    secrets: [session]
secrets:
  session:
    environment: SESSION_SECRET
````
"""

from __future__ import annotations

from collections.abc import Iterator

from estiba.checks.subjects import PlacedExample
from estiba.problem import Problem, Severity

SEVERITY = Severity.ERROR
ON_EXCERPTS = True


def find(subject: PlacedExample) -> Iterator[Problem]:
    """Report each place, without its value."""
    for one in subject.live_secrets:
        variant = "vendor" if one.vendor else "key" if one.key else "address"
        yield subject.problem_at("live-secret", SEVERITY, one.start, variant, vendor=one.vendor, key=one.key)
