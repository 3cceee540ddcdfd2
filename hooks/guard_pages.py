"""Each page says what it may run and ask for: a Content Security Policy."""

from estiba.site.security.pages import on_config, on_env, on_post_build, on_post_page, on_post_template

__all__ = ["on_config", "on_env", "on_post_build", "on_post_page", "on_post_template"]
