from __future__ import annotations

import pytest

from estiba.writing.survey import NoPlace, Survey, survey


@pytest.fixture
def folder(tmp_path):
    def make(*names):
        for name in names:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).touch()
        return tmp_path

    return make


@pytest.mark.parametrize(
    ("names", "docs", "has_notes"),
    [
        ((), "docs", False),
        (("README.md", "LICENSE.md", "src/x.py", ".github/x.md"), "docs", False),
        (("docs/x.png",), "docs", False),
        (("docs/a/x.md", "other/x.md"), "docs", True),
        (("README.md", "notas/x/y.markdown", "venv/x.md", "node_modules/x.md"), "notas", True),
        (("vault/.obsidian/app.json", "vault/x.md", "other/x.md"), "vault", True),
    ],
)
def test_notes_are_used_where_they_are(folder, names, docs, has_notes):
    assert survey(folder(*names)) == Survey(docs, has_notes)


def test_a_folder_that_is_not_there_has_none(tmp_path):
    assert survey(tmp_path / "new") == Survey("docs", has_notes=False)


def test_the_owner_may_name_it(folder):
    root = folder("a/x.md", "b/x.md", "x.md")
    assert survey(root, "b") == Survey("b", has_notes=True)
    assert survey(root, "a/c/") == Survey("a/c", has_notes=False)
    for named in ("", ".", "../x", "/etc"):
        with pytest.raises(NoPlace, match="is no folder below the vault's"):
            survey(root, named)


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (
            ("Inbox.md", "redes/x.md"),
            "'Inbox.md' stands in .* itself, and MkDocs takes notes from a folder below",
        ),
        ((".obsidian/app.json",), "'.obsidian' stands in .*: estiba init .. --notes "),
        (("a/x.md", "b/x.md", "c/x.md", "d/x.md"), r"several folders \(a, b, c …\), .*: --notes a$"),
    ],
)
def test_what_has_no_place_is_said(folder, names, why):
    with pytest.raises(NoPlace, match=why):
        survey(folder(*names))
