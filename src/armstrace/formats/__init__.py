"""In and out: CSV tables and JSON."""
