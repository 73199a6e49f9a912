"""The operating system: one package per feature, one module per strategy; no Qt."""
