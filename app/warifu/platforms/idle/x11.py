"""X11: the extension MIT-SCREEN-SAVER, asked through libxcb alone, which Qt needs anyway.

https://www.x.org/releases/current/doc/scrnsaverproto/saver.html. The connection lives as long as a question,
and unlike Xlib, libxcb does not end the process when the server goes away.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any

_EXTENSION = b"MIT-SCREEN-SAVER"
_QUERY_INFO = 1  # opcode of the extension
_CHECKED = 1  # XCB_REQUEST_CHECKED
_SINCE_INPUT = 16  # where milliseconds since the last input stand in the reply


class _Part(ctypes.Structure):
    _fields_ = (("base", ctypes.c_void_p), ("length", ctypes.c_size_t))


class _Extension(ctypes.Structure):
    _fields_ = (("name", ctypes.c_char_p), ("global_id", ctypes.c_int))


class _Screens(ctypes.Structure):
    _fields_ = (
        ("first", ctypes.POINTER(ctypes.c_uint32)),  # a screen, which begins with its root window
        ("left", ctypes.c_int), ("index", ctypes.c_int),
    )  # fmt: skip


class _Request(ctypes.Structure):
    _fields_ = (
        ("count", ctypes.c_size_t), ("extension", ctypes.POINTER(_Extension)),
        ("opcode", ctypes.c_uint8), ("is_void", ctypes.c_uint8),
    )  # fmt: skip


class X11Idle:
    """Implements ``services.ports.Idle``."""

    def __init__(self, xcb: Any) -> None:
        self._xcb = xcb
        self._extension = _Extension(_EXTENSION, 0)  # libxcb numbers it at the first use
        connection, octets = ctypes.c_void_p, ctypes.POINTER(ctypes.c_ubyte)
        for name, gives, *takes in (
            ("xcb_connect", connection, ctypes.c_char_p, ctypes.c_void_p),
            ("xcb_disconnect", None, connection),
            ("xcb_connection_has_error", ctypes.c_int, connection),
            ("xcb_get_extension_data", octets, connection, ctypes.POINTER(_Extension)),
            ("xcb_get_setup", ctypes.c_void_p, connection),
            ("xcb_setup_roots_iterator", _Screens, ctypes.c_void_p),
            ("xcb_send_request", ctypes.c_uint, connection, ctypes.c_int, ctypes.POINTER(_Part),
             ctypes.POINTER(_Request)),
            ("xcb_wait_for_reply", octets, connection, ctypes.c_uint, ctypes.c_void_p),
        ):  # fmt: skip
            function = getattr(xcb, name)
            function.restype, function.argtypes = gives, takes
        self._free = ctypes.CDLL(None).free
        self._free.restype, self._free.argtypes = None, (ctypes.c_void_p,)

    @classmethod
    def found(cls) -> X11Idle | None:
        """The display's idle time, if it tells any."""
        try:
            idle = cls(ctypes.CDLL("libxcb.so.1"))
        except (OSError, AttributeError):
            return None
        return idle if idle._ask() is not None else None

    def seconds(self) -> float:
        """Seconds since the last input; 0 when the display does not answer."""
        milliseconds = self._ask()
        return 0.0 if milliseconds is None else milliseconds / 1000

    def _ask(self) -> int | None:
        connection = self._xcb.xcb_connect(None, None)
        try:
            if self._xcb.xcb_connection_has_error(connection):
                return None
            known = self._xcb.xcb_get_extension_data(connection, ctypes.byref(self._extension))
            if not known or not known[8]:  # its byte ``present``
                return None
            return self._query(connection)
        finally:
            self._xcb.xcb_disconnect(connection)

    def _query(self, connection: Any) -> int | None:
        root = self._xcb.xcb_setup_roots_iterator(self._xcb.xcb_get_setup(connection)).first
        if not root:
            return None
        body = (ctypes.c_ubyte * 8)(0, _QUERY_INFO, *_native(2, 2), *_native(root[0], 4))
        parts = (_Part * 3)(_Part(), _Part(), _Part(ctypes.addressof(body), len(body)))  # two for libxcb
        request = _Request(1, ctypes.pointer(self._extension), _QUERY_INFO, 0)
        ours = ctypes.cast(ctypes.byref(parts, 2 * ctypes.sizeof(_Part)), ctypes.POINTER(_Part))
        sequence = self._xcb.xcb_send_request(connection, _CHECKED, ours, ctypes.byref(request))
        error = ctypes.c_void_p()
        reply = self._xcb.xcb_wait_for_reply(connection, sequence, ctypes.byref(error))
        try:
            place = slice(_SINCE_INPUT, _SINCE_INPUT + 4)
            return int.from_bytes(bytes(reply[place]), sys.byteorder) if reply else None
        finally:
            self._free(reply)
            self._free(error)


def _native(number: int, size: int) -> bytes:
    return number.to_bytes(size, sys.byteorder)
