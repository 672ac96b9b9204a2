"""Tracing: what a trace request needs, what came of it, how long it took, and shares with their definition."""
