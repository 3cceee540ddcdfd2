"""A file that is not UTF-8 text.

What it reports: the first byte that is not UTF-8, and what the file looks like instead.

Why it matters: the note is left out, since guessing at letters would publish wrong ones.

Bad:

````markdown latin-1
Cómo empezar.
 ^
````

Good:

````markdown
Cómo empezar.
=============
````
"""

from estiba.checks.reported import reported
from estiba.problem import Severity

SEVERITY = Severity.ERROR
find = reported("unreadable-note")
