"""The kinds of edits of a walk."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from walking.vault import FOLDERS, HEADINGS, INDEX, PICTURE, Vault

_LATE = 0.3


def _text(vault: Vault) -> None:
    note = vault.any()
    note.parts.insert(vault.chance.randrange(len(note.parts) + 1), vault.words())


def _end_of_text(vault: Vault) -> None:
    """What no list, no excerpt and no other note shows."""
    vault.any().parts.append(vault.words())


def _cut(vault: Vault) -> None:
    note = vault.any()
    if note.parts:
        note.parts.pop(vault.chance.randrange(len(note.parts)))


def _title(vault: Vault) -> None:
    vault.any().fields["title"] = vault.chance.choice(["", "Otra", vault.words()[:20].replace(":", "")])


def _description(vault: Vault) -> None:
    vault.any().fields["description"] = vault.words()[:60]


def _heading(vault: Vault) -> None:
    note = vault.any()
    for index, part in enumerate(note.parts):
        if part.startswith("## "):
            note.parts[index] = f"## {vault.chance.choice(HEADINGS)}"
            return


def _tags(vault: Vault) -> None:
    vault.any().fields["tags"] = vault.tags()


def _links(vault: Vault) -> None:
    note = vault.any()
    links = [part for part in note.parts if "[[" in part]
    if links and vault.chance.random() < _LATE:
        note.parts.remove(vault.chance.choice(links))
    else:
        note.parts.append(vault.link())


def _embed(vault: Vault) -> None:
    vault.any().parts.append(vault.embed())


def _example(vault: Vault) -> None:
    note = vault.any()
    note.parts = [part for part in note.parts if not part.startswith("```yaml")]
    note.parts += [vault.example() for _ in range(vault.chance.randrange(3))]


def _alias(vault: Vault) -> None:
    chance = vault.chance
    name = chance.choice(["nada", "vieja", "casa/vieja", "/antes/aqui/", vault.any().name])
    vault.any().fields["aliases"] = chance.choice(["", f"[{name}]"])


def _published(vault: Vault) -> None:
    """A draft for every two steps, so that there are times without one."""
    drafts = [note for note in vault.notes.values() if note.fields.get("published")]
    if drafts:
        for note in drafts:
            note.fields["published"] = ""
    else:
        vault.any().fields["published"] = "false"


def _unlisted(vault: Vault) -> None:
    note = vault.any()
    note.fields["unlisted"] = "" if note.fields.get("unlisted") else "true"


def _language(vault: Vault) -> None:
    vault.any().fields["lang"] = vault.chance.choice(["", "en", "es"])


def _dates(vault: Vault) -> None:
    key = vault.chance.choice(["date", "mod"])
    vault.any().fields[key] = vault.chance.choice(["", f"2025-03-{vault.chance.randrange(1, 29):02}"])


def _rename(vault: Vault) -> None:
    note = vault.any()
    del vault.notes[note.path]
    folder, name = vault.chance.choice(FOLDERS), vault.chance.choice([note.name, "index", f"{note.name}-bis"])
    note.path = f"{folder}/{name}.md".lstrip("/")
    vault.notes[note.path] = note


def _delete(vault: Vault) -> None:
    if len(vault.notes) > 2:
        del vault.notes[vault.any().path]


def _add(vault: Vault) -> None:
    vault.add()


def _delete_and_add(vault: Vault) -> None:
    _delete(vault)
    _add(vault)


def _attachment(vault: Vault) -> None:
    path = f"{vault.chance.choice(['luz', 'casa'])}/foto-{vault.chance.randrange(5)}.png"
    if path in vault.files and vault.chance.random() < _LATE:
        del vault.files[path]
    else:
        vault.files[path] = PICTURE + vault.words().encode()


def _taken_place(vault: Vault) -> None:
    """A file where an example of a note would have its own."""
    folder = vault.any().path.removesuffix(".md")
    path = f"{folder}/compose.yaml"
    if folder in {"index", ""} or vault.files.pop(path, None) is not None:
        return
    vault.files[path] = "services: {}\n"
    vault.any().parts.append(f"[[{path}]]")


def _break(vault: Vault) -> None:
    broken = [note for note in vault.notes.values() if note.broken]
    for note in broken or [vault.any()]:
        note.broken = not note.broken


def _policy(vault: Vault) -> None:
    key, text = vault.chance.choice(
        [
            ("vocabulary", '[tags.vocabulary.dns]\nlabels = { es = "Los nombres" }\nsynonyms = ["red"]\n'),
            (
                "vocabulary",
                '[tags.vocabulary.sol]\nlabels = { es = "El sol" }\ndescription = { es = "De día." }\n',
            ),
            ("folders", '[folders]\nluz = "Claridad"\n'),
            ("checks", '[checks]\nunknown-key = "off"\n'),
            ("pages", '[pages]\nnotes = "todas"\n'),
            ("security", '[security.sources]\nimg-src = ["https://example.org"]\n'),
            ("forge", '[forge]\nrepository = "https://codeberg.org/casa/notas"\n'),
            ("required", '[required]\nluz = ["description"]\n'),
        ]
    )
    vault.policy[key] = "" if vault.policy.get(key) == text else text


def _template(vault: Vault) -> None:
    path, text = vault.chance.choice(
        [
            ("overrides/partials/comments.html", f"<p>{vault.words()}</p>\n"),
            ("overrides/partials/copyright.html", "<p>Mío</p>\n"),
            ("overrides/home.html", '{% extends "main.html" %}{% block content %}Hola{% endblock %}\n'),
            ("overrides/assets/own.css", "p {}\n"),
        ]
    )
    if vault.files.pop(path, None) != text:
        vault.files[path] = text


def _settings(vault: Vault) -> None:
    key, value = vault.chance.choice(
        [
            ("site_name", "Paseo largo"),
            ("site_url", "https://example.org/paseo/"),
            ("use_directory_urls", "false"),
            ("markdown_extensions", "[{toc: {permalink: '¶'}}]"),
            ("repo_url", "https://github.com/casa/notas"),
            ("extra", f"{{{INDEX}}}"),
        ]
    )
    if vault.settings.get(key) == value:
        del vault.settings[key]
    else:
        vault.settings[key] = value
    vault.settings.setdefault("site_name", "Paseo")


def _hook(vault: Vault) -> None:
    """A hook that has a say in each page; it goes again soon, for nothing is kept while it is there."""
    if vault.settings.pop("hooks", None) is None:
        vault.settings["hooks"] = "[hooks/own.py]"
        text = f"{vault.words()[:20]}"
        vault.files["hooks/own.py"] = (
            f"def on_page_markdown(markdown, **_):\n    return markdown + {text!r}\n"
        )


def _nothing(vault: Vault) -> None:
    pass


EDITS: Mapping[str, tuple[Callable[[Vault], None], int]] = {
    "text": (_text, 8),
    "end of text": (_end_of_text, 8),
    "cut": (_cut, 4),
    "title": (_title, 6),
    "description": (_description, 3),
    "heading": (_heading, 4),
    "tags": (_tags, 6),
    "links": (_links, 8),
    "embed": (_embed, 4),
    "example": (_example, 6),
    "alias": (_alias, 4),
    "published": (_published, 6),
    "unlisted": (_unlisted, 3),
    "language": (_language, 3),
    "dates": (_dates, 4),
    "rename": (_rename, 6),
    "delete": (_delete, 3),
    "add": (_add, 3),
    "delete and add": (_delete_and_add, 4),
    "attachment": (_attachment, 4),
    "taken place": (_taken_place, 3),
    "break": (_break, 4),
    "policy": (_policy, 3),
    "template": (_template, 3),
    "settings": (_settings, 3),
    "hook": (_hook, 1),
    "nothing": (_nothing, 2),
}
"""By name; and how often each comes beside the others."""


def choose(vault: Vault) -> str:
    """Give the name of a kind."""
    if "hooks" in vault.settings:
        return "hook"
    return vault.chance.choices(list(EDITS), weights=[weight for _, weight in EDITS.values()])[0]
