"""The grammar of dates in prose."""
