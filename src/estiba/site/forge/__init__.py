"""Feature: from the site to the forge that keeps the vault."""
