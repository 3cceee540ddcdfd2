"""The table `[security]` of `estiba.toml` -> `Security`."""

from __future__ import annotations

import re
from types import MappingProxyType

from estiba.policy_table import PolicyTable
from estiba.security import SOURCES, Security


def read_security(table: PolicyTable) -> Security:
    """Read the table; raises `ConfigError` for what has the wrong form."""
    table.allow("csp", "sources")
    sources = table.table("sources")
    sources.allow(*SOURCES)
    for directive in sources.data:
        for source in sources.texts(directive):
            if not re.fullmatch(SOURCES[directive], source):
                sources.fail(directive, f"{source!r} is no source that may be added, like 'https://host/'")
    added = {directive: tuple(dict.fromkeys(sources.texts(directive))) for directive in sources.data}
    return Security(csp=table.truth("csp", default=True), sources=MappingProxyType(added))
