"""Whether two records speak of one weapon, and why."""
