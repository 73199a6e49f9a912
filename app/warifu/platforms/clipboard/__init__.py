"""How each system is told that a clipboard entry is confidential."""
