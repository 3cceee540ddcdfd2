"""What a build was made of, noted when it begins, and kept when its site is in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from estiba.build_day import build_day
from estiba.comparing.baseline import FILE_NAME as BASELINE
from estiba.config import FILE_NAME as POLICY
from estiba.kept.call import BuildCall
from estiba.kept.last_build import KIND, BuildInputs, LastBuild, key_of
from estiba.listing import FileMark
from estiba.site.state import SiteState
from estiba.store.packing import pack

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_INHERIT = re.compile(r"^INHERIT\s*:\s*[\"']?([^\"'#\n]+)", re.MULTILINE)
_DEEPEST = 10


class Remembered:
    """What one build was made of."""

    def __init__(self, config: MkDocsConfig, state: SiteState, call: BuildCall) -> None:
        """Look at the inputs, before anything is read of them, unless `estiba build` has."""
        self._state, self._call = state, call
        self._key = key_of(Path(config.config_file_path), state.basis)
        self._inputs, self._day = inputs_of(config), build_day()
        is_known = call.inputs == self._inputs.name and call.made_of
        self._made_of = bytes.fromhex(call.made_of) if is_known else self._inputs.digest(state.basis)

    def keep(self, site: str, marks: Mapping[str, FileMark]) -> None:
        """Keep it for the build of the folder `site`, which has these files."""
        said = tuple(self._state.failing)
        last = LastBuild(self._inputs, self._made_of, site, dict(marks), self._day, self._call.options, said)
        self._state.store.put(KIND, self._key, pack(last))


def inputs_of(config: MkDocsConfig) -> BuildInputs:
    """Give all that a build with `config` is made of, which must have a file."""
    file = Path(config.config_file_path).absolute()
    folders = [config.theme.custom_dir] if config.theme.custom_dir else []
    beside = [file.parent / name for name in (POLICY, BASELINE, *map(str, config.hooks))]
    files = [*_configurations(file), *beside]
    return BuildInputs(str(Path(config.docs_dir)), tuple(map(str, folders)), tuple(map(str, files)))


def _configurations(file: Path) -> Iterator[Path]:
    """Give `file`, and those that it inherits from."""
    for _ in range(_DEEPEST):
        yield file
        try:
            found = _INHERIT.search(file.read_text("utf-8"))
        except (OSError, UnicodeDecodeError):
            return
        if found is None:
            return
        file = file.parent / found[1].strip()
