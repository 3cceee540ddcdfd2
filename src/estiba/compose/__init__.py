"""Snippets of Docker Compose -> examples."""
