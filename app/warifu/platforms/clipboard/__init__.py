"""What marks a clipboard entry as confidential, one module per system."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warifu.platforms.clipboard.base import Formats


def confidential_formats(platform: str) -> Formats:
    """The formats that accompany every code on the clipboard of ``platform``, named as ``sys.platform`` does.

    They are requests to clipboard managers and histories, not a lock: any program can still read the entry.
    """
    if platform == "win32":
        from warifu.platforms.clipboard.windows import FORMATS
    elif platform == "darwin":
        from warifu.platforms.clipboard.macos import FORMATS
    else:
        from warifu.platforms.clipboard.linux import FORMATS
    return dict(FORMATS)
