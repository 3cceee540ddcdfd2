"""Tags: an index of all, and a page for each."""
