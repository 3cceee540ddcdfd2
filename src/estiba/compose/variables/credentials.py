"""Which keys of an environment, flags and settings are those of a credential."""

from __future__ import annotations

import re
from functools import lru_cache

from estiba.folding import fold

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_CREDENTIALS = frozenset(
    """
    masterauth requirepass
    apikey authkey clave contrasena passphrase passwd password pass preauthkey psk pw pwd secret secretkey
    token
    """.split()
)
_ENDINGS = tuple(
    """
    accesskey apikey authkey contrasena dbpass encryptionkey masterkey passwd password privatekey rootpass
    secret secretkey token
    """.split()
)
"""Of words that are written as one: `PGPASSWORD`, `duckdnstoken`."""
_BEFORE_KEY = frozenset(
    """
    access account admin api app auth cookie crypt crypto enc encrypt encryption encryptation hmac jwt license
    master pepper preshared private secret session share shared sign signing storage token webhook
    """.split()
)
_BEHIND = frozenset({"base", "hash", "hashed", "bcrypt", "default"})
"""What may stand behind it: `SECRET_KEY_BASE`, `PASSWORD_HASH`."""
_HASHES = frozenset({"hash", "hashed", "bcrypt"})
_SWITCHES = frozenset(
    """
    allow allowed bypass change disable empty enable expire force hide need needed no random require reset
    show skip use without
    """.split()
)
"""What makes a question of the key: `MYSQL_RANDOM_ROOT_PASSWORD`."""
_PASSWORDS = ("clave", "contrasena", "pass", "passwd", "password", "passphrase", "pwd", "pw")
_DATABASES = frozenset(
    """
    database db dbpass dbpassword mariadb mongo mongodb mysql pg pgpass pgpassword postgres postgresql redis
    sql
    """.split()
)


def is_credential(key: str) -> bool:
    """Whether a value under `key` is a password, a token or a key to keep.

    `TS_AUTHKEY`, `database__connection__password`, `clientSecret` and `CONTRASEÑA_BD` are; what
    says where one is, how long it lasts or whether there is one (`…_FILE`, `…_TTL`) is not.
    """
    words = _meaning(key)
    if not words or not _SWITCHES.isdisjoint(words) or "public" in words:
        return False
    last = words[-1]
    return (
        last in _CREDENTIALS
        or last.endswith(_ENDINGS)
        or (last == "key" and len(words) > 1 and words[-2] in _BEFORE_KEY)
        or (last in ("bd", "db") and len(words) > 1 and words[-2] in _PASSWORDS)
    )


def is_password(key: str) -> bool:
    """Whether it is one that people choose, so that digits alone may be one."""
    words = _meaning(key)
    return is_credential(key) and (words[-1] in ("bd", "db") or words[-1].endswith(_PASSWORDS))


def is_hash(key: str) -> bool:
    """Whether what stands there is made from a credential, and is none itself."""
    return bool(_HASHES & set(words_of(key)[-2:]))


def is_of_database(key: str) -> bool:
    """Whether `key` is a database's, so that its value stands with the database and its users."""
    return not _DATABASES.isdisjoint(words_of(key)) or fold(key).endswith(("dbpass", "dbpassword"))


@lru_cache(maxsize=1024)
def words_of(key: str) -> tuple[str, ...]:
    """Split a key into its words, folded: `clientSecret` is `client`, `secret`."""
    plain = key
    if not key.isascii():
        plain = "".join(fold(char).upper() if char.isupper() else fold(char) for char in key)
    return tuple(word.lower() for word in _WORD.findall(plain))


def _meaning(key: str) -> tuple[str, ...]:
    """Give the words of `key` without what only tells two like it apart."""
    words = words_of(key)
    while words and (words[-1].isdigit() or words[-1] in _BEHIND):
        words = words[:-1]
    return words
