"""The pages before the accounts: first run, locked, broken vault, new passwords."""
