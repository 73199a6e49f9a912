"""The same vault on several devices."""
