"""HOST Python-Markdown: the extension `estiba`."""
