"""Calibers, kinds, makes, models and the marks that single out one weapon: what a thing is."""
