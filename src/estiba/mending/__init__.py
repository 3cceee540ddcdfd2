"""What can be mended safely in a file, put in, and held against what was there before."""
