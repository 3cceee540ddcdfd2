"""Examples as files of the site."""
