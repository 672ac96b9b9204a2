"""Days known within bounds, and stretches of time."""
