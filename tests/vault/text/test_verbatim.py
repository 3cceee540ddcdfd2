from __future__ import annotations

import pytest

from estiba.vault.text.verbatim import verbatim_behind


@pytest.mark.parametrize(
    ("line", "before", "behind"),
    [
        ("<pre>", "", "pre"),
        ("> <PRE class=x>", "", "pre"),
        ("<pre>a</pre>", "", ""),
        ("a <pre>", "", ""),
        ("<prefix>", "", ""),
        ("a", "pre", "pre"),
        ("a</PRE> b", "pre", ""),
        ("</script>", "pre", "pre"),
    ],
)
def test_what_is_open(line: str, before: str, behind: str) -> None:
    assert verbatim_behind(line, before) == behind
