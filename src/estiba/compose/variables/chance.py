"""Whether characters stand together by chance, as in a key, or were thought up by somebody."""

from __future__ import annotations

import base64
import binascii
import math
import re
from collections import Counter
from itertools import pairwise

_HEX = re.compile(r"[0-9a-f-]+|[0-9A-F-]+")
_RUN = re.compile(r"(.)\1{4}")
_WORDS = re.compile(r"[A-Za-z][a-z]{3,}|[A-Z]{4,}")
_HINTS = re.compile(
    "|".join(
        """
        12345 54321 abcde access admin aqui ask asdf change clave contrasena deadbeef default demo dummy
        ejemplo example fake generate here insert key long maestra master password placeholder qwerty
        random replace sample secret some string super test this todo token value very your
        """.split()
    ),
    re.IGNORECASE,
)


def is_by_chance(text: str) -> bool:
    """Whether `text`, 16 characters or more, is as mixed as chance makes it: no row, repetition or hint."""
    if len(text) < 16:
        return False
    most = min(math.log2(len(text)), 4.0 if _HEX.fullmatch(text) else 6.0)
    steps = sum(abs(ord(one) - ord(other)) <= 1 for one, other in pairwise(text))
    return not (
        _entropy(text) < 0.7 * most
        or steps > 0.4 * len(text)
        or _RUN.search(text)
        or _is_repeated(text)
        or sum(map(len, _HINTS.findall(text))) >= max(8, len(text) / 4)
    )


def is_mixed(text: str) -> bool:
    """Whether digits, small and capital letters take turns, not as in words with a number behind."""
    kinds = [
        "d" if one.isdigit() else "u" if one.isupper() else "l" if one.islower() else "-" for one in text
    ]
    turns = sum(one != other for one, other in pairwise(kinds))
    return turns >= 0.2 * len(text)


def reads_as_words(text: str) -> bool:
    """Whether `text` is mostly words, or the base64 of something written."""
    both_cases = text not in (text.lower(), text.upper())
    if sum(map(len, _WORDS.findall(text))) >= (0.6 if both_cases else 0.8) * len(text):
        return True
    try:
        decoded = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return False
    return decoded.isascii() and decoded.decode().isprintable()


def _entropy(text: str) -> float:
    """Give Shannon's entropy of `text`, in bits a character."""
    shares = [count / len(text) for count in Counter(text).values()]
    return -sum(share * math.log2(share) for share in shares)


def _is_repeated(text: str) -> bool:
    return any(text == (text[:length] * len(text))[: len(text)] for length in range(1, len(text) // 2 + 1))
