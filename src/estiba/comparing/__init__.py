"""Two states of a vault, and what is new and gone between them."""
