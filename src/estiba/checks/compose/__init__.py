"""Checks on one example."""
