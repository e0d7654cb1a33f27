"""Who may do what, and who reads what."""
