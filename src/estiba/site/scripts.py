"""Scripts of ours in the owner's configuration."""

from __future__ import annotations

from mkdocs.config.config_options import ExtraScriptValue


def module_script(path: str) -> ExtraScriptValue:
    """Give the entry of `extra_javascript` for the ES module at `path`."""
    script = ExtraScriptValue(path)
    script.type = "module"
    return script
