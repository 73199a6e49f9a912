"""Adding and changing an account."""
