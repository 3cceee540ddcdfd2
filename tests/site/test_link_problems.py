"""Links in a build: what leads nowhere is said once, with its line, and drafts by their path alone."""

from __future__ import annotations


def test_what_leads_nowhere_is_said_at_its_line(build_site):
    site = build_site(
        {
            "nota.md": "# Nota\n\n[[Nada]] [x](plan.md)\n\n[y](../../fuera.md) [z](otra.md#Fin)\n",
            "otra.md": "# Otra\n\n## Final\n",
            "plan.md": "---\npublished: false\n---\n# Plan\n",
        }
    )
    assert [one.partition("nota.md:")[2] for one in site.messages] == [
        (
            "3:1: the link '[[Nada]]' leads to no note of the vault; mend its name, or write that note"
            " [broken-link]"
        ),
        (
            "3:10: 'plan.md' leads to 'plan.md', which is not published, so its words are shown without"
            " a link; publish that note, or take the link out [link-to-draft]"
        ),
        (
            "5:1: the link '../../fuera.md' leads out of the vault, where the site has nothing; put"
            " what it leads to into the vault [broken-link]"
        ),
        (
            "5:21: the link 'otra.md#Fin' names a heading 'Fin', which 'otra' does not have; name one that is"
            " there [broken-anchor]"
        ),
    ]
