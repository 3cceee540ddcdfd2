"""Values of which Docker knows a handful, and Compose lets through any.

Sources: docker/compose, getRestartPolicy; compose-spec/compose-go, ParseVolume, which passes
over options that it does not know (`cached`, `delegated` and `consistent` are old ones of
Docker Desktop's, and harmless); the Compose specification, network_mode.
"""

from __future__ import annotations

import re

RESTART_POLICIES = ("no", "always", "on-failure", "unless-stopped")
NETWORK_MODES = ("bridge", "host", "none", "service:…", "container:…")
MOUNT_OPTIONS = tuple(
    "ro rw z Z nocopy shared rshared slave rslave private rprivate cached delegated consistent".split()
)
_RESTART = re.compile(r"no|none|always|any|unless-stopped|on-failure(?::[0-9]+)?")


def is_restart_policy(text: str) -> bool:
    """Whether `restart` may be `text`; `none` and `any` are those of `deploy`, and taken too."""
    return bool(_RESTART.fullmatch(text))
