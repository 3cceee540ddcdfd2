"""What stands in the fences of a note."""

from __future__ import annotations

import pytest

from estiba.checks.note_code import NoteCode
from estiba.vault.text.fences import scan_fences

TEXT = """Text of KEY_IN_TEXT.

```yaml
services:
  web:
    image: nginx:1.29
    # ports:
    #   - "80:80"
    environment:
      - TZ=Europe/Madrid
      # - LOG_LEVEL=debug
    labels: {"traefik.enable": "true"}
```

```bash
docker run -e PUID_OF_ALL=1 x
```

```ini
DB_PASSWORD=secret
```
"""
CODE = NoteCode(scan_fences(TEXT.split("\n")))


@pytest.mark.parametrize("name", "web image ports TZ LOG_LEVEL PUID_OF_ALL DB_PASSWORD labels".split())
def test_names(name):
    assert CODE.has(name)


@pytest.mark.parametrize("name", ["KEY_IN_TEXT", "run", "nginx", "Madrid", ""])
def test_no_names(name):
    assert not CODE.has(name)


@pytest.mark.parametrize(
    ("key", "value", "has"),
    [
        ("image", "nginx:1.29", True),
        ("image", "nginx:1.30", False),
        ("TZ", "Europe/Madrid", True),
        ("LOG_LEVEL", "debug", True),
        ("LOG_LEVEL", "info", False),
        ("DB_PASSWORD", "secret", True),
    ],
)
def test_values(key, value, has):
    assert CODE.has(key, value) is has


def test_a_note_without_fences():
    assert not NoteCode().has("image")
