"""Readers are led to what a check is about."""

from __future__ import annotations

RISKY = "```yaml\nservices:\n  a:\n    image: b\n```\n"
PAGES = "comprobaciones/floating-tag/index.html"


def test_only_checks_that_readers_are_told_of_have_a_page(build_site):
    site = build_site(
        {"red/a.md": f"# A\n\n{RISKY}", "estiba.toml": 'language = "es"\n', "b.md": "# B\n\nText.\n"}
    )
    assert [str(one.relative_to(site.root)) for one in site.root.glob("comprobaciones/**/*.html")] == [PAGES]
    assert 'href="../../comprobaciones/floating-tag/">floating-tag</a>' in site.read("red/a/index.html")
    page = site.read(PAGES)
    assert "floating-tag" in page
    assert '<div lang="en">' in page


def test_a_note_keeps_its_address(build_site):
    site = build_site({"a.md": f"# A\n\n{RISKY}", "checks/floating-tag.md": "# Mine\n"})
    assert "Mine" in site.read("checks/floating-tag/index.html")
    assert 'href="../checks/floating-tag-2/"' in site.read("a/index.html")


def test_texts_around_an_example_are_in_the_language_of_the_note(build_site):
    site = build_site(
        {
            "a.md": f"---\nlang: en-GB\n---\n\n# A\n\n{RISKY}",
            "b.md": f"---\nlang: fr\n---\n\n# B\n\n{RISKY}",
            "c.md": f"# C\n\n{RISKY}",
            "estiba.toml": 'language = "es"\n',
        }
    )
    assert "Checked: Compose schema" in site.read("a/index.html")
    assert '<div lang="en-GB">' in site.read("a/index.html")
    assert "Comprobado: esquema" in site.read("b/index.html")
    assert "Comprobado: esquema" in site.read("c/index.html")
    assert '<div lang="' not in site.read("c/index.html")
