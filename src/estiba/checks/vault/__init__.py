"""Checks on all notes together."""
