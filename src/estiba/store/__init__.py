"""What is derived from notes, kept from one run to the next. It knows bytes, and nothing of notes."""
