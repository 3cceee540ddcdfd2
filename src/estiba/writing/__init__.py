"""Files that Estiba writes for the author: a vault to begin with, and notes in the shape of a template."""
