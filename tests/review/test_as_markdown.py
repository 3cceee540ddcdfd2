import html
import re

import markdown
import pytest

from estiba.catalogue import catalogue_for
from estiba.review.as_markdown import as_code, write_markdown
from hostile_review import HOSTILE

BAD = """\
---
title: Una nota
tags: [nueva]
---

[[x]]

```yaml
services:
  web:
    image: nginx:1
    ports: ['99999:80']
```
"""


def test_the_gist_in_english(read):
    review = read({"docs/b.md": "# B\n"}, {"docs/a.md": BAD, "docs/b.md": None, "hooks/x.py": "1"}).review
    text = write_markdown(review, catalogue_for("en"))
    assert text.replace(review.head.commit[:10], "HEAD") == (
        "## ❌ Not ready: 1 new error. It changes more than notes: the owner has to look at those files.\n"
        "\n"
        "`main..change` · `HEAD`\n"
        "\n"
        "2 notes, 1 new warning, 1 new link leads nowhere.\n"
        "\n"
        "|  | Note | Place | New problems | Gone | search |\n"
        "|---|---|---|--:|--:|--:|\n"
        "| new | `Una nota` | `a.md` | 2 | 0 | +68 B |\n"
        "| removed | `B` | `b.md` | 0 | 0 | -1 B |\n"
        "\n"
        "### More than notes\n"
        "\n"
        "None of this is used for the review, nor for a preview; nobody has looked into it."
        " It waits for the owner.\n"
        "\n"
        "- `hooks/x.py` (new)\n"
        "\n"
        "### New problems\n"
        "\n"
        "- **error** `a.md:12:13` `'99999' is no port of the host; write a number up to 65535,"
        " for example '8080:80'` `bad-port`\n"
        "- **warning** `a.md:6:1` `the link '[[x]]' leads to no note of the vault;"
        " mend its name, or write that note` `broken-link`\n"
        "\n"
        "### Examples\n"
        "\n"
        "- new: `compose.yaml` `a.md:9` Checked, with errors: Docker Compose does not take it as it is,"
        " or it should not be public.\n"
        "\n"
        "### Tags\n"
        "\n"
        "- `a.md`: + `nueva` (new to the vault)\n"
        "\n"
        "### Address\n"
        "\n"
        "- `b/` → gone; the old address leads nowhere\n"
        "\n"
    )


def test_the_language_is_that_of_the_policy(read):
    result = read({"estiba.toml": 'language = "es"\n'}, {"docs/a.md": "# A\n"})
    assert write_markdown(result.review, result.catalogue).startswith("## ✅ Listo: no hay nada nuevo")


def test_nothing_of_a_note_is_markdown(read):
    result = read({}, HOSTILE)
    text = write_markdown(result.review, result.catalogue)
    shown = markdown.markdown(text, extensions=["tables"])
    outside = re.sub(r"<code>.*?</code>", "", shown, flags=re.DOTALL)
    assert set(re.findall(r"<(\w+)", outside)) == {*"h2 h3 p table thead tbody tr th td ul li strong".split()}
    assert not re.search(r"[@\[\]<>]\w|#\d|alert|evil", html.unescape(re.sub(r"</?\w+[^<>]*>", "", outside)))
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_line_is_no_command_of_a_runner(read):
    result = read({}, {"docs/a.md": "---\ntitle: '##[error]x ::error::y'\n---\n"})
    assert "##[" not in write_markdown(result.review, result.catalogue)


def test_a_comment_holds_it(read):
    result = read({}, {f"docs/n{at}.md": f"---\ntitle: {'x' * 250}\n---\n\n[[x]]\n" for at in range(200)})
    text = write_markdown(result.review, result.catalogue)
    assert len(text) < 60_000
    assert text.endswith("\nThere is more than fits here; the page has all of it.\n")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a", "`a`"),
        ("a `b` ``c``", "``` a `b` ``c`` ```"),
        ("a | b", r"`a \| b`"),
        ("a\nb\u202e", r"`a\nb\u202e`"),
        (" ", "`   `"),
        ("x" * 400, f"`{'x' * 300}…`"),
    ],
)
def test_as_code(text, code):
    assert as_code(text) == code
