"""Looks for input that one of the targets cannot bear: `make fuzz-notes TARGET=links MINUTES=30`.

Begins with the target's corpus, and with what earlier runs have found to be new, which is kept in
`.fuzzing/`. What fails is written there too, as `crash-…` or, where it takes more than ten seconds,
`timeout-…`: once its cause is mended, it becomes a file of the corpus.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("There is no atheris here: it comes for Linux on x86-64, and Python 3.11 to 3.13.")

from fuzzing.mutating import mutated

with atheris.instrument_imports(include=["estiba"]):
    from fuzzing.targets import CORPUS, TARGETS

FOUND = Path(__file__).parents[2] / ".fuzzing"
LONGEST = 4096
"""Bytes of an input."""
SLOWEST = 10
"""Seconds that one may take."""


def main(target: str, minutes: float, options: list[str]) -> None:
    """Look for `minutes`; ends with 0 where nothing was found. `options` are libFuzzer's."""
    if target not in TARGETS:
        sys.exit(f"There is no target {target!r}, but: {', '.join(TARGETS)}.")
    chosen = TARGETS[target]
    found = FOUND / target
    found.mkdir(parents=True, exist_ok=True)
    tokens = [token.encode() for token in chosen.TOKENS]
    with tempfile.NamedTemporaryFile("w", suffix=".dict") as words:
        words.writelines(f'"{_in_hexadecimal(token)}"\n' for token in tokens)
        words.flush()
        arguments = [
            f"-max_total_time={round(minutes * 60)}",
            f"-timeout={SLOWEST}",
            f"-max_len={LONGEST}",
            f"-dict={words.name}",
            f"-artifact_prefix={found}/",
            "-rss_limit_mb=2048",
            "-print_final_stats=1",
            *options,
        ]

        def mutate(data: bytes, longest: int, seed: int) -> bytes:
            return mutated(data, longest, seed, tokens, atheris.Mutate)

        atheris.Setup(
            [sys.argv[0], *arguments, str(found), str(CORPUS / target)], chosen.check, custom_mutator=mutate
        )
        atheris.Fuzz()


def _in_hexadecimal(token: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in token)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), sys.argv[3:])
