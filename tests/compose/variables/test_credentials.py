from __future__ import annotations

import pytest

from estiba.compose.variables.credentials import is_credential, is_hash, is_of_database, is_password, words_of

CREDENTIALS = """
    TS_AUTHKEY POSTGRES_PASSWORD MYSQL_ROOT_PASSWORD DUCKDNSTOKEN PGPASSWORD clientSecret DB_PASS
    WUD_AUTH_OIDC_CLIENTSECRET CONTRASEÑA_BD CLAVE_DB clave contrasena JWT_SECRET_KEY SECRET_KEY_BASE
    PASSWORD_HASH PRIVATE_KEY PRIVATEKEY PrivateKey API_KEY apiKey PASS token NEXTAUTH_SECRET
    N8N_ENCRYPTION_KEY database__connection__password MEILI_MASTER_KEY requirepass WIREGUARD_PRESHARED_KEY
    SMTP_PASSWORD_2 APP_KEY DB_ENC_KEY
    """.split()
OTHERS = """
    POSTGRES_PASSWORD_FILE MYSQL_RANDOM_ROOT_PASSWORD MYSQL_ALLOW_EMPTY_PASSWORD TOKEN_URL TOKEN_TTL
    MAX_TOKENS PUBLIC_KEY BYPASS COMPASS KEY SECRETS PASSWORD_ACCESS OG_OIDC_CLIENT_KEY ROLES_TOKEN_PATH
    AWS_ACCESS_KEY_ID
    AUTH DISABLE_PASSWORD_AUTH SECRET_NAME PASSWORD_MIN_LENGTH REQUIRE_PASSWORD KEYBOARD POSTGRES_USER
    TOKEN_EXPIRY passHostHeader
    """.split()


@pytest.mark.parametrize("key", CREDENTIALS)
def test_key_of_a_credential(key):
    assert is_credential(key)


@pytest.mark.parametrize("key", [*OTHERS, "", "__", "7"])
def test_key_of_something_else(key):
    assert not is_credential(key)


def test_words_of_a_key():
    assert words_of("clientSecret") == ("client", "secret")
    assert words_of("DB__CONTRASEÑA-2") == ("db", "contrasena", "2")
    assert words_of("HTTPToken") == ("http", "token")


def test_password_is_chosen_by_people():
    assert is_password("POSTGRES_PASSWORD")
    assert is_password("CLAVE_BD")
    assert not is_password("API_TOKEN")


def test_hash_is_no_credential_itself():
    assert is_hash("PASSWORD_HASH")
    assert not is_hash("PASSWORD")


def test_password_of_a_database():
    assert is_of_database("MYSQL_PASSWORD")
    assert is_of_database("PAPERLESS_DBPASS")
    assert not is_of_database("ADMIN_PASSWORD")
