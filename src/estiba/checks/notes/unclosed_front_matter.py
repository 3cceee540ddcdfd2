"""Front matter that opens with `---` and never closes.

What it reports: a first line of three dashes, keys behind it, and no second line of
three dashes (or three dots) anywhere.

Why it matters: where the keys end and the text begins cannot be known, so all of it is
shown as text. Only `published`, `draft` and `unlisted` are believed, so that nothing
private leaks.

Bad:

````markdown
---
^
title: Nginx

A web server.
````

Good:

````markdown
---
title: Nginx
---

A web server.
````
"""

from estiba.checks.reported import reported
from estiba.problem import Severity

SEVERITY = Severity.ERROR
find = reported("unclosed-front-matter")
