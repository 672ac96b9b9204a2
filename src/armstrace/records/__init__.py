"""What happened as content (seizures, tallies, incidents, transfers, custody), who says so, and what a reader returns."""
