r"""A character that turns the direction of writing, so that text reads otherwise than it is.

What it reports: the bidirectional overrides, embeddings and isolates of Unicode
(U+202A, U+202B, U+202D, U+202E, U+2066 to U+2068), in the text, in examples and in the file's name.

Why it matters: with them a line of code can be shown in another order than the machine
reads it (Boucher and Anderson, "Trojan Source", 2021).

Bad:

````markdown
# Nginx

Run \u202enwod\u202c first.
    ^
````

Good:

````markdown
# Nginx

Run down first.
````
"""

from estiba.checks.reported import reported
from estiba.problem import Severity

SEVERITY = Severity.WARNING
find = reported("hidden-direction")
