from __future__ import annotations

import datetime as dt

import frontmatter
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mkdocs.utils import meta

from estiba.vault.posts import BrokenFrontMatter, NoteHandler, read_post, write_post

# The six points on which MkDocs and python-frontmatter disagree.


def told(read) -> tuple[dict[str, object], str] | str:
    """Give the metadata and the text that `read` reads, or the name of what it raises."""
    try:
        return read()
    except Exception as error:  # noqa: BLE001 - what the hosts raise is what is shown
        return type(error).__name__


def as_mkdocs(text: str) -> tuple[dict[str, object], str] | str:
    return told(lambda: tuple(reversed(meta.get_data(text))))


def as_python_frontmatter(
    text: str, handler: NoteHandler | None = None
) -> tuple[dict[str, object], str] | str:
    return told(lambda: _pair(frontmatter.loads(text, handler=handler)))


def as_post(text: str) -> tuple[dict[str, object], str] | str:
    return told(lambda: _pair(read_post(text)))


def _pair(post: frontmatter.Post) -> tuple[dict[str, object], str]:
    return post.metadata, post.content


TITLE = {"title": "a"}


@pytest.mark.parametrize(
    ("text", "mkdocs", "python_frontmatter", "estiba"),
    [
        pytest.param(
            "---\ntitle: a: b\n---\nTexto.",
            ({}, "---\ntitle: a: b\n---\nTexto."),
            "ScannerError",
            "BrokenFrontMatter",
            id="broken YAML",
        ),
        pytest.param(
            "---\ntitle: a\n...\nTexto.",
            (TITLE, "Texto."),
            ({}, "---\ntitle: a\n...\nTexto."),
            (TITLE, "Texto."),
            id="three dots",
        ),
        pytest.param(
            "\ufeff---\ntitle: a\n---\nTexto.",
            ({}, "\ufeff---\ntitle: a\n---\nTexto."),  # it reads files without the mark
            ({}, "\ufeff---\ntitle: a\n---\nTexto."),
            (TITLE, "Texto."),
            id="byte order mark",
        ),
        pytest.param(
            "\n---\ntitle: a\n---\nTexto.",
            ({}, "---\ntitle: a\n---\nTexto."),
            (TITLE, "Texto."),
            (TITLE, "Texto."),
            id="blank line first",
        ),
        pytest.param(
            "----\ntitle: a\n----\nTexto.",
            ({}, "----\ntitle: a\n----\nTexto."),
            (TITLE, "Texto."),
            ({}, "----\ntitle: a\n----\nTexto."),
            id="four dashes",
        ),
        pytest.param(
            "Title: a\n\nTexto.",
            (TITLE, "Texto."),
            ({}, "Title: a\n\nTexto."),
            ({}, "Title: a\n\nTexto."),
            id="first line with a colon",
        ),
    ],
)
def test_bad_input_18_where_the_hosts_disagree_estiba_has_one_answer(
    show, text, mkdocs, python_frontmatter, estiba
):
    assert as_mkdocs(text) == mkdocs
    assert as_python_frontmatter(text) == python_frontmatter
    assert as_python_frontmatter(text, NoteHandler()) == estiba
    assert as_post(text) == estiba
    read = show(text)
    if isinstance(estiba, str):
        assert read[0] == "title: Nota"
        assert read[-1].startswith("nota.md:2:8: 'title: a: b' has a second colon")
    else:
        metadata, body = estiba
        first = body.partition("\n")[0]
        assert read[0] == f"title: {metadata.get('title', 'Nota')}"
        assert read[-1] == f"body: line {(text.count(chr(10)) if metadata else 0) + 1}, {first!r}"


# Reading and writing back.


def test_a_post_has_the_values_of_a_note_and_its_body_as_it_is():
    post = read_post("---\ntitle: Año\ndate: 2025-10-25\nno: on\ntags: [a, 1]\n---\n\n  Texto. \n\n")
    assert post.metadata == {"title": "Año", "date": dt.date(2025, 10, 25), "no": "on", "tags": ["a", 1]}
    assert post.content == "\n  Texto. \n\n"


def test_a_note_is_written_in_its_own_order_and_with_its_own_letters():
    post = read_post("---\ntitle: Año\ndate: 2025-10-25\ntags: [a, 1]\n---\nTexto.\n")
    post["autora"] = "Inés"
    assert write_post(post) == (
        "---\ntitle: Año\ndate: 2025-10-25\ntags:\n- a\n- 1\nautora: Inés\n---\nTexto.\n"
    )


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("---\ntitle: a: b\n---\n", "nota.md:2:8 [invalid-front-matter]"),
        ("---\na: 1\na: 2\n---\n", "nota.md:3:1 [duplicate-key]"),
        ("---\na: !ENV B\n---\n", "nota.md:2:4 [invalid-front-matter]"),
        ("---\ntitle: a\n\nTexto.\n", "nota.md:1:1 [unclosed-front-matter]"),
        ("---\n- a\n---\n", "nota.md:2:1 [invalid-front-matter]"),
    ],
)
def test_what_cannot_be_read_whole_is_not_read_at_all(text, places):
    with pytest.raises(BrokenFrontMatter) as caught:
        read_post(text, path="nota.md")
    assert str(caught.value) == places


@pytest.mark.parametrize("key", ["content", "handler", "self", "metadata"])
def test_keys_may_be_called_like_parts_of_a_post(key):
    text = f"---\n{key}: a\n---\nTexto.\n"
    assert read_post(text).metadata == {key: "a"}
    assert write_post(read_post(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "1e3",
        "08",
        "1.",
        "-0",
        "2025-1-5",
        "2025-10-25 08:30",
        "true",
        "True",
        "no",
        "~",
        "null",
        "",
        " a",
        "a: b",
        "# a",
    ],
)
def test_a_text_that_looks_like_something_else_stays_a_text(text):
    written = write_post(frontmatter.Post("Texto.", a=text))
    assert read_post(written).metadata == {"a": text}


@pytest.mark.parametrize(
    "body", ["", "Texto.", "\n\nTexto.\n", "---\na: b\n---\nTexto.", "---\na: b\n", "\n---\na: b\n---\n"]
)
@pytest.mark.parametrize("metadata", [{}, {"a": "b"}])
def test_a_body_that_looks_like_front_matter_stays_body(metadata, body):
    written = write_post(frontmatter.Post(body, **metadata))
    post = read_post(written)
    assert (post.metadata, post.content) == (metadata, body)


def test_the_handler_detects_only_front_matter_that_closes():
    handler = NoteHandler()
    assert handler.detect("\ufeff---\na: b\n---\n")
    assert not handler.detect("---\na: b\n")
    assert not handler.detect("texto")
    with pytest.raises(ValueError, match="no front matter"):
        handler.split("---\na: b\n")


def test_the_handler_keeps_the_last_line_ends_of_a_value():
    block, body = NoteHandler().split("---\na: |+\n  b\n\n\n---\nTexto.")
    assert (NoteHandler().load(block), body) == ({"a": "b\n\n\n"}, "Texto.")


def test_python_frontmatter_writes_notes_with_the_handler():
    post = frontmatter.loads("---\na: '08'\n---\nTexto.", handler=NoteHandler())
    assert frontmatter.dumps(post) == "---\na: '08'\n---\nTexto."


LINES = st.lists(
    st.sampled_from(
        [
            "---",
            "...",
            "",
            "a: b",
            "c: [1, 'x', ~]",
            "d: |",
            "  e",
            "f: 2025-10-25",
            "g: 1e3",
            "# h",
            "é: '08'",
        ]
    )
).map("\n".join)


@settings(max_examples=300)
@example("---\n---\n---\na: b\n---\n")
@given(LINES)
def test_writing_what_was_read_keeps_the_body_and_the_values_and_changes_no_more(text):
    try:
        post = read_post(text)
    except BrokenFrontMatter:
        return
    written = write_post(post)
    assert text.endswith(post.content)
    assert written.endswith(post.content)
    again = read_post(written)
    assert (again.metadata, again.content) == (post.metadata, post.content)
    assert write_post(again) == written


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES = st.recursive(
    TEXTS | st.none() | st.booleans() | st.integers(-(10**17), 10**17) | st.dates() | st.floats(-1e9, 1e9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=200)
@given(st.dictionaries(TEXTS, VALUES, max_size=4), st.text(max_size=20))
def test_any_values_and_any_text_come_back_as_they_were_written(metadata, body):
    post = frontmatter.Post(body, NoteHandler())
    post.metadata = metadata
    again = read_post(write_post(post))
    assert (again.metadata, again.content) == (metadata, body)
