"""What all systems' marks have in common."""

from __future__ import annotations

Formats = dict[str, bytes]
"""The name of a clipboard format, as Qt or the system calls it, and its content."""
