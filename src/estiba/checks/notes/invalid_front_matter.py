"""Front matter that YAML cannot read, or that is no list of `key: value`.

What it reports: a second colon in an unquoted value, a quote that is never closed, a tab,
a list whose items do not stand below one another, a list or a sentence where keys should
be, a tag such as `!ENV`, aliases that nest in circles or grow without end. `estiba fix`
sets the items of such a list below the first, where nothing else is wrong with the block.

Why it matters: the keys that cannot be read are not used. The note is still published
under its heading or its file's name, and the other keys count; but its title, its date
or its tags are not what its author wrote.

Bad:

````markdown
---
title: Docker: a guide
       ^
---

How to begin.
````

Good:

````markdown
---
title: "Docker: a guide"
---

How to begin.
````
"""

from estiba.checks.reported import reported
from estiba.problem import Severity

SEVERITY = Severity.ERROR
find = reported("invalid-front-matter")
