"""Windows: an access list for the process itself.

The user may end the process, wait for it and ask its name; even its owner may not change the list
(OWNER RIGHTS), nor read or write its memory. KeePassXC grants the same.
https://learn.microsoft.com/windows/win32/procthread/process-security-and-access-rights
"""

from __future__ import annotations

from typing import Any

_SYNCHRONIZE, _QUERY_LIMITED, _TERMINATE, _READ_CONTROL = 0x100000, 0x1000, 0x0001, 0x20000
_GRANTED = _SYNCHRONIZE | _QUERY_LIMITED | _TERMINATE
_DACL_INFORMATION = 4
_REVISION = 1
_TOKEN_QUERY, _TOKEN_USER = 0x0008, 1


def access_list(user: str) -> str:
    """The list in Microsoft's notation; ``user`` is a SID as text. Nobody else is granted anything."""
    return f"D:P(A;;{_GRANTED:#x};;;{user})(A;;{_READ_CONTROL:#x};;;OW)"


def close() -> bool:
    """Put the list on this process. Raises OSError."""
    import ctypes
    from ctypes import wintypes

    dlls: Any = ctypes.windll  # type: ignore[attr-defined,unused-ignore]
    api, kernel32 = dlls.advapi32, dlls.kernel32
    convert = api.ConvertStringSecurityDescriptorToSecurityDescriptorW
    convert.argtypes = (
        wintypes.LPCWSTR, wintypes.DWORD, ctypes.POINTER(ctypes.c_void_p), ctypes.c_void_p,
    )  # fmt: skip
    put = api.SetKernelObjectSecurity
    put.argtypes = (wintypes.HANDLE, wintypes.DWORD, ctypes.c_void_p)
    kernel32.GetCurrentProcess.restype = wintypes.HANDLE
    kernel32.LocalFree.argtypes = (ctypes.c_void_p,)
    descriptor = ctypes.c_void_p()
    if not convert(access_list(_own_sid(api, kernel32)), _REVISION, ctypes.byref(descriptor), None):
        return False
    try:
        return bool(put(kernel32.GetCurrentProcess(), _DACL_INFORMATION, descriptor))
    finally:
        kernel32.LocalFree(descriptor)


def _own_sid(api: Any, kernel32: Any) -> str:
    """The user of this process, as text."""
    import ctypes
    from ctypes import wintypes

    token = wintypes.HANDLE()
    kernel32.GetCurrentProcess.restype = wintypes.HANDLE
    api.OpenProcessToken.argtypes = (wintypes.HANDLE, wintypes.DWORD, ctypes.POINTER(wintypes.HANDLE))
    api.GetTokenInformation.argtypes = (
        wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD, ctypes.POINTER(wintypes.DWORD),
    )  # fmt: skip
    api.ConvertSidToStringSidW.argtypes = (ctypes.c_void_p, ctypes.POINTER(ctypes.c_void_p))
    kernel32.CloseHandle.argtypes = (wintypes.HANDLE,)
    kernel32.LocalFree.argtypes = (ctypes.c_void_p,)
    if not api.OpenProcessToken(kernel32.GetCurrentProcess(), _TOKEN_QUERY, ctypes.byref(token)):
        raise OSError("the process does not tell its user")
    try:
        told = ctypes.create_string_buffer(256)
        size = wintypes.DWORD()
        text = ctypes.c_void_p()
        if not api.GetTokenInformation(token, _TOKEN_USER, told, len(told), ctypes.byref(size)):
            raise OSError("the process does not tell its user")
        sid = ctypes.cast(told, ctypes.POINTER(ctypes.c_void_p))[0]  # TOKEN_USER begins with it
        if not api.ConvertSidToStringSidW(sid, ctypes.byref(text)):
            raise OSError("the user has no name as text")
        try:
            return ctypes.wstring_at(text.value or 0)
        finally:
            kernel32.LocalFree(text)
    finally:
        kernel32.CloseHandle(token)
