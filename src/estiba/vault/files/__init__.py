"""Which files of a vault a site has, and at which addresses."""
