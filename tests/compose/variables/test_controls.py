from __future__ import annotations

import pytest

from estiba.compose.example import read_file
from estiba.compose.project.model import read_model
from estiba.compose.variables.candidates import candidates_of
from estiba.compose.variables.controls import controls_of
from estiba.compose.variables.fill_plan import fill_plan
from estiba.compose.variables.variables import variables_of

HEAD = "services:\n  app:\n    image: a:1\n"


def controls(text):
    variables = variables_of(text, model := read_model(read_file(text).document), list(candidates_of(model)))
    return {one.name: str(control) for one, control in controls_of(fill_plan(text, variables))}


@pytest.mark.parametrize(
    ("line", "control"),
    [
        ("environment: [A_TOKEN=abc]", {"A_TOKEN": "secret"}),
        ("environment: {A: $NAME}", {"NAME": "text"}),
        ("environment: {A: '${A_DIR}:/b'}", {"A_DIR": "path"}),
        ("environment: {TZ: Europe/Madrid}", {"TZ": "zone"}),
        ("environment: {PUID: 1000}", {"PUID": "number"}),
        ("environment: {UMASK: $UMASK_2}", {"UMASK_2": "umask"}),
        ("environment: {A: $DB_HOST}", {"DB_HOST": "host"}),
        ("environment: {A: $APP_URL}", {"APP_URL": "address"}),
        ('ports: ["${WEB_PORT}:80"]', {"WEB_PORT": "port"}),
        ("ports:\n      - $PUERTO:80", {"PUERTO": "port"}),
        ("volumes:\n      - ${DATA}:/data", {"DATA": "mount"}),
        ("volumes: ['</your/media>:/media:ro']", {"MEDIA_PATH": "mount"}),
        ('volumes: ["${ROOT_DIR}/data:/data"]', {"ROOT_DIR": "path"}),
        ('volumes: ["./${NAME}:/data"]', {"NAME": "path"}),
        ("volumes:\n      - {type: bind, source: $A_DIR, target: /b}", {"A_DIR": "path"}),
        ("environment: {A: https://app.example.com}", {"DOMAIN": "domain"}),
        ("environment: {DOMAIN: $DOMAIN}", {"DOMAIN": "site"}),
        ("environment: ['DOMAIN=$DOMAIN']", {"DOMAIN": "site"}),
        ('environment: ["DOMAIN=$DOMAIN"]', {"DOMAIN": "site"}),
        ("environment: {A: 'app.$DOMAIN'}", {"DOMAIN": "domain"}),
        ("environment: {A: '${DOMAIN}/x'}", {"DOMAIN": "domain"}),
        ("environment: {A: '${B_PORT:+x}'}", {"B_PORT": "port"}),
    ],
)
def test_control_is_known_by_name_and_place(line, control):
    assert controls(f"{HEAD}    {line}\n") == control
