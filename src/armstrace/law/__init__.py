"""What the law makes of a weapon, on a date."""
