"""How much of a build is ours, in a vault of 1,000 notes with 5,000 links: `python benchmarks/links.py`.

Builds the vault once under the profiler, and adds up the time that was spent in each part: in the modules of
Estiba that read, resolve and show links and what else Obsidian writes, in all of Estiba, and in all.
"""

from __future__ import annotations

import cProfile
import pstats
import random
import sys
import tempfile
from pathlib import Path

import estiba
from sites import run_build, write_files

NOTES, LINKS = 1_000, 5
_LINKS = frozenset(
    """
    inline leaves link_syntax marks reading_marks headings comments formulas resolving path_index anchors
    targets linking link_html marking naming block_ids inline_footnotes embedding embedded_html links lists
    callouts raw_links list_lines text_lines fence_lines
    backlinks sentences surroundings related_notes excerpts embed_circles tag_places fences cursor
    """.split()
)
Place = tuple[str, int, str]
Timings = tuple[int, int, float, float, dict[Place, tuple[int, int, float, float]]]
WORDS = "puerto cortafuegos copia volumen red contraseña túnel nodo clave servicio imagen registro".split()


def note(number: int, chance: random.Random) -> str:
    """Write a note of some 150 words with five links, in the ways in which they are written."""

    def words(count: int) -> str:
        return " ".join(chance.choices(WORDS, k=count))

    def other() -> int:
        return chance.randrange(NOTES)

    return "\n\n".join(
        (
            f"---\ntitle: Nota {number}\ntags: [t{number % 40}, u{number % 7}]\n---",
            f"# Nota {number}",
            f"{words(30)} [[nota-{other()}]] {words(20)}.",
            "## Instalación",
            f"{words(20)} [[nota-{other()}#Instalación|{words(2)}]] {words(10)}.",
            f"- {words(5)}\n- [{words(2)}](nota-{other()}.md)\n  - {words(4)}",
            "```yaml\nservices:\n  web:\n    image: nginx:1.29\n```",
            "## Notas",
            f"> [!tip] {words(2)}\n> {words(12)} [[carpeta/nota-{other()}]]",
            f"{words(30)} [[nota-{other()}]] ==marca== #x/y{number % 9}.\n",
        )
    )


def _with_builtins(stats: dict[Place, Timings], home: str) -> dict[Place, float]:
    """Give the time in each function of ours, with that in the built-in functions that it calls."""
    ours = {place: own for place, (_, _, own, _, _) in stats.items() if place[0].startswith(home)}
    for place, (_, _, _, _, callers) in stats.items():
        for caller, (_, _, own, _) in callers.items() if place[0] == "~" else ():
            if caller in ours:
                ours[caller] += own
    return ours


def main() -> None:
    """Build, and print the shares."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_files(root, {f"carpeta/nota-{number}.md": note(number, chance) for number in range(NOTES)})
        profile = cProfile.Profile()
        profile.runcall(run_build, root)
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    home = str(Path(estiba.__file__).parent)
    total = sum(own for _, _, own, _, _ in stats.values())
    ours = _with_builtins(stats, home)
    links = sum(own for place, own in ours.items() if Path(place[0]).stem in _LINKS)
    print(f"{NOTES} notes, {NOTES * LINKS} links: {total:.1f} s under the profiler")
    print(f"links and the rest of Obsidian's syntax: {links:.2f} s, {links / total:.1%}")
    print(f"all of Estiba: {sum(ours.values()):.2f} s, {sum(ours.values()) / total:.1%}")
    if "--modules" in sys.argv:
        by_module: dict[str, float] = {}
        for place, own in ours.items():
            module = Path(place[0]).relative_to(home).as_posix()
            by_module[module] = by_module.get(module, 0) + own
        for module, own in sorted(by_module.items(), key=lambda one: -one[1])[:25]:
            print(f"{own:7.3f} s  {module}")


if __name__ == "__main__":
    main()
