"""Other apps' exports, one module each."""
