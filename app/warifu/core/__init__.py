"""Values and rules: the standard library and pyotp, no input or output."""
