"""What browsers let the pages of a site run and ask for."""
