from __future__ import annotations

import pytest


@pytest.mark.parametrize("text", ["[k](<![a](b)>)", "a <![x](y.png) b", "<![a", "a <![CDATA b"])
def test_what_no_reader_of_html_can_read_costs_no_text(build_site, text):
    site = build_site({"a.md": f"# A\n\n{text}\n\nDetrás.\n"})
    assert "<p>Detrás.</p>" in site.read("a/index.html")
    assert not [one for one in site.messages if "oversized-note" in one]
