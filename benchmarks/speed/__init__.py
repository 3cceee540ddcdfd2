"""How fast Estiba is, beside MkDocs with Material and beside Hugo: `make bench`."""
