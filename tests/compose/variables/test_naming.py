from __future__ import annotations

import pytest

from estiba.compose.variables.naming import free_name, variable_name
from estiba.compose.variables.roles import Role, role_of


@pytest.mark.parametrize(
    ("text", "suffix", "name"),
    [
        ("TS_AUTHKEY", "", "TS_AUTHKEY"),
        (
            "SFTPGO_HTTPD__BINDINGS__0__OIDC__CLIENT_SECRET",
            "",
            "SFTPGO_HTTPD__BINDINGS__0__OIDC__CLIENT_SECRET",
        ),
        ("clientSecret", "", "CLIENT_SECRET"),
        ("your server ip", "", "SERVER_IP"),
        ("tu-dominio", "", "DOMINIO"),
        ("path to data", "PATH", "DATA_PATH"),
        ("config", "PATH", "CONFIG_PATH"),
        ("config path", "PATH", "CONFIG_PATH"),
        ("1password token", "", "_1_PASSWORD_TOKEN"),
        ("¿?", "PATH", ""),
        ("", "", ""),
    ],
)
def test_name(text, suffix, name):
    assert variable_name(text, suffix=suffix) == name


def test_name_that_is_taken_or_the_systems_gets_the_service_before_it():
    assert free_name("TOKEN", "app", set()) == "TOKEN"
    assert free_name("TOKEN", "my-app", {"TOKEN"}) == "APP_TOKEN"
    assert free_name("TOKEN", "app", {"TOKEN", "APP_TOKEN"}) == "APP_TOKEN_2"
    assert free_name("HOSTNAME", "app", set()) == "APP_HOSTNAME"
    assert free_name("COMPOSE_TOKEN", "¿?", set()) == "MY_COMPOSE_TOKEN"


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("TS_AUTHKEY", Role.SECRET),
        ("BACKUP_DIR", Role.PATH),
        ("CARPETA_2", Role.PATH),
        ("TZ", Role.TIME_ZONE),
        ("PUID", Role.NUMBER),
        ("HTTP_PORT", Role.NUMBER),
        ("PIHOLE_IP", Role.HOST),
        ("PAPERLESS_URL", Role.ADDRESS),
        ("DOMINIO", Role.DOMAIN),
        ("LANGUAGE", Role.TEXT),
        ("", Role.TEXT),
    ],
)
def test_role(name, role):
    assert role_of(name) is role
