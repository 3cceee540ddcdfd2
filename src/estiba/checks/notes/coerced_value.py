"""A value that is read, but not as it is written.

What it reports, once for each field: tags in one text, tags that are numbers or dates,
empty or nested tags, a date inside other words, `published: "no"`. `estiba fix` writes
what is read, where nothing that the author wrote is lost.

Why it matters: Estiba understands it; other programs that read the same note may not,
and may read it as something else.

Bad:

````markdown
---
title: Nginx
tags: web, proxy
      ^
---

A web server.
````

Good:

````markdown
---
title: Nginx
tags: [web, proxy]
---

A web server.
````
"""

from estiba.checks.reported import reported
from estiba.problem import Severity

SEVERITY = Severity.WARNING
find = reported("coerced-value")
