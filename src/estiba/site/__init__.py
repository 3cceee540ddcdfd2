"""HOST MkDocs: one module a feature, whose functions are named like the events they answer."""
