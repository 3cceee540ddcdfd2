"""Policy, theme, language, escaping, and what MkDocs was called for: what the other hooks stand on."""

from estiba.site.invocation import on_shutdown, on_startup
from estiba.site.set_up import on_config, on_env

__all__ = ["on_config", "on_env", "on_shutdown", "on_startup"]
