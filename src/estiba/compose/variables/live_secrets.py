"""Which texts look like real credentials: what a vendor issues, or random characters in number.

Sources: the vendors' own documentation of their formats.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re

from estiba.compose.variables.chance import is_by_chance, is_mixed, reads_as_words
from estiba.compose.variables.filler import is_filler

_VENDORS = {
    "GitHub": r"gh[pousr]_(?P<github>[A-Za-z0-9]{36,})|github_pat_(?P<github_pat>\w{60,})",
    "GitLab": r"gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-(?P<gitlab>[\w-]{20,})",
    "Slack": r"xox[a-z](?:\.[a-z]+)?-(?P<slack>[0-9A-Za-z-]{20,})|xapp-(?P<slack_app>\d-[0-9A-Za-z-]{30,})"
    r"|hooks\.slack\.com/services/(?P<slack_hook>T\w{6,}/B\w{6,}/\w{20,})",
    "Discord": r"discord(?:app)?\.com/api/webhooks/(?P<discord>\d{17,20}/[\w-]{60,})"
    r"|[MNO][\w-]{23,27}\.[\w-]{6}\.(?P<discord_bot>[\w-]{27,})",
    "AWS": r"A[KS]IA(?P<aws>[A-Z2-7]{16})",
    "Stripe": r"[rs]k_live_(?P<stripe>[0-9A-Za-z]{16,})|whsec_(?P<stripe_hook>[0-9A-Za-z]{32,})",
    "Tailscale": r"tskey-(?:[a-z]+-)?(?P<tailscale>k[0-9A-Za-z]{4,}-[0-9A-Za-z]{16,})",
    "Cloudflare": r"(?P<tunnel>eyJhIjoi[\w+/=-]{60,})|v1\.0-(?P<origin>[0-9a-f]{24}-[0-9a-f]{100,})",
    "Anthropic": r"sk-ant-(?P<anthropic>[\w-]{24,})",
    "OpenAI": r"sk-(?:proj-|svcacct-|admin-)?(?P<openai>[\w-]{32,})",
    "Telegram": r"\d{8,10}:(?P<telegram>AA[\w-]{33})",
    "Google": r"AIza(?P<google>[\w-]{35})|GOCSPX-(?P<google_oauth>[\w-]{28})",
    "SendGrid": r"SG\.(?P<sendgrid>[\w-]{16,}\.[\w-]{32,})",
    "DigitalOcean": r"do[opr]_v1_(?P<digitalocean>[0-9a-f]{64})",
    "Docker": r"dckr_[op]at_(?P<docker>[\w-]{20,})",
    "Hugging Face": r"hf_(?P<huggingface>[A-Za-z]{30,})",
    "Grafana": r"glsa_(?P<grafana>[A-Za-z0-9]{32}_[0-9a-f]{8})",
    "Vault": r"hvs\.(?P<vault>[\w-]{24,})",
    "Shopify": r"shp(?:at|ca|pa|ss)_(?P<shopify>[0-9a-f]{32})",
    "age": r"AGE-SECRET-KEY-1(?P<age>[02-9AC-HJ-NP-Z]{58})",
    "JWT": r"eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.(?P<jwt>[\w-]{20,})",
    "PEM": r"-----BEGIN [A-Z ]*PRIVATE KEY[A-Z ]*-----(?:\\[nr]|[\s#])*"
    r"(?:[A-Za-z-]{1,20}: [^\n]{0,100}\n[\s#]*){0,4}"
    r"(?P<pem>(?:[A-Za-z0-9+/=]{20,}(?:\\[nr]|[\s#])*)+)"
    r"(?:[A-Za-z0-9+/=]{1,19}(?:\\[nr]|[\s#])*(?=-----END))?(?:-----END [A-Z ]*KEY[A-Z ]*-----)?",
}
_ISSUED = re.compile(
    r"(?<![A-Za-z0-9_])(?:"
    + "|".join(f"(?P<v{number}>{pattern})" for number, pattern in enumerate(_VENDORS.values()))
    + ")"
)
_HINTS = re.compile(
    r"gh[pousr]_|github_pat_|gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent)-|xox|xapp-|hooks\.slack|discord"
    r"|A[KS]IA|_live_|whsec_|tskey-|eyJ|v1\.0-|sk-|:AA|AIza|GOCSPX-|SG\.|do[opr]_v1_|dckr_|hf_|glsa_|hvs\."
    r"|shp[acp]|AGE-SECRET|-----BEGIN|\.[\w-]{6}\.[\w-]{27}"
)
"""What nothing issued is without: quicker to look for."""
_BODIES = [name for name in _ISSUED.groupindex if not re.fullmatch(r"v\d+", name)]
_FEW_DIGITS = frozenset({"aws", "age", "huggingface", "pem"})
"""Bodies of letters, nearly or wholly."""
_RANDOM = re.compile(r"(?:base64:|hex:)?(?P<body>[A-Za-z0-9+/_-]{24,}={0,2})")
_BETWEEN_LINES = re.compile(r"\\[nr]|[\s#]+")
_JUDGED = 256
"""Characters that tell: a key is seldom longer."""
_PATH = re.compile(r"/.*[^=]\Z|~|\.{1,2}/")
_PUBLISHED = {
    "78314b11be2e5815": "AWS",
    "051d093c4bdedbf2": "jwt.io",
    "0011cc25eb432071": "Azurite",
    "aa6547439583c3a2": "Azure Cosmos DB's emulator",
    "df452eef23e8cf2c": "MinIO's playground",
    "2c1cdbd84f047437": "Duck DNS",
    "0b5dd075ccdd03c4": "Telegram",
}
"""What documentation shows to everybody, and whose: the keys by the beginning of their SHA-256, so
that nobody's scanner takes this file for a leak.
"""
_DEMO_CLAIMS = (b'"supabase-demo"', b'"1234567890"')
"""In the tokens of Supabase's and of jwt.io's documentation."""


def issued(text: str) -> list[tuple[int, int, str]]:
    """Find what vendors issue in `text`: (start, end, vendor), in order."""
    found: list[tuple[int, int, str]] = []
    if not _HINTS.search(text):
        return found
    for match in _ISSUED.finditer(text):
        body = next(name for name in _BODIES if match[name])
        vendor = next(name for number, name in enumerate(_VENDORS) if match[f"v{number}"])
        if _is_real(match[body], body) and not is_published(match[0]):
            found.append((match.start(), match.end(), vendor))
    return found


def is_random(text: str) -> bool:
    """Whether `text` is 24 and more characters of base64 or hexadecimal that nobody thought up."""
    match = _RANDOM.fullmatch(text)
    if match is None or _PATH.match(match["body"]) or is_filler(text, "") or is_published(match["body"]):
        return False
    body = match["body"][:_JUDGED]
    enough = any(map(str.isdigit, body)) and sum(map(str.isalpha, body)) > 1
    return enough and is_mixed(body) and is_by_chance(body) and not reads_as_words(body)


def is_published(text: str) -> bool:
    """Whether `text` is a key of somebody's documentation, or says that it is an example."""
    if "EXAMPLE" in text.upper() or _digest(text) in _PUBLISHED:
        return True
    header, _, rest = text.partition(".")
    payload, _, signature = rest.partition(".")
    return header.startswith("eyJ") and (_digest(signature) in _PUBLISHED or _is_demo(payload))


def _is_real(body: str, name: str) -> bool:
    body = _BETWEEN_LINES.sub("", body)[:_JUDGED]
    return is_by_chance(body) and (name in _FEW_DIGITS or is_mixed(body))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _is_demo(payload: str) -> bool:
    try:
        decoded = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
    except (binascii.Error, ValueError):
        return False
    return any(claim in decoded for claim in _DEMO_CLAIMS)
