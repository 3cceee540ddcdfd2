"""`estiba serve`: the site in memory, a page made when somebody asks for it."""
