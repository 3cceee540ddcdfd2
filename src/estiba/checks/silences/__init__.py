"""Checks on the silences themselves."""
