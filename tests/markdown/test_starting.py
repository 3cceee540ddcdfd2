"""How to start an example, as its reader sees it."""

from __future__ import annotations

import html
import re

import pytest

from estiba.catalogue import catalogue_for
from estiba.checks.judged import JudgedExample
from estiba.checks.subjects import PlacedExample
from estiba.checks.verdicts import Verdict
from estiba.compose.example import read_file
from estiba.markdown.fetch_command import Source, fetch_command
from estiba.markdown.starting import how_to_start

URL = "https://notes.example/it/"
BARE = Source(f"{URL}compose.yaml", None, "it")
WITH_ENV = Source(f"{URL}compose.yaml", f"{URL}.env.example", "it")
TO_FILL = Source(f"{URL}compose.yaml", f"{URL}.env.example", "it", is_to_fill=True)
PLAIN = "services: {web: {image: x}}"
NEEDY = "services: {web: {image: x, env_file: [.env, ./.env, web.env]}}"


def part_of(text=PLAIN, source=BARE, language="en", verdict=Verdict.CHECKED):
    judged = JudgedExample(PlacedExample(read_file(text), "", 1, in_note=True), verdict)
    return how_to_start(judged, source, catalogue_for(language), "estiba-example-2")


def paragraphs(part):
    found = re.findall("<(?:p|li)>(.*?)</(?:p|li)>", str(part.content))
    return [html.unescape(re.sub("</?code>", "`", one)) for one in found]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (BARE, "Makes the folder `it`, downloads the example there and starts it."),
        (
            WITH_ENV,
            (
                "Makes the folder `it`, downloads the example there and starts it. It downloads `.env` too,"
                " with the values that the example brings. If you have a `.env` already, it is left alone."
            ),
        ),
        (
            TO_FILL,
            (
                "Makes the folder `it`, downloads the example there and starts it. Before that, it opens"
                " `.env` for you to write your values. If you have a `.env` already, it is left alone."
            ),
        ),
    ],
)
def test_what_the_line_does(source, said):
    part = part_of(source=source)
    assert (part.kind, part.summary, part.is_open) == (
        "start",
        "Download and start it with one command",
        True,
    )
    assert paragraphs(part) == [said]


@pytest.mark.parametrize(("source", "text"), [(BARE, PLAIN), (TO_FILL, PLAIN), (BARE, NEEDY)])
def test_the_line_is_the_text_of_the_code_that_the_button_copies(source, text):
    content = str(part_of(text, source).content)
    code = re.search('<code id="estiba-example-2-command">(.*?)</code>', content)[1]
    assert html.unescape(re.sub("<[^>]*>", "", code)) == fetch_command(source, starts=text is PLAIN)
    assert 'data-estiba-copies="estiba-example-2-command"' in content


def test_what_must_be_there_first_ends_the_line_and_is_named():
    part = part_of(NEEDY)
    assert part.summary == "Download it with one command"
    assert paragraphs(part) == [
        "Makes the folder `it` and downloads the example there.",
        "It does not start it, because this is needed first:",
        "The file `.env`, which you have to bring.",
        "The file `./.env`, which you have to bring.",
        "The file `web.env`, which you have to bring.",
        "Then, in that folder: `docker compose up -d`",
    ]
    assert "up -d" not in re.search("<pre>.*</pre>", str(part.content))[0]


def test_an_env_that_the_line_brings_is_not_missing():
    assert paragraphs(part_of(NEEDY, TO_FILL, "es")) == [
        (
            "Crea la carpeta `it` y descarga ahí el ejemplo. Abre `.env` para que escribas tus valores."
            " Si ya tienes un `.env`, no lo cambia."
        ),
        "No lo arranca, porque antes hace falta:",
        "El archivo `web.env`, que tienes que poner tú.",
        "Después, en esa carpeta: `docker compose up -d`",
    ]


def test_of_many_needs_the_first_are_named():
    files = ", ".join(f"{number}.env" for number in range(30))
    needs = paragraphs(part_of(f"services: {{web: {{image: x, env_file: [{files}]}}}}"))[2:-1]
    assert len(needs) == 9
    assert needs[-1] == "and 22 more"


def test_what_an_author_writes_is_text():
    content = str(
        part_of("services: {web: {image: x, env_file: '<b>'}}", Source(BARE.compose_url, None, "<i>")).content
    )
    assert "<code>&lt;b&gt;</code>" in content
    assert not re.search("<[bi]>", content)


@pytest.mark.parametrize("verdict", [Verdict.FAILED, Verdict.UNREADABLE, Verdict.TOO_LARGE])
def test_what_compose_refuses_has_no_line(verdict):
    assert part_of(verdict=verdict) is None


def test_without_an_address_there_is_no_line():
    assert part_of(source=None) is None
