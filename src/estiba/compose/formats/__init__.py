"""The small languages inside of Compose's values: ports, mounts, durations, sizes, images."""
