from __future__ import annotations

import pytest

from estiba.compose.document import Reading
from estiba.compose.example import read_example

SMALLEST = "services:\n  web:\n    image: nginx\n"


@pytest.mark.parametrize(
    ("info", "name"),
    [
        ("", "compose.yaml"),
        ("yaml", "compose.yaml"),
        ("yaml:compose.yml", "compose.yml"),
        ("YAML:media.yaml linenums='1'", "media.yaml"),
        (":traefik.yml", "traefik.yml"),
        ("docker-compose:docker-compose.override.yml", "docker-compose.override.yml"),
        ("yaml:notes.txt", "compose.yaml"),
        ("yaml:../../x.yml", "compose.yaml"),
        ('yaml:compose.yml title="Con proxy"', "Con proxy"),
        ('yaml title=""', "compose.yaml"),
        ("yaml title='<img src=x onerror=alert(1)>'", "<img src=x onerror=alert(1)>"),
    ],
)
def test_the_name_that_is_shown(info, name):
    example = read_example(SMALLEST, info=info)
    assert example is not None
    assert example.shown_name == name


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (SMALLEST, SMALLEST),
        (SMALLEST.rstrip("\n"), SMALLEST),
        (SMALLEST + "\n\n", SMALLEST),
        ("\n\n" + SMALLEST, "\n\n" + SMALLEST),
        (SMALLEST + "  \n", SMALLEST + "  \n"),
        ("services:  \n  web:\n    image: nginx\t\n", "services:  \n  web:\n    image: nginx\t\n"),
    ],
)
def test_the_text_ends_in_one_line_feed_and_is_else_untouched(text, shown):
    example = read_example(text)
    assert example is not None
    assert example.text == shown


def test_other_yaml_is_no_example():
    assert read_example("kind: Pod\n", info="yaml:compose.yml") is None


@pytest.mark.parametrize(
    ("below", "line"),
    [
        ("\tports: x\n", 4),
        ("    ports: ['80:80'\n", 4),
        ("    ports: ['80:80'\n\n\n", 4),
    ],
)
def test_the_line_of_a_fault_is_a_line_of_the_text(below, line):
    example = read_example(SMALLEST + below)
    assert example is not None
    assert not example.readable
    assert example.fault_line == line


def test_what_can_be_read_has_no_fault():
    example = read_example(SMALLEST)
    assert example is not None
    assert example.readable
    assert example.fault_line is None


def test_what_is_too_large_counts_as_readable():
    example = read_example(SMALLEST + "#\n" * 200_000)
    assert example is not None
    assert example.document.reading is Reading.TOO_LARGE
    assert example.readable
    assert example.fault_line is None
