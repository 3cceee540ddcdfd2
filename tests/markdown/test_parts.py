"""Parts of Compose files and counter-examples on a page: shown as what they are."""

from __future__ import annotations

import pytest

from estiba.markdown.page import ExampleFiles

WHOLE = "services:\n  web:\n    image: nginx\n"
CHECKED = "Checked: Compose schema and references. Not started."


def fence(text, info="yaml"):
    return f"```{info}\n{text}```\n"


def place(judged):
    return ExampleFiles(f"examples/{judged.shown.example.shown_name}")


@pytest.mark.parametrize(
    ("text", "info", "verdict", "label"),
    [
        (WHOLE, "yaml", CHECKED, "Docker Compose example: compose.yaml"),
        ("ports:\n  - 80:80\n", "yaml", "Excerpt", "Part of a Docker Compose file: compose.yaml"),
        (WHOLE + "    ...\n", "yaml", "Excerpt", "Part of a Docker Compose file: compose.yaml"),
        (WHOLE, "yaml excerpt", "Excerpt", "Part of a Docker Compose file: compose.yaml"),
        (
            WHOLE,
            'yaml bad="bad-port"',
            "Counter-example",
            "Docker Compose counter-example: compose.yaml",
        ),
    ],
)
def test_it_says_what_it_is(convert, text, info, verdict, label):
    page = convert(fence(text, info))
    assert [(one.label, one.text, one.verdict) for one in page.blocks] == [(label, text, verdict)]


@pytest.mark.parametrize(
    ("text", "info", "copied", "downloaded"),
    [
        (WHOLE, "yaml", True, True),
        ("ports:\n  - 80:80\n", "yaml", True, False),
        (WHOLE + "    ...\n", "yaml", True, False),
        (WHOLE, 'yaml bad="bad-port"', False, False),
    ],
)
def test_what_can_be_done_with_it(convert, text, info, copied, downloaded):
    page = convert(fence(text, info), place=place)
    assert ("estiba-example__copy" in page.html) is copied
    assert [bool(one.download) for one in page.blocks] == [downloaded]


def test_it_says_so_in_the_language_of_the_page(convert):
    page = convert(fence("ports:\n  - 80:80\n"), language="es")
    assert [one.verdict for one in page.blocks] == ["Fragmento"]
    assert [one.label for one in page.blocks] == ["Parte de un archivo de Docker Compose: compose.yaml"]


@pytest.mark.parametrize("text", ["kind: Pod\n", "labels:\n  app: web\n", "image: cover.png\n"])
def test_other_yaml_is_left_to_others(convert, text):
    assert convert(fence(text)).blocks == []
