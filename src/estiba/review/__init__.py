"""What a change does to a vault, for who decides on it: one page, or a text for a comment."""
