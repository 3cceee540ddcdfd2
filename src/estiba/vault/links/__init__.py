"""Where links lead, forwards and backwards."""
