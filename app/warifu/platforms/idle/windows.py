"""Windows: https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-getlastinputinfo ."""

from __future__ import annotations

_WRAP = 2**32  # milliseconds, after which the count begins anew


class WindowsIdle:
    """Implements ``services.ports.Idle``."""

    def seconds(self) -> float:
        """Seconds since the last input in this session."""
        import ctypes
        from ctypes import wintypes

        class LastInput(ctypes.Structure):
            _fields_ = (("size", wintypes.UINT), ("time", wintypes.DWORD))

        last = LastInput(size=ctypes.sizeof(LastInput))
        dlls = ctypes.windll  # type: ignore[attr-defined,unused-ignore]
        if not dlls.user32.GetLastInputInfo(ctypes.byref(last)):
            return 0.0
        return since(last.time, dlls.kernel32.GetTickCount())


def since(then: int, now: int) -> float:
    """Seconds between two counts of milliseconds, of which the later one may have begun anew."""
    return (now - then) % _WRAP / 1000
