r"""A character that no editor shows: NUL, escape, and the like.

What it reports: control characters other than tab and line feed, in the whole file.

Why it matters: they come from a broken copy or from somebody who wants to steer the
terminal of whoever reads the note. They are taken out of what is published.

Bad:

````markdown
A web\x07 server.
     ^
````

Good:

````markdown
# Nginx

A web server.
````
"""

from estiba.checks.reported import reported
from estiba.problem import Severity

SEVERITY = Severity.WARNING
find = reported("control-character")
