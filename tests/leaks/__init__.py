"""Every test is a canary test: what passes through Warifu as a secret is searched for in all it wrote."""
