"""Git: trees, files and changes of a repository, read and never written."""
