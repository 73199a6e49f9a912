"""Windows: messages of the session and of power, taken by a hidden window of our own.

A window of its own, and not a filter of Qt's messages, costs nothing while there is nothing to hear. It must
be a top-level one, since windows for messages alone get no broadcasts.
https://learn.microsoft.com/windows/win32/termserv/wm-wtssession-change
https://learn.microsoft.com/windows/win32/power/wm-powerbroadcast
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.services.ports import Absence

if TYPE_CHECKING:
    from warifu.platforms.session_watch.base import Tell

TITLE = "Warifu session watch"
WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
_SUSPEND = 4  # PBT_APMSUSPEND
_OF_SESSION = {
    2: Absence.USER_SWITCHED,  # WTS_CONSOLE_DISCONNECT
    4: Absence.USER_SWITCHED,  # WTS_REMOTE_DISCONNECT
    7: Absence.SCREEN_LOCKED,  # WTS_SESSION_LOCK
}
_THIS_SESSION = 0


def absence_of(message: int, parameter: int) -> Absence | None:
    """What a window message says of the user."""
    if message == WM_POWERBROADCAST and parameter == _SUSPEND:
        return Absence.SLEEPING
    return _OF_SESSION.get(parameter) if message == WM_WTSSESSION_CHANGE else None


class WindowsWatch:
    """Lives on the main thread, whose message loop Qt runs. ``tell`` is called before the system goes on, so
    that locking is done before sleep.
    """

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._window: Any = None
        self._keep: tuple[Any, ...] = ()

    def begin(self) -> None:
        """Make the window and register it with the session."""
        import ctypes
        from ctypes import wintypes

        user32 = ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]
        long_pointer = ctypes.c_ssize_t
        arguments = (wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
        handler_type = ctypes.WINFUNCTYPE(long_pointer, *arguments)  # type: ignore[attr-defined,unused-ignore]
        user32.DefWindowProcW.restype, user32.DefWindowProcW.argtypes = long_pointer, arguments

        def handle(window: int, message: int, parameter: int, more: int) -> int:
            absence = absence_of(message, parameter or 0)
            if absence is not None:
                self._tell(absence)
            return int(user32.DefWindowProcW(window, message, parameter, more))

        handler = handler_type(handle)
        self._window = _make_window(user32, handler, handler_type)
        self._keep = (user32, handler)
        if self._window:
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(  # type: ignore[attr-defined,unused-ignore]
                wintypes.HWND(self._window), _THIS_SESSION
            )

    def let_sleep(self) -> None:
        """Sleep waits for nothing but the message itself."""

    def end(self) -> None:
        """Take the window away."""
        window, self._window = self._window, None
        if window:
            import ctypes
            from ctypes import wintypes

            handle = wintypes.HWND(window)
            ctypes.windll.wtsapi32.WTSUnRegisterSessionNotification(handle)  # type: ignore[attr-defined,unused-ignore]
            self._keep[0].DestroyWindow(handle)


def _make_window(user32: Any, handler: Any, handler_type: Any) -> Any:
    """A window that is never shown. Its class is registered once for each process."""
    import ctypes
    from ctypes import wintypes

    class WindowClass(ctypes.Structure):
        _fields_ = (
            ("style", wintypes.UINT), ("handler", handler_type), ("class_extra", ctypes.c_int),
            ("window_extra", ctypes.c_int), ("instance", wintypes.HINSTANCE), ("icon", wintypes.HANDLE),
            ("cursor", wintypes.HANDLE), ("background", wintypes.HANDLE), ("menu", wintypes.LPCWSTR),
            ("name", wintypes.LPCWSTR),
        )  # fmt: skip

    kernel32 = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    kernel32.GetModuleHandleW.restype = wintypes.HINSTANCE
    kernel32.GetModuleHandleW.argtypes = (wintypes.LPCWSTR,)
    instance = kernel32.GetModuleHandleW(None)
    name = f"WarifuSessionWatch{ctypes.cast(handler, ctypes.c_void_p).value}"  # for each handler its own
    kind = WindowClass(handler=handler, instance=instance, name=name)
    user32.RegisterClassW.argtypes = (ctypes.POINTER(WindowClass),)
    user32.RegisterClassW(ctypes.byref(kind))
    user32.CreateWindowExW.restype = wintypes.HWND
    user32.CreateWindowExW.argtypes = (
        wintypes.DWORD, wintypes.LPCWSTR, wintypes.LPCWSTR, wintypes.DWORD,
        ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int,
        wintypes.HWND, wintypes.HANDLE, wintypes.HINSTANCE, ctypes.c_void_p,
    )  # fmt: skip
    return user32.CreateWindowExW(0, name, TITLE, 0, 0, 0, 0, 0, None, None, instance, None)
