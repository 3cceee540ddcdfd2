"""Files -> notes -> vault."""
