from __future__ import annotations

import pytest

from estiba.catalogue import catalogue_for
from estiba.compose.facts.capabilities import DANGEROUS, KNOWN, capability_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("NET_ADMIN", "NET_ADMIN"),
        ("cap_net_admin", "NET_ADMIN"),
        (" Cap_Sys_Time ", "SYS_TIME"),
        ("all", "ALL"),
        ("CAP_ALL", None),
        ("NET-ADMIN", None),
        ("CAP_", None),
        ("", None),
    ],
)
def test_capability_name(written, name):
    assert capability_name(written) == name


def test_linux_has_41_of_them():
    assert len(KNOWN - {"ALL"}) == 41
    assert DANGEROUS < KNOWN


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_dangerous_one_is_explained(language):
    prefix = "terms.capability."
    texts = catalogue_for(language).texts
    assert {key.removeprefix(prefix) for key in texts if key.startswith(prefix)} == DANGEROUS
