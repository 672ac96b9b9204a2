"""Seizures and custody records as content, and what a table reader returns."""
