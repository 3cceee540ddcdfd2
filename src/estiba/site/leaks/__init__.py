"""What is not published, looked for in every byte of a finished site."""
