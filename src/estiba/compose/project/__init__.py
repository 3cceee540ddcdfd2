"""The values of a Compose file -> services, and what they say of one another."""
