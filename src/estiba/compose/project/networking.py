"""What a service's `network_mode` may be, and what a wrong one is likely to mean.

Source: the Compose specification, network_mode; Docker takes any other text for the name of
a network, which has to be there.
"""

from __future__ import annotations

from difflib import get_close_matches

from estiba.compose.project.model import Model

_MODES = ("bridge", "host", "none", "default")
_OTHERS = ("service:", "container:")


def is_network_mode(text: str, model: Model) -> bool:
    """Whether `text` is a mode, or a network of the file (or may be one of a file it includes)."""
    if text in _MODES or (text.startswith(_OTHERS) and not text.endswith(":")) or model.includes:
        return True
    for key, network in model.section("networks").items():
        name = network.get("name") if isinstance(network, dict) else None
        if text in (key, name) or ("networks", key, "name") in model.open:
            return True
    return False


def meant_network_mode(text: str, model: Model) -> str:
    """Give the mode that `text` is likely to mean; empty where that is anyone's guess."""
    kind, colon, name = text.partition(":")
    name = name.strip()
    if text in model.services:
        return f"service:{text}"
    if colon and name:
        near = get_close_matches(kind.strip().lower(), [other[:-1] for other in _OTHERS], n=1, cutoff=0.7)
        return f"{near[0]}:{name}" if near else ""
    near = get_close_matches(text.strip().lower(), _MODES, n=1, cutoff=0.7)
    return near[0] if near and abs(len(near[0]) - len(text.strip())) <= 1 else ""
