"""LaunchServices and CoreFoundation of macOS through ctypes (LSInfo.h, CFPreferences.h, CFString.h)."""

from __future__ import annotations

import ctypes
import sys
from typing import Any

_UTF8 = 0x08000100  # kCFStringEncodingUTF8
_LONGEST = 1024  # bytes of an identifier
_FRAMEWORKS = "/System/Library/Frameworks/{name}.framework/{name}"


class LaunchServices:
    """Implements ``macos.Services``."""

    def __init__(self) -> None:
        self._core = ctypes.CDLL(_FRAMEWORKS.format(name="CoreFoundation"))
        self._services = ctypes.CDLL(_FRAMEWORKS.format(name="CoreServices"))
        for library, name, result, arguments in (
            (self._core, "CFStringCreateWithCString", "p", "psI"),
            (self._core, "CFStringGetCString", "b", "pslI"),
            (self._core, "CFRelease", "", "p"),
            (self._core, "CFBundleGetMainBundle", "p", ""),
            (self._core, "CFBundleGetIdentifier", "p", "p"),
            (self._core, "CFArrayGetCount", "l", "p"),
            (self._core, "CFArrayGetValueAtIndex", "p", "pl"),
            (self._core, "CFPreferencesSetAppValue", "", "ppp"),
            (self._core, "CFPreferencesCopyAppValue", "p", "pp"),
            (self._core, "CFPreferencesAppSynchronize", "b", "p"),
            (self._core, "CFGetTypeID", "l", "p"),
            (self._core, "CFStringGetTypeID", "l", ""),
            (self._services, "LSCopyDefaultHandlerForURLScheme", "p", "p"),
            (self._services, "LSCopyAllHandlersForURLScheme", "p", "p"),
            (self._services, "LSSetDefaultHandlerForURLScheme", "i", "pp"),
        ):
            _declare(library, name, result, arguments)
        self._application = ctypes.c_void_p.in_dll(self._core, "kCFPreferencesCurrentApplication")

    def own_identifier(self) -> str:
        """Of the app that runs; a Python that is no frozen build has one, too, which is not ours."""
        bundle = self._core.CFBundleGetMainBundle() if getattr(sys, "frozen", False) else None
        return self._text(self._core.CFBundleGetIdentifier(bundle)) if bundle else ""

    def chosen(self, scheme: str) -> str:
        """The app that opens a scheme."""
        copy = self._services.LSCopyDefaultHandlerForURLScheme
        return str(self._with(scheme, lambda name: self._taken(copy(name))))

    def able(self, scheme: str) -> list[str]:
        """All apps that can."""
        found = self._with(scheme, self._services.LSCopyAllHandlersForURLScheme)
        if not found:
            return []
        count = self._core.CFArrayGetCount(found)
        names = [self._text(self._core.CFArrayGetValueAtIndex(found, number)) for number in range(count)]
        self._core.CFRelease(found)
        return names

    def choose(self, scheme: str, identifier: str) -> bool:
        """Make it the app that opens a scheme."""
        choose = self._services.LSSetDefaultHandlerForURLScheme
        return bool(
            self._with(scheme, lambda name: self._with(identifier, lambda app: choose(name, app) == 0))
        )

    def note(self, scheme: str, identifier: str) -> None:
        """Remember an app."""
        keep = self._core.CFPreferencesSetAppValue
        self._with(
            _note(scheme),
            lambda key: self._with(identifier, lambda value: keep(key, value, self._application)),
        )
        self._core.CFPreferencesAppSynchronize(self._application)

    def noted(self, scheme: str) -> str:
        """The app that was remembered."""
        copy = self._core.CFPreferencesCopyAppValue
        return str(self._with(_note(scheme), lambda key: self._taken(copy(key, self._application))))

    def _with(self, text: str, use: Any) -> Any:
        """What ``use`` gives for a CFString that lives as long as the call."""
        string = self._core.CFStringCreateWithCString(None, text.encode(), _UTF8)
        try:
            return use(string)
        finally:
            self._core.CFRelease(string)

    def _taken(self, string: Any) -> str:
        """The text of a CFString that was copied for us, which is let go."""
        text = self._text(string)
        if string:
            self._core.CFRelease(string)
        return text

    def _text(self, string: Any) -> str:
        if not string or self._core.CFGetTypeID(string) != self._core.CFStringGetTypeID():
            return ""
        room = ctypes.create_string_buffer(_LONGEST)
        return room.value.decode() if self._core.CFStringGetCString(string, room, _LONGEST, _UTF8) else ""


def _note(scheme: str) -> str:
    return f"LinksBefore.{scheme}"


def _declare(library: ctypes.CDLL, name: str, result: str, arguments: str) -> None:
    """Give a function its types; without them, ctypes would cut pointers to 32 bits."""
    kinds = {
        "p": ctypes.c_void_p, "s": ctypes.c_char_p, "l": ctypes.c_long, "i": ctypes.c_int,
        "I": ctypes.c_uint32, "b": ctypes.c_bool,
    }  # fmt: skip
    function = getattr(library, name)
    function.restype = kinds[result] if result else None
    function.argtypes = [kinds[each] for each in arguments]
