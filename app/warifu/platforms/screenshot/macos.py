"""macOS's permission to record the screen, without which a program sees an empty desktop.

Not yet run on a real Mac.
"""

from __future__ import annotations

import ctypes

_GRAPHICS = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics"


def may_record() -> bool:
    """Whether the user has allowed it; where the system cannot be asked, yes."""
    return _asked("CGPreflightScreenCaptureAccess")


def ask_to_record() -> bool:
    """Have the system ask the user, which it does once; then it only names the place in its settings."""
    return _asked("CGRequestScreenCaptureAccess")


def _asked(name: str) -> bool:
    try:
        question = getattr(ctypes.CDLL(_GRAPHICS), name)
    except (OSError, AttributeError):  # before macOS 10.15
        return True
    question.restype = ctypes.c_bool
    return bool(question())
