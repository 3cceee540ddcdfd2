from __future__ import annotations

import pytest

from estiba.config import Config
from estiba.vault.note import read_note


@pytest.mark.parametrize(
    ("path", "text", "published"),
    [
        ("redes/plano.excalidraw.md", "# Plano\n", False),
        ("redes/plano.md", "---\nexcalidraw-plugin: parsed\n---\n# Plano\n", False),
        ("Templates/diaria.md", "---\ntitle: {{title}}\npublished: true\n---\n", False),
        ("a/Plantillas/diaria.md", "# <% tp.file.title %>\n", False),
        ("Templates/que-son.md", "# Qué son las plantillas\n", True),
        ("redes/jinja.md", "Se escribe `{{ nombre }}`.\n", True),
    ],
)
def test_what_programs_keep_is_not_published(path, text, published):
    assert read_note(text.encode(), path, Config()).published is published


def test_the_template_that_the_policy_names_is_none_either():
    config = Config(template="formas/nota.md")
    note = read_note(b"# {{title}}\n", "formas/nota.md", config)
    assert (note.is_material, note.published) == (True, False)
    assert read_note(b"# Nota\n", "formas/nota.md", config).published
    assert read_note(b"# {{title}}\n", "formas/otra.md", config).published
