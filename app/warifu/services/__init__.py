"""Use cases and all mutable state; no Qt."""
