"""One file a check: its docstring is its page, one function finds it."""
