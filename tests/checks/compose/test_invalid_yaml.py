"""What an author is told about YAML that cannot be read."""

from __future__ import annotations

import pytest

from said import LINES_ABOVE, said

ABOVE = "services:\n  web:\n    image: nginx:1.29\n"
SPACE = (
    "a space that is none stands here (copied from a web page or a word processor); write an ordinary space"
)
HERE = "mend the line or the one above"
BELOW = {
    "tab": ("\tports: x\n", "4:1 a tab indents this line, which YAML forbids; use spaces"),
    "tab, a line below": (
        "    ports:\n\t- 80\n",
        "5:1 a tab indents this line, which YAML forbids; use spaces",
    ),
    "space in front of a key": ("\u00a0   ports: []\n", f"4:1 {SPACE}"),
    "space between": ("    ports:\n    \u00a0- 80:80\n", f"5:5 {SPACE}"),
    "space without width": ("    ports\u200b: []\n", f"4:10 {SPACE}"),
    "space in a value": ("    environment:\n      TZ:\u00a0x\n", f"5:10 {SPACE}"),
    "template": (
        "    hostname: {{ x }}\n",
        "4:16 '{{' begins a mapping in YAML; quote the value, or write it out",
    ),
    "template as a key": (
        "    {{ x }}: y\n",
        "4:5 '{{' begins a mapping in YAML; quote the value, or write it out",
    ),
    "template's statement": (
        "    {% if x %}\n",
        "4:5 '{{' begins a mapping in YAML; quote the value, or write it out",
    ),
    "curly": (
        "    command: \u201cx: y\u201d\n",
        "4:14 curly quotes are ordinary letters to YAML; write ' or \"",
    ),
    "key": (
        "    ? [a]\n    : b\n",
        "4:7 a mapping or a list cannot be a key; write a text before the colon",
    ),
    "second colon": (
        "    command: a: b\n",
        (
            "4:15 a colon with a space behind it stands inside this value, and YAML takes it for a key's;"
            " quote the value"
        ),
    ),
    "bracket": (
        "    ports: [80\n",
        "4:14 a '[' is open here, and neither ',' nor ']' follows; close it with ']'",
    ),
    "open mapping": (
        "    labels: {a: b\n",
        "4:17 a '{' is open here, and neither ',' nor '}' follows; close it with '}'",
    ),
    "quote": (
        "    command: 'x\n",
        "4:14 the quote that opens here is never closed; write it once more at the end of the value",
    ),
    "alias": (
        "    labels: *a\n",
        "4:13 there is no anchor '&a' above for the alias '*a'; name one that is there",
    ),
    "indentation": (
        "   ports: x\n",
        "4:4 this line is indented unlike those that it belongs to; move it under its key",
    ),
    "indentation below a value": (
        "    command: a\n      user: b\n",
        "5:11 this line is indented unlike those that it belongs to; move it under its key",
    ),
    "behind a value": (
        "    command: 'a' b\n",
        "4:18 this stands behind a value that is already closed; put all of the value between the quotes",
    ),
    "no colon": (
        "    command a\n    user: b\n",
        "4:5 a line here is no 'key: value' to YAML; add the colon, or mend its indentation",
    ),
    "no dash": (
        "    ports:\n      - a\n      user: b\n",
        (
            "6:7 this line is neither an entry of the list above nor less indented than it;"
            " begin it with '- ', or move it"
        ),
    ),
    "list behind its key": (
        "    ports: - a\n",
        "4:12 a list cannot begin on the line of its key; write '- …' on the line below",
    ),
    "escape": (
        '    command: "\\z"\n',
        "4:15 no such escape stands for anything between '\"'; write the value between single quotes",
    ),
    "second document": ("---\n- a\n", "5:1 a Compose file is a mapping; write 'services:' first"),
}
FILES = {
    "": "1:1 the Compose file is empty; write 'services:' and below it a service",
    "# nothing\n": "1:1 the Compose file is empty; write 'services:' and below it a service",
    "- a\n": "1:1 a Compose file is a mapping; write 'services:' first",
    ABOVE + "    ...\n  db:\n    image: a:1\n": (
        "4:1 '...' ends a YAML document; write a comment, '# …', where something is left out"
    ),
    "\u00a0" + ABOVE: f"1:1 {SPACE}",
    "\ufeff" + ABOVE + "    ports: [\n": (
        f"4:12 YAML cannot be read here: did not find expected node content; {HERE}"
    ),
}


@pytest.mark.parametrize(("text", "told"), BELOW.values(), ids=BELOW)
def test_told(text, told):
    line, rest = told.split(":", 1)
    assert said(ABOVE + text, "invalid-yaml") == [told]
    assert said(ABOVE + text, "invalid-yaml", in_note=True) == [f"{int(line) + LINES_ABOVE}:{rest}"]


@pytest.mark.parametrize(("text", "told"), FILES.items(), ids=range(len(FILES)))
def test_whole_file(text, told):
    assert said(text, "invalid-yaml") == [told]


@pytest.mark.parametrize(
    "text",
    [
        "    command: 'a\u00a0b'\n",
        "    # a\u00a0b\n",
        "    command: \u201ca\u201d\n",
        "    command: a\tb\n",
        "    command: '{{ x }}'\n",
        "    labels: {a: '...'}\n",
    ],
)
def test_valid(text):
    assert said(ABOVE + text, "invalid-yaml") == []
    assert said(ABOVE + text, "invalid-yaml", in_note=True) == []
