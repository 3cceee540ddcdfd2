"""What leads to a note, and what goes with it, below the note."""

from estiba.site.backlinks import on_env

__all__ = ["on_env"]
