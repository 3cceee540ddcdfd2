"""JSON Schemas of what people write by hand, for editors: front matter and `estiba.toml`."""
