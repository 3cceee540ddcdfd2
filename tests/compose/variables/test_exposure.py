from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estiba.compose.example import read_file
from estiba.compose.project.model import read_model
from estiba.compose.variables.candidates import candidates_of
from estiba.compose.variables.exposure import live_secrets_of, masked
from fake_secrets import ISSUED, PEM, RANDOM, drawn

HEAD = "services:\n  app:\n    image: a:1\n"
HEX = RANDOM["hexadecimal"]


def exposed(text):
    return live_secrets_of(text, model := read_model(read_file(text).document), list(candidates_of(model)))


def texts(text):
    return [text[one.start : one.end] for one in exposed(text)]


PLACES = {
    "mapping": "environment: {API_TOKEN: #}",
    "list": "environment:\n      - 'API_TOKEN=#'",
    "comment": "# API_TOKEN=#",
    "comment behind": "environment: []  # API_TOKEN: #",
    "argument of a build": "build: {args: {NPM_TOKEN: #}}",
    "flag": "command: run --api-token=#",
    "flag and value": "command: [run, --api-token, #]",
    "flag in a text": "command: run --api-token # --now",
    "label": "labels: ['app.api-token=#']",
    "address": "environment: {URL: 'amqp://ana:#@mq/x'}",
    "token in an address": "environment: {URL: 'telegram://#@telegram'}",
    "YAML that cannot be read": "environment: {API_TOKEN: #",
    "settings in a block": "environment:\n      CONFIG: |\n        [app]\n        api_token = #",
    "a folded value": "environment:\n      API_TOKEN: >-\n        #",
    "merge key": "environment:\n      <<: {API_TOKEN: #}",
}


@pytest.mark.parametrize("place", PLACES)
def test_random_characters_under_the_key_of_a_credential(place):
    line = PLACES[place]
    at = line.rindex("#")
    assert texts(f"{HEAD}    {line[:at]}{HEX}{line[at + 1 :]}\n") == [HEX]


@pytest.mark.parametrize("vendor", ISSUED)
def test_what_a_vendor_issues_wherever_it_stands(vendor):
    secret = ISSUED[vendor].replace("\n", "\\n")
    (found,) = exposed(f'{HEAD}    environment:\n      ANY: "{secret}"\n')
    assert found.vendor == vendor
    assert f'{HEAD}    environment:\n      ANY: "{secret}"\n'[found.start : found.end] in secret


@pytest.mark.parametrize(
    "lines",
    [
        f"image: registry.home.arpa/a@sha256:{drawn(64, '0123456789abcdef')}",
        f"environment: {{COMMIT: {HEX}}}",
        f"environment: {{API_TOKEN_FILE: /run/secrets/{HEX}}}",
        f"environment: {{TOKEN_URL: 'https://{HEX}.home.arpa/'}}",
        f"environment: {{API_TOKEN: 'https://home.arpa/{HEX}'}}",
        f"environment: {{API_TOKEN: ./{HEX}}}",
        f"environment: {{PASSWORD_HASH: {HEX}}}",
        f"environment: {{SENTRY_DSN: 'https://{HEX}@sentry.home.arpa/1'}}",
        f"volumes: ['/srv/{HEX}:/token']",
        f"environment: {{API_TOKEN: '${{TOKEN:-{HEX[:8]}}}'}}",
        "environment: {API_TOKEN: changemechangemechangeme}",
    ],
)
def test_what_is_no_secret(lines):
    assert texts(f"{HEAD}    {lines}\n") == []


def test_mask_keeps_length_and_lines():
    text = (
        HEAD + "    environment:\n      KEY: |\n" + "".join(f"        {line}\n" for line in PEM.split("\n"))
    )
    spans = [(one.start, one.end) for one in exposed(text)]
    hidden = masked(text, spans)
    assert len(hidden) == len(text)
    assert [len(line) for line in hidden.split("\n")] == [len(line) for line in text.split("\n")]
    assert not any(line in hidden for line in PEM.split("\n"))
    assert hidden.startswith(HEAD + "    environment:\n      KEY: |\n        •••••")
    assert exposed(hidden) == ()


def test_secret_that_is_both_issued_and_under_a_key_is_said_once():
    (found,) = exposed(f"{HEAD}    environment: [GITHUB_TOKEN={ISSUED['GitHub']}]\n")
    assert (found.vendor, found.key) == ("GitHub", "")


@settings(derandomize=True, deadline=None, max_examples=50)
@given(st.text(max_size=80), st.sampled_from(list(RANDOM.values())))
def test_any_text_can_be_looked_through(text, secret):
    whole = f"{HEAD}    environment:\n      API_TOKEN: {secret}\n# {text}"
    found = exposed(whole)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert secret.removeprefix("base64:") not in masked(whole, [(one.start, one.end) for one in found])
