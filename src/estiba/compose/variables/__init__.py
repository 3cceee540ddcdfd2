"""What the reader of an example fills in, and what nobody should see."""
