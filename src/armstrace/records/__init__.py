"""What happened as content (seizures, tallies, incidents, transfers, custody), and who says so."""
