"""Explanations of what the example does not have."""

from __future__ import annotations

import datetime as dt

import pytest

from estiba.catalogue import catalogue_for
from estiba.checks.judge import examples_of, judge_note
from estiba.checks.rules import Rules
from estiba.config import Config
from estiba.vault.note import read_note

EXAMPLE = """services:
  web:
    image: nginx:1.29
    environment:
      TZ: ${TZ:-Europe/Madrid}
      LOG_LEVEL: info
    ports:
      - "8080:80"
    restart: unless-stopped
  db:
    image: postgres:17.6
"""
RULES = Rules(Config(), dt.date(2026, 11, 22), select=frozenset({"stale-explanation", "unused-silence"}))


def told(items, example=EXAMPLE, *, info="yaml", above="", below="", language="en"):
    """Give `line:column message` of each problem; the first item is on line 1."""
    text = f"{above}```{info}\n{example}```\n\n"
    note = read_note(f"{text}{items}\n\n{below}".encode(), "Nota.md", RULES.config)
    catalogue = catalogue_for(language)
    return [
        f"{one.position.line - text.count(chr(10))}:{one.position.column} {one.severity}"
        f" {catalogue.problem(one)} [{one.check}]"
        for one in judge_note(note, RULES)
    ]


def gone(items, example=EXAMPLE, **options):
    """Give the names of what is reported as gone or near."""
    return [line.split("'")[1] for line in told(items, example, **options)]


def test_what_is_said():
    items = "- **image:** x\n- **volumes:** x\n- **restart: always:** x\n- **LOG_LEVL:** x\n- **DB_USER:** x"
    assert told(items) == [
        (
            "2:3 warning the example has nothing called 'volumes';"
            " mend the explanation, or take it out [stale-explanation]"
        ),
        (
            "3:3 warning the example has 'unless-stopped' under 'restart', not 'always';"
            " mend one of the two [stale-explanation]"
        ),
        (
            "4:3 warning the example has nothing called 'LOG_LEVL';"
            " did you mean 'LOG_LEVEL'? [stale-explanation]"
        ),
        (
            "5:3 warning the example has nothing called 'DB_USER';"
            " mend the explanation, or take it out [stale-explanation]"
        ),
    ]
    assert [line.partition(" warning ")[2] for line in told(items, language="es")] == [
        (
            "en el ejemplo no hay nada que se llame 'volumes';"
            " corrige la explicación o quítala [stale-explanation]"
        ),
        (
            "el ejemplo tiene 'unless-stopped' en 'restart', no 'always';"
            " corrige una de las dos cosas [stale-explanation]"
        ),
        (
            "en el ejemplo no hay nada que se llame 'LOG_LEVL';"
            " ¿querías decir 'LOG_LEVEL'? [stale-explanation]"
        ),
        (
            "en el ejemplo no hay nada que se llame 'DB_USER';"
            " corrige la explicación o quítala [stale-explanation]"
        ),
    ]


@pytest.mark.parametrize(
    ("item", "name"),
    [
        ("**volumes:** x", "volumes"),
        ("**`volumes`** \u2013 x", "volumes"),
        ("`volumes`: x", "volumes"),
        ("**network_mode: host:** x", "network_mode"),
        ("**dns: 1.1.1.1:** x", "dns"),
        ("**healthcheck.interval:** x", None),
        ("**interval:** x", "interval"),
        ("**x-common:** x", "x-common"),
        ("**DB_USER:** x", "DB_USER"),
        ("**FTLCONF_dns_upstreams:** x", "FTLCONF_dns_upstreams"),
        ("**PUID:** x", "PUID"),
        ("`WATCHTOWER`: x", "WATCHTOWER"),
        ("**TZ y DB_USER:** x", "DB_USER"),
        ("**LOG_LEVEL/DB_USER:** x", "DB_USER"),
        ("`imge`: x", "imge"),
        ("`LOGLEVEL`: x", "LOGLEVEL"),
    ],
)
def test_names_that_nothing_has(item, name):
    assert gone(f"- **image:** x\n- {item}") == ([name] if name else [])


@pytest.mark.parametrize(
    "item",
    [
        # prose
        "**Importante:** x",
        "**IMPORTANTE:** x",
        "**DNS:** x",
        "**HTTPS:** x",
        "**Ventajas:** x",
        "**Volumes and networks:** x",
        "**Red de malla:** x",
        "**imagen:** x",
        "**puertos:** x",
        "**importante:** x",
        "**copia de seguridad:** x",
        "**Primer arranque (importante):** x",
        "**nginx: servidor web:** x",
        "**web: proxy:** x",
        "**Nota:** x",
        "*volumes:* x",
        "volumes: x",
        # code that is no word for a line
        "`docker compose up -d`: x",
        "`latest`: x",
        "`config.yml`: x",
        "`/etc/nginx`: x",
        "`./data`: x",
        "`UDP`: x",
        "`port`: x",
        "`http://web:80`: x",
        # not set off from what follows
        "**volumes** are not needed",
        "`volumes` are not needed",
        "`DB_USER` is not needed",
        # values
        "**image: the official one:** x",
        "**image: official:** x",
        "**TZ: Europe/London:** x",
        "**restart: ...:** x",
        "**LOG_LEVEL=<level>:** x",
    ],
)
def test_what_may_be_prose(item):
    assert told(f"- **image:** x\n- **ports:** x\n- {item}") == []


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("**restart: always:** x", "'unless-stopped' under 'restart', not 'always'"),
        ("**image: nginx:1.28:** x", "'nginx:1.29, postgres:17.6' under 'image', not 'nginx:1.28'"),
        ("`nginx:1.28`: x", "'1.29' under 'nginx', not '1.28'"),
        ("**ports: 80:80:** x", "'8080:80' under 'ports', not '80:80'"),
        ("`LOG_LEVEL=debug2`: x", "'info' under 'LOG_LEVEL', not 'debug2'"),
    ],
)
def test_other_values(item, said):
    (line,) = told(f"- **services:** x\n- {item}")
    assert said in line


def test_values_that_are_told_apart_are_none_of_its_own():
    items = "- **image:** x\n- `restart: no`: x\n- `restart: always`: x\n- `restart: unless-stopped`: x"
    assert told(items) == []


def test_services_among_services():
    items = "- `web`: x\n- `db`: x\n- `cache`: x\n"
    assert gone(items) == ["cache"]
    assert gone("- `image`: x\n- `cache`: x") == []
    assert gone("- **web:** x\n- **cache:** x") == []
    assert gone("- **web:** x\n- **machine-learning:** x") == ["machine-learning"]


def test_a_list_that_explains_nothing_is_none():
    assert told("- **volumes:** x\n- **DB_USER:** x") == []


def test_words_that_may_be_prose_count_where_most_items_explain():
    prose = "- **Uno:** x\n- **Dos:** x\n- **Tres:** x\n"
    assert gone(f"- **image:** x\n{prose}- **volumes:** x") == []
    assert gone(f"- **image:** x\n{prose}- **network_mode:** x") == ["network_mode"]


@pytest.mark.parametrize(
    "below",
    [
        "```yaml\nservices:\n  x:\n    image: a:1\n    volumes: [a:/b]\n    environment: {DB_USER: x}\n```\n",
        "```bash\ndocker run -e DB_USER=x -v volumes:/x x\n```\n\n```ini\nvolumes=1\n```\n",
        "```yaml\n# volumes:\n# - DB_USER=x\n```\n",
    ],
)
def test_what_another_fence_has(below):
    items = "- **image:** x\n- **volumes:** x\n- **DB_USER:** x"
    assert gone(items) == ["volumes", "DB_USER"]
    assert gone(items, below=below) == []


def test_what_is_commented_out():
    example = EXAMPLE + "    # volumes:\n    #   - data:/x\n    # environment: {DB_USER: x}\n"
    assert gone("- **image:** x\n- **volumes:** x\n- **DB_USER:** x", example) == []


def test_variables_of_a_file_that_nobody_sees():
    example = EXAMPLE + "    env_file: .env\n"
    assert gone("- **image:** x\n- **DB_USER:** x\n- `WATCHTOWER`: x", example) == []
    assert gone("- **image:** x\n- **volumes:** x", example) == ["volumes"]


@pytest.mark.parametrize(
    "more", ["include: [other.yaml]\n", "    extends: {file: other.yaml, service: db}\n"]
)
def test_what_another_file_may_have(more):
    assert gone("- **image:** x\n- **volumes:** x", EXAMPLE + more) == []


def test_part_of_a_file():
    example = "web:\n  image: nginx:1.29\n  environment:\n    LOG_LEVEL: info\n  restart: always\n"
    items = "- **image:** x\n- **volumes:** x\n- **DB_USER:** x\n"
    assert told(items, example) == []
    assert gone(items + "- **LOG_LEVL:** x", example) == ["LOG_LEVL"]
    assert len(told(items + "- **restart: no:** x", example)) == 1


def test_counter_example_and_what_cannot_be_read():
    items = "- **image:** x\n- **volumes:** x"
    assert [one for one in told(items, info="yaml bad='floating-tag'") if "stale" in one] == []
    assert told(items, EXAMPLE + "    ports: [a\n") == []


@pytest.mark.parametrize(
    "items",
    [
        "- **image:** x\n- **volumes:** x <!-- estiba: allow stale-explanation -- on purpose -->",
        "- **image:** x\n<!-- estiba: allow stale-explanation -- on purpose -->\n- **volumes:** x",
        "- **image:** x\n\n    <!-- estiba: allow stale-explanation -- on purpose -->\n\n- **volumes:** x",
        "<!-- estiba: allow stale-explanation -- on purpose -->\n\n- **image:** x\n- **volumes:** x",
    ],
)
def test_silences(items):
    assert told(items) == []


def test_place_in_a_note_with_front_matter_and_in_a_quote():
    note = read_note(
        b"---\ntitle: X\n---\n\n> ```yaml\n> services: {web: {image: nginx:1.29}}\n> ```\n>\n"
        b"> - **image:** x\n>     - **volumes:** x\n",
        "Nota.md",
        RULES.config,
    )
    assert [one.position for one in judge_note(note, RULES)] == [(10, 9)]


def test_front_matter_is_no_text():
    note = read_note(
        b"---\ntitle: |\n  ```\n---\n\n```yaml\nservices: {web: {image: nginx:1.29}}\n```\n- **volumes:** x\n"
        b"- **image:** x\n",
        "Nota.md",
        RULES.config,
    )
    (example,) = examples_of(note)
    assert [one.position for one in example.explanations] == [(9, 3), (10, 3)]
    assert [one.position for one in judge_note(note, RULES)] == [(9, 3)]


def test_very_many_items():
    items = "- **image:** x\n" + "".join(f"- **VAR_{number}:** x\n" for number in range(3_000))
    assert len(told(items)) == 3_000
