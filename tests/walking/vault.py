"""A vault as it is meant to be, to be edited and written to a disk."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

from rebuilding import edit

FOLDERS = ("", "redes", "redes/cables", "luz", "casa", "casa/cocina")
TAGS = "dns red Red redes/vpn redes/wifi sol casa copia".split()
WORDS = "red servidor copia volumen puerto imagen clave usuario servicio datos proxy certificado HTML".split()
HEADINGS = ("Puertos", "Uso", "Copia", "Datos", "Fin")
PICTURE = b"\x89PNG\r\n\x1a\n"
INDEX = "search_index: true"
"""What `mkdocs.yml` says of a vault whose builds make one."""
_DATED = 0.3
"""So that few are in a feed."""
_NAMES = "uno dos tres cuatro cinco seis siete ocho nueve diez once doce".split()


@dataclass
class Note:
    """A note; what is empty is left out."""

    path: str
    fields: dict[str, str]
    parts: list[str]
    broken: bool = False
    """Whether its front matter cannot be read."""

    def text(self) -> str:
        """Write it."""
        fields = {**self.fields, "date": "[2025"} if self.broken else self.fields
        head = "".join(f"{key}: {value}\n" for key, value in fields.items() if value)
        return f"---\n{head}---\n\n" + "\n\n".join(self.parts) + "\n"

    @property
    def name(self) -> str:
        """What a link calls it."""
        return self.path.removesuffix(".md").rpartition("/")[2]


@dataclass
class Vault:
    """All of it."""

    chance: random.Random
    notes: dict[str, Note] = field(default_factory=dict)
    files: dict[str, bytes | str] = field(default_factory=dict)
    """Attachments, and what stands beside the notes' folder."""
    settings: dict[str, str] = field(default_factory=dict)
    """Of `mkdocs.yml`."""
    policy: dict[str, str] = field(default_factory=dict)
    """Parts of `estiba.toml`."""
    _written: dict[str, bytes | str] = field(default_factory=dict)
    _made: int = 0

    @classmethod
    def of(cls, notes: int, chance: random.Random) -> Vault:
        """Make one of so many notes."""
        vault = cls(chance, settings={"site_name": "Paseo", "site_url": "http://127.0.0.1/"})
        vault.policy["vocabulary"] = '[tags.vocabulary.dns]\nlabels = { es = "Nombres" }\n'
        vault.files["overrides/partials/comments.html"] = "<p>Uno</p>\n"
        vault.files |= {f"luz/foto-{number}.png": PICTURE + bytes([number]) for number in range(3)}
        vault.notes["index.md"] = Note("index.md", {"title": "Inicio"}, ["Aquí empieza."])
        while len(vault.notes) < notes:
            vault.add()
        for note in list(vault.notes.values()):
            note.parts += [vault.part() for _ in range(chance.randrange(3))]
        return vault

    def add(self) -> Note:
        """Add a note."""
        self._made += 1
        chance = self.chance
        name = f"{chance.choice(_NAMES)}-{self._made}" if chance.random() < 0.9 else chance.choice(_NAMES)
        folder = chance.choice(FOLDERS)
        path = f"{folder}/{name}.md".lstrip("/")
        fields = {
            "title": f"Nota {self._made}" if chance.random() < 0.9 else "",
            "date": f"2025-01-{chance.randrange(1, 29):02}" if chance.random() < _DATED else "",
            "tags": self.tags(),
        }
        parts = [self.words(), f"## {chance.choice(HEADINGS)}", self.words()]
        self.notes[path] = note = Note(path, fields, parts)
        return note

    def any(self) -> Note:
        """Give a note."""
        return self.notes[self.chance.choice(sorted(self.notes))]

    def tags(self) -> str:
        """Give some tags."""
        return f"[{', '.join(self.chance.sample(TAGS, self.chance.randrange(4)))}]"

    def words(self) -> str:
        """Give a paragraph."""
        return " ".join(self.chance.choices(WORDS, k=self.chance.randrange(3, 30))).capitalize() + "."

    def link(self) -> str:
        """Give a sentence with a link, which may lead nowhere."""
        name = self.any().name if self.chance.random() < 0.9 else "nada"
        heading = self.chance.choice(["", "", f"#{self.chance.choice(HEADINGS)}"])
        return f"{self.words()} Aquí [[{name}{heading}]]. {self.words()}"

    def embed(self) -> str:
        """Show another note, or a part of it."""
        heading = self.chance.choice(["", f"#{self.chance.choice(HEADINGS)}"])
        return f"![[{self.any().name}{heading}]]"

    def picture(self) -> str:
        """Show a picture, which may not be there."""
        return f"![[foto-{self.chance.randrange(5)}.png]]"

    def example(self) -> str:
        """Give an example, which may be wrong."""
        number, key = self.chance.randrange(9), self.chance.choice(["image", "image", "imagen"])
        said = self.chance.choice(["", "", "# estiba: allow unknown-key -- por probar, until 2025-08\n"])
        variable = self.chance.choice(["", "    environment:\n      CLAVE: ${CLAVE:?}\n"])
        return f"```yaml\n{said}services:\n  web:\n    {key}: nginx:1.{number}\n{variable}```"

    def part(self) -> str:
        """Give a part of a note, of any kind."""
        makes = (self.words, self.link, self.embed, self.picture, self.example, self._other)
        return self.chance.choices(makes, weights=(4, 6, 2, 1, 2, 3))[0]()

    def _other(self) -> str:
        words = self.words()
        return self.chance.choice(
            [
                f"## {self.chance.choice(HEADINGS)}\n\n{words}",
                f"{words}[^1]\n\n[^1]: {words}",
                f"{words}\n\n*[HTML]: Un lenguaje",
                f"> [!note] Ojo\n> {words}",
                f"- [ ] {words}\n- #{self.chance.choice(TAGS)}",
                f"[{self.any().name}]({self.any().name}.md) {words}",
                f"| a | b |\n|---|---|\n| {words} | $x^2$ |",
            ]
        )

    def write(self, root: Path) -> None:
        """Write to the folder `root` what is not there as it is meant to be."""
        files = {**self.files, **{note.path: note.text() for note in self.notes.values()}}
        files["estiba.toml"] = "".join(self.policy[key] for key in sorted(self.policy))
        files["mkdocs.yml"] = "".join(f"{key}: {value}\n" for key, value in self._settings().items())
        changes = {path: files.get(path) for path in files.keys() | self._written.keys()}
        edit(root, {path: new for path, new in changes.items() if new != self._written.get(path)})
        self._written = files

    def _settings(self) -> dict[str, str]:
        fixed = {
            "plugins": "[estiba]",
            "theme": "{name: material, language: es, custom_dir: overrides}",
        }
        return fixed | self.settings
