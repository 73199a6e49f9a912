"""The X server's own word for when a program's first window is there, the same way for every program."""

from __future__ import annotations

import ctypes
import select
import time

_SUBSTRUCTURE_NOTIFY = 1 << 19
_MAP_NOTIFY = 19
_LEAST_SIDE = 100  # pixels; smaller windows are helpers


class _MapEvent(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("event", ctypes.c_ulong),
        ("window", ctypes.c_ulong),
        ("override_redirect", ctypes.c_int),
    ]


class _Event(ctypes.Union):
    _fields_ = [("type", ctypes.c_int), ("map", _MapEvent), ("pad", ctypes.c_long * 24)]


class Display:
    """A connection that hears of every window mapped on a screen without a window manager."""

    def __init__(self, name: str) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        opened = self._x.XOpenDisplay(name.encode())
        if not opened:
            raise OSError(f"no X server at {name}")
        self._display = ctypes.c_void_p(opened)
        self._x.XSetErrorHandler(_IGNORE)
        root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))
        self._x.XSelectInput(self._display, root, ctypes.c_long(_SUBSTRUCTURE_NOTIFY))
        self._x.XSync(self._display, 0)

    def forget(self) -> None:
        """Pass over what has happened so far."""
        self._x.XSync(self._display, 1)

    def wait_for_window(self, seconds: float) -> float:
        """The monotonic time at which the next real window was mapped. Raises TimeoutError."""
        end = time.monotonic() + seconds
        event = _Event()
        while (left := end - time.monotonic()) > 0:
            if not self._x.XPending(self._display):
                select.select([self._x.XConnectionNumber(self._display)], [], [], left)
                continue
            self._x.XNextEvent(self._display, ctypes.byref(event))
            now = time.monotonic()
            if (
                event.type == _MAP_NOTIFY
                and not event.map.override_redirect
                and self._large(event.map.window)
            ):
                return now
        raise TimeoutError("no window came up")

    def _large(self, window: int) -> bool:
        root, x, y = ctypes.c_ulong(), ctypes.c_int(), ctypes.c_int()
        width, height, border, depth = (ctypes.c_uint() for _ in range(4))
        known = self._x.XGetGeometry(
            self._display,
            ctypes.c_ulong(window),
            *(ctypes.byref(value) for value in (root, x, y, width, height, border, depth)),
        )
        return bool(known) and min(width.value, height.value) >= _LEAST_SIDE


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
def _IGNORE(_display: int, _error: int) -> int:
    return 0  # the windows of programs that are gone again
