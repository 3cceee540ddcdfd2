"""Nothing is done twice: what a build before has found out is kept."""

from estiba.site.engine.engine import on_config, on_env, on_nav, on_post_build, on_pre_build

__all__ = ["on_config", "on_env", "on_nav", "on_post_build", "on_pre_build"]
