"""What is known of Docker, of images and of ports, beyond what Compose checks."""
