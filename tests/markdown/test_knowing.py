"""What a reader is told before they run an example."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest

from estiba.catalogue import catalogue_for
from estiba.checks.judged import judge_text
from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.markdown.knowing import marked_lines, what_to_know
from estiba.vault.text.fences import scan_fences

RISKY = """services:
  web:
    image: web:latest
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock  # estiba: allow docker-socket -- it "restarts" <others>
    ports:
      - 8080:80
  other:
    image: other:1.2
    restart: allways
    ports:
      - 8080:80
"""


def judged(text, info="yaml", above="Text.\n\n"):
    lines = f"{above}```{info}\n{text}```\n".split("\n")
    (example,) = judge_text(lines, scan_fences(lines), Rules(Config(), dt.date.min)).values()
    return example


def told(example, language="en", check_url=lambda name: f"../{name}/"):
    part = what_to_know(example, catalogue_for(language), "block", check_url)
    if part is None:
        return None
    items = re.findall(r"<li[^>]*>(.*?)</li>", str(part.content))
    return part.summary, part.is_open, [html.unescape(re.sub(r"<[^>]*>", "", one)) for one in items]


def test_worst_first_each_with_its_line_its_reason_and_its_check():
    summary, is_open, items = told(judged(RISKY))
    assert (summary, is_open) == ("Before you run it: 2 warnings, 2 pieces of advice", True)
    assert [one.split(". ") for one in items] == [
        ["warning line 10: 'allways' is no restart policy; did you mean 'always'? unknown-value"],
        [
            (
                "warning line 12: the port 8080/tcp of the host belongs to 'web' already, line 7; give one of"
                " them another"
            ),
            "port-clash",
        ],
        [
            (
                "advice line 3: 'web:latest' is another program next month; write the version, for example"
                " 'web:<version>'"
            ),
            "floating-tag",
        ],
        [
            (
                "advice line 5: whoever reaches '/var/run/docker.sock' is root on the host, even with ':ro';"
                " leave it out, or put a proxy in between that lets through only what is needed"
            ),
            'Its author answers: “it "restarts" <others>” docker-socket',
        ],
    ]


def test_in_the_readers_language():
    summary, _, items = told(judged(RISKY), "es")
    assert summary == "Antes de arrancarlo: 2 avisos, 2 consejos"
    assert items[0].startswith("aviso línea 10: 'allways' no es una política de reinicio; ¿querías decir")


def test_links_lead_to_the_line_and_to_the_page_of_the_check():
    part = what_to_know(judged(RISKY), catalogue_for("en"), "block", lambda name: f"../{name}/")
    assert '<a href="#block-3">line 3</a>' in part.content
    assert '<a class="estiba-know__check" href="../floating-tag/">floating-tag</a>' in part.content
    plain = what_to_know(judged(RISKY), catalogue_for("en"), "block", lambda _: "")
    assert '<span class="estiba-know__check">floating-tag</span>' in plain.content
    assert "&lt;others&gt;" in plain.content


def test_source_of_a_fact_is_a_link():
    part = what_to_know(
        judged("services:\n  db:\n    image: postgres:17\n    restart: always\n    ports: [5432]\n"),
        catalogue_for("en"),
        "block",
        lambda _: "",
    )
    assert re.search(r'\(<a href="(https://[^"]+)" rel="noopener">\1</a>\)', str(part.content))


def test_a_source_that_is_a_path_is_no_link():
    part = what_to_know(judged(RISKY), catalogue_for("en"), "block", lambda _: "")
    assert "docker.sock" in part.content
    assert re.findall(r'href="([^"#][^"]*)"', str(part.content)) == []


def test_lines_are_marked_by_the_worst_of_them():
    assert {line: mark.classes for line, mark in marked_lines(judged(RISKY)).items()} == {
        3: ("estiba-line", "estiba-line--advice"),
        5: ("estiba-line", "estiba-line--advice"),
        10: ("estiba-line", "estiba-line--warning"),
        12: ("estiba-line", "estiba-line--warning"),
    }


@pytest.mark.parametrize(
    ("text", "info"),
    [
        ("services:\n  a:\n    image: b:1\n", "yaml"),
        ("services:\n  a:\n    image: b:1\n    env_file: .env\n    environment: {A: '${B}'}\n", "yaml"),
        ("services:\n  a:\n    image: b:latest\n    ports: [x]\n", 'yaml bad="bad-port"'),
        ("services:\n  a:\n    image: b:1  # estiba: allow floating-tag -- nothing there\n", "yaml"),
    ],
)
def test_nothing_to_know(text, info):
    example = judged(text, info)
    assert told(example) is None
    assert marked_lines(example) == {}


def test_excerpts_and_broken_files_say_what_is_wrong_with_them():
    excerpt = judged("services:\n  a:\n    imag: b:1\n", "yaml excerpt")
    assert told(excerpt)[2] == [
        "error line 3: 'imag' is no key that is known here; did you mean 'image'? unknown-key"
    ]
    broken = judged("services:\n  a:\n    image: b:1\n\tports: []\n")
    assert [one.split(":")[0] for one in told(broken)[2]] == ["error line 4"]


def test_much_advice_is_folded():
    services = "".join(f"  s{number}:\n    image: a{number}\n" for number in range(4))
    assert told(judged("services:\n" + services))[:2] == ("Before you run it: 4 pieces of advice", False)
