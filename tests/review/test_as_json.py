import json

from estiba.review.as_json import write_review_json
from hostile_review import HOSTILE

NOTE = """\
---
title: A
tags: [x]
---

```yaml
services:
  web:
    image: ${IMAGE:-nginx:1}
```
"""


def test_the_keys(read):
    after = {
        "docs/a.md": NOTE,
        "docs/index.md": None,
        "docs/a.png": b"1",
        "hooks/x.py": "1",
    }
    result = read({}, after)
    content = json.loads(write_review_json(result.review, result.catalogue))
    assert list(content) == [
        *"outcome base head fork folder counts notes elsewhere gone_elsewhere addresses attachments".split(),
        "others",
    ]
    assert content["outcome"] == "waits"
    assert content["head"] == {"name": "change", "commit": result.review.head.commit}
    assert content["folder"] == "docs"
    assert content["counts"] == {"error": 0, "warning": 0, "advice": 0, "info": 1, "gone": 0}
    assert content["others"] == [{"kind": "added", "path": "hooks/x.py", "old_path": None}]
    assert content["attachments"] == [
        {"kind": "added", "path": "a.png", "old_path": None, "size": 1, "old_size": None}
    ]
    added, removed = content["notes"]
    assert removed["address"] == {"path": "index.md", "old": "/", "new": None, "leads_on": False}
    assert removed["sizes"]["after"] is None
    assert {
        key: added[key] for key in ("kind", "path", "old_path", "title", "is_note", "draft", "was_draft")
    } == {
        "kind": "added",
        "path": "a.md",
        "old_path": None,
        "title": "A",
        "is_note": True,
        "draft": False,
        "was_draft": False,
    }
    assert (added["added_lines"], added["removed_lines"]) == (10, 0)
    assert added["tags"] == {"added": [{"tag": "x", "new": True}], "gone": []}
    assert added["aliases"] == {"added": [], "gone": []}
    assert set(added["sizes"]["after"]) == {"article", "attachments", "search"}
    assert added["examples"] == [
        {
            "kind": "added",
            "name": "compose.yaml",
            "line": 7,
            "verdict": "checked",
            "old_verdict": None,
            "variables": [{"name": "IMAGE", "role": "text", "default": "nginx:1", "required": False}],
        }
    ]
    assert [set(problem) for problem in added["new"]] == [
        {"check", "severity", "path", "line", "column", "message", "hint"}
    ] * len(added["new"])


def test_hidden_characters_are_code_points(read):
    text = write_review_json(*_both(read({}, HOSTILE)))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert json.loads(text)["outcome"]


def _both(result):
    return result.review, result.catalogue
