"""Safe fixes of front matter: what its author meant, written so that every program reads it so."""
