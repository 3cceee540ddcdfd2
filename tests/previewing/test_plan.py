from __future__ import annotations

import pytest

from estiba.git.tree import TreeFile
from estiba.previewing.plan import new_attachments, plan_preview


def files(*described):
    """Make a tree out of `path=blob`, `path->link` and `path#submodule`."""
    made = {}
    for one in described:
        for sign, mode in (("->", "120000"), ("#", "160000"), ("=", "100644")):
            path, found, blob = one.partition(sign)
            if found:
                made[path] = TreeFile(path, mode, blob, len(blob))
                break
    return made


BASE = files("mkdocs.yml=c", "docs/a.md=1", "docs/b.md=1", "docs/estiba.css=c")


def planned(*head, base=BASE, parted=None, vault="docs"):
    plan = plan_preview(base, base if parted is None else parted, files(*head), vault)
    return {path: file.blob for path, file in plan.files.items()}, plan.aside


def test_notes_are_those_of_the_head_and_all_else_is_the_bases():
    taken, aside = planned(
        "mkdocs.yml=evil",
        "docs/a.md=2",
        "docs/c.md=1",
        "docs/c.png=1",
        "docs/estiba.css=evil",
        "hooks/x.py=evil",
    )
    assert taken == {
        "mkdocs.yml": "c", "docs/a.md": "2", "docs/c.md": "1", "docs/c.png": "1", "docs/estiba.css": "c"
    }  # fmt: skip
    assert aside == ("docs/estiba.css", "hooks/x.py", "mkdocs.yml")


def test_what_the_base_got_since_stays_and_what_the_head_removed_goes():
    base = files("mkdocs.yml=new", "docs/a.md=new", "docs/b.md=1", "docs/later.md=1")
    taken, aside = planned("mkdocs.yml=c", "docs/a.md=1", "docs/estiba.css=c", base=base, parted=BASE)
    assert taken == {"mkdocs.yml": "new", "docs/a.md": "new", "docs/later.md": "1"}
    assert aside == ()


def test_a_vault_may_be_the_whole_repository():
    taken, aside = planned("a.md=2", "mkdocs.yml=evil", base=files("a.md=1", "mkdocs.yml=c"), vault="")
    assert taken == {"a.md": "2", "mkdocs.yml": "c"}
    assert aside == ("mkdocs.yml",)


@pytest.mark.parametrize(
    "path",
    [
        "docs/x.md->/etc/passwd",
        "docs/x.md#0123",
        "docs/../x.md=1",
        "docs//x.md=1",
        "/docs/x.md=1",
        "docs/.git/x.md=1",
        "docs/a\\b.md=1",
        "docs/a\nb.md=1",
        "docs/estiba.toml=1",
        "docs/Estiba.toml=1",
        "docs/x.js=1",
        "docs2/x.md=1",
        "x.md=1",
    ],
)
def test_what_is_no_contribution_is_left_aside(path):
    taken, aside = planned(*(f"{name}={file.blob}" for name, file in BASE.items()), path)
    assert taken == {name: file.blob for name, file in BASE.items()}
    assert len(aside) == 1


@pytest.mark.parametrize(
    "path",
    [
        "docs/link.md=evil",
        "docs/LINK.md=evil",
        "docs/link.md./x.md=evil",
        "docs/folder/x.md=evil",
        "docs/Folder/sub/x.md=evil",
        "docs/caf\u00e9/x.md=evil",
        "docs/theme.md=evil",
    ],
)
def test_nothing_takes_the_place_of_what_stays_or_stands_below_it(path):
    base = files("docs/link.md->x", "docs/folder->../other", "docs/cafe\u0301->x", "docs/theme.md/site.css=c")
    name = path.partition("=")[0]
    plan = plan_preview(base, base, base | files(path), "docs")
    assert plan.aside == (name,)
    assert plan.files == base


def test_a_new_picture_that_runs_is_left_aside_and_that_of_the_base_stays():
    base = BASE | files("docs/a.svg=old", "docs/b.svg=old")
    head = base | files(
        "docs/a.svg=evil", "docs/b.svg=fine", "docs/c.svg=evil", "docs/x.js=evil", "d.svg=evil"
    )
    new = {(file.path, file.blob) for file in new_attachments(base, head, "docs")}
    assert new == {("docs/a.svg", "evil"), ("docs/b.svg", "fine"), ("docs/c.svg", "evil")}
    plan = plan_preview(base, base, head, "docs", {one for one in new if one[1] == "evil"})
    assert plan.aside == ("d.svg", "docs/a.svg", "docs/c.svg", "docs/x.js")
    assert [plan.files[f"docs/{name}.svg"].blob for name in "ab"] == ["old", "fine"]
