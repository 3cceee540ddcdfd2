"""The YAML tree of a Compose file -> plain values, as Compose reads them."""
