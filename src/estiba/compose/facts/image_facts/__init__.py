"""What is known of images, as data: what they want, and what does nothing in them."""
