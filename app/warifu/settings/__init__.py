"""Preferences: one table, one file."""
