"""A site as it would be if a change were taken: its notes, and everybody else's code."""
