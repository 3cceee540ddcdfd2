from __future__ import annotations

import pytest

from estiba.vault.links import near_names
from estiba.vault.links.near_names import NearNames

NAMES = NearNames(["Tailscale", "Docker Compose", "Año nuevo", "copia 2", "DNS", "¡!", "docker compose"])


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("tailscal", "Tailscale"),
        ("Taliscale", "Tailscale"),
        ("docker-compose", "Docker Compose"),
        ("Dokcer compose", "Docker Compose"),
        ("ano nuevos", "Año nuevo"),
        ("copia 3", ""),
        ("copias 2", "copia 2"),
        ("dns", "DNS"),
        ("Nginx", ""),
        ("", ""),
        ("¿?", ""),
        ("x" * 5000, ""),
    ],
)
def test_a_slip_names_what_was_meant(name, nearest):
    assert NAMES.find(name) == nearest


def test_few_of_many_names_are_compared(monkeypatch):
    compared = []

    def counted(wanted, likely, **options):
        compared.append(len(likely))
        return []

    monkeypatch.setattr(near_names, "get_close_matches", counted)
    letters = "abcdefghij"
    many = NearNames(f"nota {a}{b}{c}" for a in letters for b in letters for c in letters)
    assert [many.find(f"nota {a}{a}{a}x") for a in letters] == [""] * 10
    assert 1 <= max(compared) <= 20
