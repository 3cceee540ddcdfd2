"""The text of a note: its blocks, and what stands in them besides words."""
