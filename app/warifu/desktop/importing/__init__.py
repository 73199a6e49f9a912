"""The pages that bring accounts from other apps: which app, its files, what is in them, and Authy's list."""
