"""macOS: Quartz event services, https://developer.apple.com/documentation/coregraphics ."""

from __future__ import annotations

_FRAMEWORK = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics"
_SESSION = 0  # kCGEventSourceStateCombinedSessionState
_ANY_INPUT = 0xFFFFFFFF  # kCGAnyInputEventType


class MacIdle:
    """Implements ``services.ports.Idle``."""

    def seconds(self) -> float:
        """Seconds since the last input in this session."""
        import ctypes

        ask = ctypes.CDLL(_FRAMEWORK).CGEventSourceSecondsSinceLastEventType
        ask.restype, ask.argtypes = ctypes.c_double, (ctypes.c_int32, ctypes.c_uint32)
        return float(ask(_SESSION, _ANY_INPUT))
