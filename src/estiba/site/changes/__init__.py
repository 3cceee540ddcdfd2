"""When notes changed last, and the page that lists it."""
