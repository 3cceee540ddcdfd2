"""Nothing is done twice: what a build knows already, from a build before or from another process."""
