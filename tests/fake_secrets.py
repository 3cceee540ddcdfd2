"""Credentials that nobody has: drawn by chance from a fixed seed, so that none stands in this repository."""

from __future__ import annotations

import base64
import json
import random
import string

_LETTERS = string.ascii_letters + string.digits
_BASE32 = string.ascii_uppercase + "234567"
_BECH32 = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"


def drawn(length: int, alphabet: str = _LETTERS, seed: int = 7) -> str:
    """Draw `length` characters."""
    return "".join(random.Random(seed + length).choices(alphabet, k=length))


def _web(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def token(claims: object) -> str:
    """Make a signed token with `claims`."""
    return f"{_web({'alg': 'HS256'})}.{_web(claims)}.{drawn(43)}"


PEM = "\n".join(
    [
        "-----BEGIN " + "PRIVATE KEY-----",
        *(drawn(64, seed=line) for line in range(6)),
        drawn(20),
        "-----END " + "PRIVATE KEY-----",
    ]
)
ISSUED = {
    "GitHub": "ghp_" + drawn(36),
    "GitLab": "glpat-" + drawn(20),
    "Slack": "xoxb-" + drawn(12, string.digits) + "-" + drawn(24),
    "Discord": "https://discord.com/api/webhooks/" + drawn(18, string.digits) + "/" + drawn(68),
    "AWS": "AKIA" + drawn(16, _BASE32),
    "Stripe": "sk_live_" + drawn(24),
    "Tailscale": "tskey-auth-k" + drawn(11) + "CNTRL-" + drawn(32),
    "Cloudflare": _web({"a": drawn(32), "t": drawn(36), "s": drawn(44)}).replace("eyJhIjogI", "eyJhIjoi"),
    "Anthropic": "sk-ant-" + drawn(60),
    "OpenAI": "sk-proj-" + drawn(48),
    "Telegram": drawn(10, "123456789") + ":AA" + drawn(33),
    "Google": "AIza" + drawn(35),
    "SendGrid": "SG." + drawn(22) + "." + drawn(43),
    "DigitalOcean": "dop_v1_" + drawn(64, "0123456789abcdef"),
    "Docker": "dckr_pat_" + drawn(27),
    "Hugging Face": "hf_" + drawn(34, string.ascii_letters),
    "Grafana": "glsa_" + drawn(32) + "_" + drawn(8, "0123456789abcdef"),
    "Vault": "hvs." + drawn(40),
    "Shopify": "shpat_" + drawn(32, "0123456789abcdef"),
    "age": "AGE-SECRET-KEY-1" + drawn(58, _BECH32),
    "JWT": token({"sub": "ana", "iat": 1}),
    "PEM": PEM,
}
"""What each vendor's would look like."""
RANDOM = {
    "hexadecimal": drawn(32, "0123456789abcdef"),
    "base64": base64.b64encode(random.Random(3).randbytes(32)).decode(),
    "Laravel": "base64:" + base64.b64encode(random.Random(4).randbytes(32)).decode(),
    "WireGuard": base64.b64encode(random.Random(5).randbytes(32)).decode(),
    "letters and digits": drawn(24),
    "small letters and digits": drawn(30, string.ascii_lowercase + string.digits),
    "UUID": "-".join(drawn(n, "0123456789abcdef", n) for n in (8, 4, 4, 4, 12)),
}
"""What only its key gives away."""
