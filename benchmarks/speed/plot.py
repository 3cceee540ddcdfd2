"""The results as pictures: a bar a program, by the number of notes, in SVG."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from speed.programs import MAIN
from speed.results import Results, written

PLOTTED = {
    "cold": "Cold build",
    "unchanged": "Build with nothing changed",
    "edited": "Build after one edited note",
    "served": "From an edit to the served page",
    "memory": "Peak memory of a cold build",
    "page": "HTML of a note's page",
}
_WIDTH, _LEFT, _RIGHT, _LINE, _BAR = 720, 150, 90, 22, 14
_PICTURE = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    ' role="img" aria-labelledby="title text">\n'
    '<title id="title">{title}</title>\n<desc id="text">{text}</desc>\n'
    "<style>text {{ font: 13px sans-serif; fill: #222 }} .head {{ font-weight: bold }}"
    " .paper {{ fill: #fff }} .bar0 {{ fill: #0b6e99 }} .bar1 {{ fill: #8a8a8a }} .bar2 {{ fill: #c06a00 }}"
    " @media (prefers-color-scheme: dark) {{ text {{ fill: #ddd }} .paper {{ fill: #16181d }}"
    " .bar0 {{ fill: #4fb3e0 }} .bar2 {{ fill: #e09a40 }} }}</style>\n"
    '<rect class="paper" width="{width}" height="{height}"/>\n'
    '<text class="head" x="8" y="20">{title}</text>\n{rows}</svg>\n'
)
_HEAD = Markup('<text x="8" y="{y}">{notes} notes</text>\n')
_ROW = Markup(
    '<text x="{left}" y="{y}" text-anchor="end">{name}</text>'
    '<rect class="bar{number}" x="{x}" y="{top}" width="{width:.1f}" height="{bar}"/>'
    '<text x="{end:.1f}" y="{y}">{value}</text>\n'
)


def draw(results: Results, what: str) -> str | None:
    """Draw the medians of `what`; None where nothing was taken.

    Bars are as long as their values, on one scale for all vaults; each has its value beside it, for those
    that are too short to be seen.
    """
    found = [
        (notes, number, program.title, value)
        for notes in results.counts()
        for number, program in enumerate(MAIN)
        if (value := results.median(what, program.name, notes)) is not None
    ]
    if not found:
        return None
    largest = max(value for _, _, _, value in found) or 1
    rows = list(_rows(found, what, (_WIDTH - _LEFT - _RIGHT) / largest))
    said = "; ".join(f"{notes:,} notes, {title}: {written(what, value)}" for notes, _, title, value in found)
    height = 40 + _LINE * len(rows)
    return _PICTURE.format(
        width=_WIDTH, height=height, title=PLOTTED[what], text=said, rows=Markup("").join(rows)
    )


def _rows(found: list[tuple[int, int, str, float]], what: str, scale: float) -> Iterator[Markup]:
    y, last = 30, 0
    for notes, number, title, value in found:
        if notes != last:
            y, last = y + _LINE, notes
            yield _HEAD.format(y=y, notes=f"{notes:,}")
        y += _LINE
        width = max(value * scale, 1)
        yield _ROW.format(
            left=_LEFT - 8,
            y=y,
            name=title,
            number=number,
            x=_LEFT,
            top=y - _BAR + 3,
            width=width,
            bar=_BAR,
            end=_LEFT + width + 6,
            value=written(what, value),
        )
