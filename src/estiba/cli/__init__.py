"""HOST command line."""
