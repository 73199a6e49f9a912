"""Where the files that Warifu ships lie: in a checkout, in a wheel, in a frozen build."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """The path of a bundled file, forward slashes in ``name``; it need not exist."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen, "resources", name)
    package = Path(__file__).resolve().parent
    shipped = package / "resources"
    return (shipped if shipped.is_dir() else package.parent.parent / "resources") / name
