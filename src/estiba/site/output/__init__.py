"""The site as a whole: it is made beside the last one, and takes its place at once or not at all."""
