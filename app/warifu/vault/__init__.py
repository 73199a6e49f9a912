"""Accounts to bytes on disk and back; every cipher of Warifu."""
