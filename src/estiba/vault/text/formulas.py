r"""Where a formula begins and ends: `$x^2$` in a line, `$$…$$` in a line or as a block of its own.

As in Obsidian no white space stands inside next to a `$`, no digit follows the last one, and
`\$` is a dollar. Notes on Docker are full of other dollars, so a formula besides

- has no letter or digit before it (`US$5`, `C$`), and behind it only a small letter, if it is
  one letter itself or has a command (`$n$th`): what follows `$` is the name of a variable
  (`$HOME:$PATH`, `${A}/${B}`, `$(id -u):$(id -g)`, `$2y$10$…`);
- is no `${VARIABLE}` or `${VARIABLE:-default}` with something behind it;
- holds no code, nor the beginning of any;
- is no prose: words between two dollars that have nothing to do with each other
  (`$5 or 10$`, `$HOME/x or ~/y$`).

Source: https://help.obsidian.md/advanced-syntax#Math, and dollars in real notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LONGEST = 4_000
"""Characters of a formula: what is longer is none."""
_DOLLARS = re.compile(r"\\.|\$+", re.DOTALL)
_COMMAND = re.compile(r"\\[A-Za-z]")
_TEX = re.compile(r"[\\={}]|\^[\w({+-]|(?<![^\W\d_]{2})_[\w({]")
_SHELL = re.compile(r"\{[A-Za-z_]\w+(?::?[-?+=][^{}]*)?\}")
_SUM_OF_MONEY = re.compile(r"\d[\d.,]*\s+[aeouy]\s+\d")
_NAME = re.compile(r"\d|[A-Za-z_]\w")
_AROUND = "()[]\"'.,;:!?"
_WORD_ENDS = re.compile(r"[\w$({]")
_STEP = re.compile(
    r"\\.|(?P<ticks>`+)|<!--|<(?P<tag>[A-Za-z][A-Za-z0-9-]*+)[^<>]*+>|(?:https?://|www\.)[^\s<>]*"
    r"|!\[[^\[\]\n]*\]|\]\([^()\n]*\)|\[\[[^\[\]\n]*\]\]|\$+",
    re.DOTALL,
)
_VERBATIM = frozenset("code pre script style textarea kbd samp svg math".split())


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula in a text; offsets count from 0."""

    start: int
    end: int
    """Behind its last `$`."""
    latex: str
    """What stands between the dollars, stripped."""
    is_block: bool


def formula_end(text: str, start: int) -> int | None:
    """Give the offset behind the formula that begins with the `$` at `start`; None if none does.

    `text` is a paragraph, a heading or the like: `$…$` is in one line of it, `$$…$$` may run over
    lines. What stands at `start` is taken to be no code, and not to be escaped.
    """
    width = _run(text, start)
    if width > 2 or _is_of_word(text[start - 1 : start]) or text[start - 1 : start] == "$":
        return None
    stop = min(len(text), start + LONGEST)
    if width == 1 and (line_end := text.find("\n", start, stop)) != -1:
        stop = line_end
    for match in _DOLLARS.finditer(text, start + width, stop):
        found = len(match[0])
        if match[0][0] == "\\" or (width == 2 and found == 1):
            continue
        inside = text[start + width : match.start()]
        fits = found == width and (_is_block(inside) if width == 2 else _is_inline(inside))
        return match.end() if fits and _may_end(inside, text[match.end() : match.end() + 1]) else None
    return None


def formulas_in(text: str) -> Iterator[Formula]:
    """Find the formulas in a paragraph, in order; none in code, HTML tags, addresses and `[[links]]`."""
    reader = _Reader(text)
    while (formula := reader.next()) is not None:
        yield formula


def block_formula(lines: Iterable[str]) -> tuple[str, int] | None:
    """Read the formula that is a block of its own and begins with the `$$` that begins `lines`.

    Gives its LaTeX, and how many of the lines it takes; None if there is none. They come without
    what stands to the left of the block, and are asked for one by one, as far as they are needed.
    Blank lines may stand inside where the first `$$` is alone.
    """
    inside: list[str] = []
    is_alone = False
    length = 0
    for line in lines:
        is_first = not inside
        if is_first and _run(line, 0) != 2:
            return None
        rest = line[2:] if is_first else line
        is_alone = is_alone or (is_first and not rest.strip())
        length += len(line) + 1
        if length > LONGEST or not (rest.strip() or is_alone):
            return None
        at = next((match.start() for match in _DOLLARS.finditer(rest) if match[0][:2] == "$$"), None)
        inside.append(rest[:at])
        if at is not None:
            latex = "\n".join(one for one in inside if one.strip()).strip()
            ends = rest[at:].rstrip() == "$$" and latex and (is_alone or not _is_prose(latex))
            return (latex, len(inside)) if ends else None
    return None


class _Reader:
    """One pass over the text of a paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.missing: set[str] = set()
        """What does not stand in the rest of the text, so that nobody looks for it again."""

    def next(self) -> Formula | None:
        while match := _STEP.search(self.text, self.at):
            start, mark = match.start(), match[0]
            self.at = match.end()
            if mark[0] == "$":
                end = formula_end(self.text, start)
                if end is not None:
                    self.at = end
                    width = len(mark)
                    latex = self.text[start + width : end - width].strip()
                    return Formula(start, end, latex, is_block=width == 2)
            elif match["ticks"]:
                self.skip_code(mark)
            elif mark == "<!--":
                self.skip_to("-->")
            elif (match["tag"] or "").lower() in _VERBATIM and not mark.endswith("/>"):
                self.skip_to(f"</{match['tag']}")
        return None

    def skip_code(self, ticks: str) -> None:
        if ticks in self.missing:
            return
        closing = re.compile(f"(?<!`){ticks}(?!`)").search(self.text, self.at)
        if closing is None:
            self.missing.add(ticks)
        else:
            self.at = closing.end()

    def skip_to(self, end: str) -> None:
        at = -1 if end in self.missing else self.text.find(end, self.at)
        if at == -1:
            self.missing.add(end)
        else:
            self.at = at + len(end)


def _run(text: str, start: int) -> int:
    rest = text[start : start + 3]
    return len(rest) - len(rest.lstrip("$"))


def _is_of_word(char: str) -> bool:
    """Whether `char` is a letter or digit of a script that sets words apart."""
    return char.isalnum() and char < "\u2e80"


def _is_inline(inside: str) -> bool:
    outer = inside[:1] + inside[-1:]
    if not inside or any(char.isspace() for char in outer) or inside[0] in ",;:)}/\"'":
        return False
    return not (_SHELL.match(inside) or _is_prose(inside))


def _is_block(inside: str) -> bool:
    return bool(inside.strip()) and not _is_prose(inside)


def _may_end(inside: str, behind: str) -> bool:
    """Whether a formula may end where the character `behind` follows."""
    if not behind or behind >= "\u2e80" or not _WORD_ENDS.match(behind):
        return True
    letter = inside.strip()
    return behind.islower() and bool((len(letter) == 1 and letter.isalpha()) or _COMMAND.search(inside))


def _is_prose(inside: str) -> bool:
    """Whether `inside` is text, or holds code, or the beginning of any."""
    if "`" in inside:
        return True
    if _TEX.search(inside):
        return False
    words = [word.strip(_AROUND) for word in inside.split()]
    bare = [len(word) > 1 and word.isalpha() for word in words]
    return sum(bare) > 1 or bool(_NAME.match(inside) and any(bare[1:])) or bool(_SUM_OF_MONEY.match(inside))
