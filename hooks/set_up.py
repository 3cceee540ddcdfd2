"""Policy, theme, language, escaping: what the other hooks stand on."""

from estiba.site.set_up import on_config, on_env

__all__ = ["on_config", "on_env"]
