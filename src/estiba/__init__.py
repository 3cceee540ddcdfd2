"""Estiba: notes with Docker Compose examples, as a searchable site."""

__version__ = "0.1.0"
