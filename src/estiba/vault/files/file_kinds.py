"""Which files of a vault may stand in a site, by their names alone."""

from __future__ import annotations

import posixpath
import re
from fnmatch import fnmatchcase

_SECRET = re.compile(
    r"env|\.env(?:rc)?(?:[._-].*)?|.*\.env"
    r"|.*\.(?:pem|key|keystore|jks|p8|p12|pfx|ppk|age|kdbx?|agilekeychain|1pif|ovpn|tfstate|tfvars|sqlite3?|db3?)"
    r"|id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?(?:[._-](?!png$|jpe?g$|webp$|gif$|svg$).*)?"
    r"|authorized_keys2?|known_hosts|\.\w+_history"
    r"|\.(?:htpasswd|netrc|pgpass|npmrc|pypirc|git-credentials|my\.cnf|s3cfg|dockercfg)|_netrc|passwd|shadow"
    r"|(?:credentials?|secrets?|kubeconfig)(?:\.(?:ya?ml|json|toml|txt|ini|conf))?|wg\d+\.conf"
)
_SAMPLE = re.compile(r".*[._-](?:example|sample|dist|template|tmpl)(?:\.\w+)?")
"""`.env.example`: made to be read."""

_TYPES = frozenset(
    """
    png jpg jpeg gif webp avif svg bmp ico apng jxl
    mp3 ogg oga opus wav flac m4a aac mp4 webm ogv mov mkv m4v vtt srt
    pdf epub odt ods odp docx xlsx pptx rtf tex bib
    zip 7z gz tgz bz2 xz zst tar
    txt csv tsv json jsonl geojson yaml yml toml xml ini cfg conf properties diff patch
    sh bash zsh fish ps1 bat py rb pl lua js mjs ts css scss html htm xsl php go rs c h cpp java kt
    service timer socket mount network netdev rules nft j2 tf hcl nix dockerfile caddyfile
    ics vcf gpx kml kmz stl step 3mf dxf gcode fcstd ipynb drawio puml mmd dot
    woff woff2 ttf otf webmanifest wasm map
    example sample dist template tmpl
    """.split()
)
_NAMES = frozenset(
    "dockerfile containerfile caddyfile makefile justfile procfile license vagrantfile".split()
)

KEPT = ("CNAME", "robots.txt", ".nojekyll", ".well-known/*", "favicon.ico", "_headers", "_redirects")
"""What stands at the root of a site though nobody links to it."""


def is_secret(path: str) -> bool:
    """Whether the file at `path` is by its name one of keys, passwords or private data."""
    name = posixpath.basename(path).lower()
    return bool(_SECRET.fullmatch(name)) and not _SAMPLE.fullmatch(name)


def has_site_type(path: str) -> bool:
    """Whether readers of a site can do something with a file of such a name."""
    name = posixpath.basename(path).lower()
    suffix = posixpath.splitext(name)[1].removeprefix(".")
    return suffix in _TYPES or name in _NAMES or bool(_SAMPLE.fullmatch(name))


def is_kept(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether one of `patterns` (`downloads/*`) names the file at `path`, and it is no secret."""
    return not is_secret(path) and any(fnmatchcase(path, pattern) for pattern in (*KEPT, *patterns))


def refusal_of(path: str, patterns: tuple[str, ...]) -> str:
    """Give why the file at `path` may not stand in a site: `secret`, `type`; empty where it may."""
    if is_secret(path):
        return "secret"
    return "" if has_site_type(path) or is_kept(path, patterns) else "type"
