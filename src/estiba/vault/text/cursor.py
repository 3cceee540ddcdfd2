"""A place in one line, by character and by column: in Markdown, tabs stop at every fourth."""

from __future__ import annotations

from dataclasses import dataclass

TAB = 4


@dataclass(slots=True)
class Cursor:
    """A place in one line, by character and by column (tabs stop at every fourth)."""

    line: str
    at: int = 0
    column: int = 0
    spare: int = 0
    """Columns of a tab that was entered but not used up."""

    def indent(self) -> int:
        """Count the columns of white space from here."""
        if self.line[self.at : self.at + 1] not in (" ", "\t"):
            return self.spare
        width, column = self.spare, self.column + self.spare
        for char in self.line[self.at :]:
            if char == " ":
                step = 1
            elif char == "\t":
                step = TAB - column % TAB
            else:
                break
            width, column = width + step, column + step
        return width

    def skip(self, columns: int) -> None:
        """Step over at most `columns` columns of white space."""
        while columns > 0:
            if self.spare:
                step = min(columns, self.spare)
                self.spare -= step
            elif self.at < len(self.line) and self.line[self.at] == " ":
                self.at, step = self.at + 1, 1
            elif self.at < len(self.line) and self.line[self.at] == "\t":
                width = TAB - self.column % TAB
                step = min(columns, width)
                self.at, self.spare = self.at + 1, width - step
            else:
                return
            self.column += step
            columns -= step

    def advance(self, characters: int) -> None:
        """Step over `characters` characters that are no white space."""
        self.at += characters
        self.column += characters

    def rest(self) -> str:
        """Give what is left of the line; a half-used tab as spaces."""
        return " " * self.spare + self.line[self.at :]

    def text(self) -> str:
        """Give what is left of the line, without the white space before it; empty if that is all."""
        return self.line[self.at :].lstrip(" \t")

    def text_at(self) -> int:
        """Give the index of the character at which `text` begins."""
        return len(self.line) - len(self.text())
