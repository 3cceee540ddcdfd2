from __future__ import annotations

import pytest

from estiba.config import LANGUAGES, Config
from estiba.writing.places import TemplateFault
from estiba.writing.vault_template import Template, own_template, template_of

PLACE = "{{title}}\n"


@pytest.fixture
def root(tmp_path):
    for name, text in {
        "redes/plantillas/nota.md": PLACE,
        "Templates/Z.md": PLACE,
        "Templates/a.md": "<% tp.file.title %>{{title}}",
        "Templates/b.md": "nothing to fill in",
        "Templates/deep/c.md": PLACE,
        "redes/nota.md": PLACE,
        "other.txt": "x\r\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text.encode())
    return tmp_path


def test_one_that_is_called_note_comes_first(root):
    assert template_of(root, Config(), "es") == Template(PLACE, root / "redes/plantillas/nota.md")


def test_then_the_outermost_that_can_be_filled_in(root):
    (root / "redes/plantillas/nota.md").unlink()
    assert template_of(root, Config(), "es").file == root / "Templates/Z.md"
    (root / "Templates/Z.md").unlink()
    assert template_of(root, Config(), "es").file == root / "Templates/deep/c.md"


def test_a_link_is_no_template(root):
    (root / "Templates/nota.md").symlink_to(root / "redes/nota.md")
    assert template_of(root, Config(), "es").file == root / "redes/plantillas/nota.md"


def test_the_policy_and_the_caller_are_heard_first(root):
    config = Config(template="redes/nota.md")
    assert template_of(root, config, "es").file == root / "redes/nota.md"
    assert template_of(root, config, "es", file=root / "other.txt") == Template("x\n", root / "other.txt")


def test_without_any_it_is_our_own(tmp_path):
    for language, words in {
        "es": "Primeros pasos",
        "es_MX.UTF-8": "Primeros pasos",
        "de": "First steps",
    }.items():
        template = template_of(tmp_path, Config(), language)
        assert template.file is None
        assert words in template.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_own_has_the_owners_names(language):
    text = own_template(language, Config(fields={"resumen": "description", "título": "title"}))
    assert text.startswith(
        '---\ntítulo: "{{title}}"\nresumen: ""\ndate: {{date}}\ntags: []\n---\n\n# {{title}}\n'
    )


def test_what_cannot_be_read_is_refused(root):
    (root / "bad.md").write_bytes(b"\xff\xfe\x00")
    (root / "out.md").symlink_to("/etc/hostname")
    for path, why in {
        "none.md": "none.md: No such file or directory",
        "bad.md": "bad.md: is no UTF-8 text",
        "out.md": "out.md leads out of the vault",
    }.items():
        with pytest.raises(TemplateFault, match=why):
            template_of(root, Config(template=path), "es")
