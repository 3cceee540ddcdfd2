"""Notes as posts of python-frontmatter, for commands and for callers of that library.

`read_post` and `write_post` keep the body byte for byte (in LF line ends);
`NoteHandler` may also be handed to `frontmatter.loads`, which strips white space at
both ends of a note before any handler sees it.
"""

from __future__ import annotations

import re
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from estiba.problem import Problem
from estiba.vault.front_matter import read_front_matter
from estiba.vault.splitting import split
from estiba.vault.values import Value, value_of
from estiba.yaml_tree import Scalar

_LINE_END = re.compile("[\x85\u2028\u2029]")


class BrokenFrontMatter(ValueError):
    """Front matter that cannot be read whole, so writing it back would lose text."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(f"{one.place} [{one.check}]" for one in problems))
        self.problems = problems


class NoteHandler(YAMLHandler):
    """Reads front matter by the rules of `estiba.vault.splitting`, and writes it as YAML."""

    def detect(self, text: str) -> bool:
        """Whether the note has front matter that closes."""
        cut = split(text.removeprefix("\ufeff"))
        return cut.block is not None and cut.closed

    def split(self, text: str) -> tuple[str, str]:
        """Cut a note in two; raises ValueError where it has no front matter."""
        text = text.removeprefix("\ufeff")
        cut = split(text)
        if cut.block is None or not cut.closed:
            raise ValueError("no front matter")
        return cut.block, text[cut.body_start :]

    def load(self, fm: str, **_: object) -> dict[str, Value]:
        """Read a block; raises `BrokenFrontMatter` where any of it cannot be read."""
        end = "" if fm.endswith("\n") else "\n"
        return _metadata(f"---\n{fm}{end}---\n", "<front matter>")[0]

    def export(self, metadata: dict[str, object], **kwargs: Any) -> str:
        """Write metadata as YAML, in its own order and with its own letters."""
        options = {"sort_keys": False, "allow_unicode": True, "width": 10_000, "default_flow_style": False}
        return str(yaml.dump(metadata, Dumper=_Dumper, **(options | kwargs))).rstrip()

    def format(self, post: frontmatter.Post, **kwargs: Any) -> str:
        """Write a whole note; a post without metadata is its body alone."""
        if not post.metadata:
            empty = "" if split(post.content).block is None else "---\n---\n"
            return empty + post.content
        return f"---\n{self.export(post.metadata, **kwargs)}\n---\n{post.content}"


def read_post(text: str, *, path: str = "<note>") -> frontmatter.Post:
    """Read a note (LF line ends) as a post.

    Raises `BrokenFrontMatter` where a part of the front matter cannot be read.
    """
    metadata, body = _metadata(text, path)
    post = frontmatter.Post(body, NoteHandler())
    post.metadata = dict(metadata)  # as keywords, `content` and `handler` would clash with its own
    return post


def write_post(post: frontmatter.Post) -> str:
    """Give the text of the note that `post` holds."""
    return NoteHandler().format(post)


class _Dumper(yaml.SafeDumper):
    """Quotes each text that `value_of` would not read as what it is."""

    def represent_text(self, text: str) -> yaml.ScalarNode:
        style = None
        if _LINE_END.search(text):
            style = '"'  # in other styles a reader takes these for a line feed
        elif value_of(Scalar(text, 0, 0, plain=True)) != text:
            style = "'"  # `1e3`, `08`, `2025-1-5`
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _Dumper.represent_text)


def _metadata(text: str, path: str) -> tuple[dict[str, Value], str]:
    read = read_front_matter(text.removeprefix("\ufeff"), path)
    if read.problems:
        raise BrokenFrontMatter(read.problems)
    return {key: entry.value for key, entry in read.entries.items()}, read.body
