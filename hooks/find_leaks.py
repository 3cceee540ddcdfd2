"""No build succeeds that shows what is not published."""

from estiba.site.leaks.leaks import on_env, on_post_build

__all__ = ["on_env", "on_post_build"]
