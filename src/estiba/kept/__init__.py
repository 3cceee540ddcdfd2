"""What was found out about notes once, and kept for the next run."""
