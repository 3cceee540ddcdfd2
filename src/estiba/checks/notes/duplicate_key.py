"""A key that stands twice in the front matter.

What it reports: the second of two equal keys, with the line of the first.

Why it matters: only the last one counts, and which one its author means nobody can
tell.

Bad:

````markdown
---
title: Nginx
tags: [web]
title: Caddy
^
---

A web server.
````

Good:

````markdown
---
title: Caddy
tags: [web]
---

A web server.
````
"""

from estiba.checks.reported import reported
from estiba.problem import Severity

SEVERITY = Severity.ERROR
find = reported("duplicate-key")
