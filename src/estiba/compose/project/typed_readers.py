"""Readers of single values, for the table of `typed_values`.

Each raises FormatFault, whose kind says as what the value should be read; of a value that is
none of its business (a list, where texts are read) it has no opinion: that is the schema's.
Source: the types and validations of compose-spec/compose-go, as Docker Compose 2.40.3 answers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from estiba.compose.formats.commands import check_command
from estiba.compose.formats.durations import read_duration
from estiba.compose.formats.fault import FormatFault
from estiba.compose.formats.numbers import to_bool, to_float, to_int, to_mode
from estiba.compose.formats.sizes import read_size

Reader = Callable[[Any], None]
_SPACES = frozenset(b"\t\n\v\f\r \x85\xa0")
"""Bytes that Go takes for spaces, each for itself."""


def reader_of(kind: str, read: Callable[[str], object]) -> Reader:
    """Make a reader of texts whose faults are of `kind`."""

    def read_text_as(value: Any) -> None:
        if isinstance(value, str):
            try:
                read(value)
            except FormatFault as fault:
                raise FormatFault(kind, fault.offset) from None

    return read_text_as


def mode(value: Any) -> None:
    """Read a file mode: a text is octal, a number counts as YAML reads it."""
    if isinstance(value, float):
        raise FormatFault("mode")
    reader_of("mode", to_mode)(value)


def count(value: Any) -> None:
    """Read a number or `all`."""
    whole(value)
    if isinstance(value, str) and value.lower() != "all":
        reader_of("count", to_int)(value)


def natural(value: Any) -> None:
    """Refuse a whole number below zero."""
    if isinstance(value, int) and value < 0:
        raise FormatFault("negative")


def not_negative(value: Any) -> None:
    """Refuse any number below zero."""
    if isinstance(value, int | float) and value < 0:
        raise FormatFault("negative")


def unquoted_number(value: Any) -> None:
    """Refuse each text: here Compose takes no number in quotes, and no variable."""
    whole(value)
    if isinstance(value, str):
        integer(value)
        raise FormatFault("quoted")


def weight(value: Any) -> None:
    """Refuse texts, and a whole number below zero."""
    natural(value)
    if isinstance(value, str):
        unquoted_number(value)


def file_mode(value: Any) -> None:
    """Refuse texts, and any number below zero."""
    not_negative(value)
    if isinstance(value, str):
        unquoted_number(value)


def swap(value: Any) -> None:
    """Read a size, or `-1`, which must not be quoted."""
    if value == "-1":
        raise FormatFault("quoted")
    size(value)


def text(value: Any) -> None:
    """Refuse a number with a point, which Compose makes no text of."""
    if isinstance(value, float):
        raise FormatFault("unquoted")


def storage(value: Any) -> None:
    """Refuse what is neither a text nor a whole number."""
    if isinstance(value, bool | float):
        raise FormatFault("unquoted", 0, str(value).lower())
    if isinstance(value, dict | list):
        raise FormatFault("no-text")


def whole(value: Any) -> None:
    """Refuse a number with a point or an exponent, where the schema lets it pass."""
    if isinstance(value, float) and value.is_integer():
        raise FormatFault("integer")


def exposed(value: Any) -> None:
    """Refuse a number with a point."""
    if isinstance(value, float):
        raise FormatFault("integer")


def command(value: Any) -> None:
    """Refuse a text that cannot be split into words."""
    if isinstance(value, str):
        check_command(value)


def variable(value: Any) -> None:
    """Refuse `A = b`; Compose looks at the last byte of the name, which may be half a letter."""
    name = value.partition("=")[0] if isinstance(value, str) else ""
    if name and name.encode("utf-8", "replace")[-1] in _SPACES:
        kind = "spaced-name" if name[-1:].isspace() else "name"
        raise FormatFault(kind, len(name.rstrip() or name) - (kind == "name"), name)


def argument(value: Any) -> None:
    """Refuse `A = b`; a name alone may end as it will."""
    if isinstance(value, str) and "=" in value:
        variable(value)


def ssh_key(value: Any) -> None:
    """Refuse an id without a path, other than `default`."""
    if isinstance(value, str) and "=" not in value and value != "default":
        raise FormatFault("ssh-key", 0, value)


def context(value: Any) -> None:
    """Refuse a name without a place."""
    if isinstance(value, str) and "=" not in value:
        raise FormatFault("no-equals", 0, value)


def env_file(value: Any) -> None:
    """Refuse formats that Compose does not know, where the file must be there."""
    if not isinstance(value, dict):
        return
    written = value.get("format")
    if isinstance(written, str) and written not in ("", "raw") and value.get("required", True) is True:
        raise FormatFault("env-format", 0, written)


def device_request(value: Any) -> None:
    """Refuse devices that are both counted and named."""
    if isinstance(value, dict) and "count" in value and "device_ids" in value:
        raise FormatFault("exclusive")


def watch(value: Any) -> None:
    """Refuse an empty path."""
    if isinstance(value, dict) and value.get("path") == "":
        raise FormatFault("empty-path")


boolean = reader_of("boolean", to_bool)
duration = reader_of("duration", read_duration)
integer = reader_of("integer", to_int)
number = reader_of("float", to_float)
size = reader_of("size", read_size)
