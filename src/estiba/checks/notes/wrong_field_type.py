"""A field whose value is of the wrong kind.

What it reports: a title or description that is a list, a date that is none
(`2025-13-45`, `tomorrow`), tags that are a mapping, an alias that is no text, a
`published`, `draft` or `unlisted` that is neither true nor false. `estiba fix` mends dates
that can be one day only: `2025/10/25`, `25/10/2025`, `25 de octubre de 2025`; not
`05/10/2025`.

Why it matters: the value is not used. A note whose `published` cannot be read is not
published, since that is the safe reading; one whose `unlisted` cannot be read is unlisted.

Bad:

````markdown
---
title: Nginx
date: 2025-13-45
      ^
---

A web server.
````

Good:

````markdown
---
title: Nginx
date: 2025-12-24
---

A web server.
````
"""

from estiba.checks.reported import reported
from estiba.problem import Severity

SEVERITY = Severity.ERROR
find = reported("wrong-field-type")
