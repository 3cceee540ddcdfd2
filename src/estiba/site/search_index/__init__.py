"""The search index: pages reduced to their text, and what Pagefind makes of them."""
