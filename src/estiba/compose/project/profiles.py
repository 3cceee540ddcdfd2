"""Which services of a file are started when nobody chooses a profile.

Docker Compose looks into the services that it does not start only as far as the schema,
`extends` and variables go: what they name may be missing. Source: Docker Compose 2.40.3.
"""

from __future__ import annotations

from estiba.compose.project.service import Service


def profiles_of(service: Service) -> tuple[str, ...] | None:
    """Give its profiles; empty where it is always started, None where nobody can know them.

    Compose counts a profile without a name as chosen.
    """
    found = service.body.get("profiles")
    if not isinstance(found, list):
        return ()
    path = (*service.path, "profiles")
    if any(service.is_open((*path, index)) for index in range(len(found))):
        return None
    return () if "" in found else tuple(str(one) for one in found)


def is_always_started(service: Service) -> bool:
    """Whether it surely is started without a profile."""
    return profiles_of(service) == ()


def needs_profile(service: Service) -> bool:
    """Whether it surely is started with a profile only."""
    return bool(profiles_of(service))
