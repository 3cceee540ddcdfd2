"""What `estiba build` tells the process that builds, in a variable of its environment."""

from __future__ import annotations

import dataclasses
import json
import os
from dataclasses import dataclass

_VARIABLE = "ESTIBA_BUILD"
NO_CACHE = "ESTIBA_NO_CACHE"
"""Set where nothing is to be kept, or used that was."""


@dataclass(frozen=True, slots=True)
class BuildCall:
    """How a build was asked for."""

    options: tuple[str, ...] = ()
    """What counts of the command line."""
    inputs: str = ""
    """Tells which inputs were looked at before it began; empty for none."""
    made_of: str = ""
    """Their digest, in hexadecimal digits."""

    def environment(self) -> dict[str, str]:
        """Give the variable to be set."""
        return {_VARIABLE: json.dumps(dataclasses.asdict(self))}

    @classmethod
    def heard(cls) -> BuildCall | None:
        """Give what was told to this process; None where nothing was."""
        try:
            told = json.loads(os.environ.get(_VARIABLE, ""))
            return cls(tuple(map(str, told["options"])), str(told["inputs"]), str(told["made_of"]))
        except (ValueError, KeyError, TypeError):
            return None
