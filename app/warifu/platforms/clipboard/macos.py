"""macOS: the marks of nspasteboard.org, put there through AppKit itself.

Qt cannot: it renames every type that it does not know to ``com.trolltech.anymime.…``, and Python has no way
to register a converter. Nor does it know whether an entry is still its own; ``changeCount`` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from warifu.platforms.clipboard.base import Formats

FORMATS: Formats = {"org.nspasteboard.ConcealedType": b"", "org.nspasteboard.TransientType": b""}
_TEXT = "public.utf8-plain-text"


class Pasteboard:
    """The general pasteboard. Call it on the main thread."""

    def __init__(self) -> None:
        import ctypes
        import ctypes.util

        self._ctypes = ctypes
        ctypes.CDLL("/System/Library/Frameworks/AppKit.framework/AppKit")
        self._objc = ctypes.CDLL(ctypes.util.find_library("objc"))
        for name in ("objc_getClass", "sel_registerName"):
            function = getattr(self._objc, name)
            function.restype, function.argtypes = ctypes.c_void_p, [ctypes.c_char_p]
        self._board = self._send(self._class("NSPasteboard"), "generalPasteboard")

    def put(self, text: str) -> int:
        """Replace the content with ``text`` and the marks; returns the number of that change."""
        self._send(self._board, "clearContents", returns=self._ctypes.c_long)
        self._set(_TEXT, text.encode())
        for uti, content in FORMATS.items():
            self._set(uti, content)
        return self.changes()

    def changes(self) -> int:
        """How often any program has replaced the content since the user logged in."""
        return int(self._send(self._board, "changeCount", returns=self._ctypes.c_long))

    def clear(self) -> None:
        """Empty it."""
        self._send(self._board, "clearContents", returns=self._ctypes.c_long)

    def _set(self, uti: str, content: bytes) -> None:
        c = self._ctypes
        name = self._send(self._class("NSString"), "stringWithUTF8String:", (c.c_char_p, uti.encode()))
        data = self._send(
            self._class("NSData"),
            "dataWithBytes:length:",
            (c.c_char_p, content),
            (c.c_ulong, len(content)),
        )
        self._send(self._board, "setData:forType:", (c.c_void_p, data), (c.c_void_p, name), returns=c.c_bool)

    def _class(self, name: str) -> Any:
        return self._objc.objc_getClass(name.encode())

    def _send(self, to: Any, selector: str, *arguments: tuple[Any, Any], returns: Any = None) -> Any:
        """``[to selector…]``; each message needs the prototype of its own method on Apple silicon."""
        c = self._ctypes
        prototype = c.CFUNCTYPE(
            returns or c.c_void_p, c.c_void_p, c.c_void_p, *(kind for kind, _ in arguments)
        )
        message = prototype(("objc_msgSend", self._objc))
        return message(to, self._objc.sel_registerName(selector.encode()), *(value for _, value in arguments))
