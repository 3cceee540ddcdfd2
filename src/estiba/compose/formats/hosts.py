"""A name and its address in a list of `extra_hosts`: `name=address`, `name:address`.

Source: Docker Compose 2.40.3, which cuts at the first `=`, else at the first `:`, and
does not look at the address: `host-gateway` is one, and so is any other text.
"""

from __future__ import annotations

from estiba.compose.formats.fault import FormatFault


def read_extra_host(text: str) -> tuple[str, str]:
    """Give the name and the address, without brackets; several are parted by commas.

    Raises FormatFault: `no-address` (neither `=` nor `:`), `no-name`, `name` (a colon in it).
    """
    separator = "=" if "=" in text else ":"
    name, found, address = text.partition(separator)
    if not found:
        raise FormatFault("no-address", 0, text)
    if not name:
        raise FormatFault("no-name")
    if ":" in name:
        raise FormatFault("name", 0, name)
    return name, ",".join(map(_bare, address.split(",")))


def _bare(address: str) -> str:
    bracketed = len(address) > 2 and address[0] == "[" and address[-1] == "]"
    return address[1:-1] if bracketed else address
