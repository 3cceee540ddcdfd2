"""Checks on one note."""
