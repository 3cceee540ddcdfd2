"""Characters that look like a space, or like nothing, and are letters to YAML."""

from __future__ import annotations

import re

STRANGE_SPACE = re.compile("[\u00a0\u2000-\u200b\u202f\u2060\u3000\ufeff]")
"""Spaces that do not part words, spaces of other widths, marks without any width."""
