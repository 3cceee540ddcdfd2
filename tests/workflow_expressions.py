"""Expressions of workflows, `${{ … }}`, as far as ours go.

Source: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

_EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}", re.DOTALL)
_TOKEN = re.compile(r"\s*(?:'((?:[^']|'')*)'|(==|!=|&&|\|\||[!(),])|([\w.-]+))")


def filled_in(text: str, context: Mapping[str, Any]) -> str:
    """Put the values of its expressions into `text`."""
    return _EXPRESSION.sub(lambda match: as_text(evaluate(match[1], context)), text)


def evaluate(expression: str, context: Mapping[str, Any]) -> Any:
    """Give the value of an expression; of `if:`, with or without `${{ }}`."""
    expression = expression.strip()
    if (whole := _EXPRESSION.fullmatch(expression)) is not None:
        expression = whole[1]
    reader = _Reader(expression, context)
    value = reader.either()
    assert reader.place == len(reader.tokens), expression
    return value


def as_text(value: Any) -> str:
    """Write a value as the runner puts it into a text."""
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


class _Reader:
    def __init__(self, expression: str, context: Mapping[str, Any]) -> None:
        self.tokens: list[tuple[str, str]] = []
        self.place = 0
        self.context = context
        end = 0
        while expression[end:].strip():
            match = _TOKEN.match(expression, end)
            assert match is not None, expression[end:]
            kind = "text" if match[1] is not None else "sign" if match[2] else "name"
            self.tokens.append(
                (kind, (match[1] or "").replace("''", "'") if kind == "text" else match[2] or match[3])
            )
            end = match.end()

    def take(self, *signs: str) -> str:
        if self.place < len(self.tokens) and self.tokens[self.place] in {("sign", sign) for sign in signs}:
            self.place += 1
            return self.tokens[self.place - 1][1]
        return ""

    def either(self) -> Any:
        value = self.both()
        while self.take("||"):
            other = self.both()
            value = value or other
        return value

    def both(self) -> Any:
        value = self.equal()
        while self.take("&&"):
            other = self.equal()
            value = value and other
        return value

    def equal(self) -> Any:
        value = self.unary()
        while sign := self.take("==", "!="):
            same = as_text(value) == as_text(self.unary())
            value = same if sign == "==" else not same
        return value

    def unary(self) -> Any:
        if self.take("!"):
            return not self.unary()
        if self.take("("):
            value = self.either()
            assert self.take(")")
            return value
        kind, text = self.tokens[self.place]
        self.place += 1
        if kind == "text":
            return text
        if self.take("("):
            return self.call(text)
        return {"true": True, "false": False}.get(text, _looked_up(text, self.context))

    def call(self, name: str) -> Any:
        arguments = []
        while not self.take(")"):
            arguments.append(self.either())
            self.take(",")
        function: Callable[..., Any] = {
            "cancelled": lambda: False,
            "format": lambda form, *values: form.format(*map(as_text, values)),
        }[name]
        return function(*arguments)


def _looked_up(name: str, context: Mapping[str, Any]) -> Any:
    value: Any = context
    for part in name.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value
