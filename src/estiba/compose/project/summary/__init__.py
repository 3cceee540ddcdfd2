"""What an example runs, in short."""
