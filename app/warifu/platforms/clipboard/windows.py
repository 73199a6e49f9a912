"""Windows: registered formats that keep an entry out of the history, the cloud and clipboard viewers.

https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats#cloud-clipboard-and-clipboard-history-formats
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warifu.platforms.clipboard.base import Formats

_NO = (0).to_bytes(4, "little")  # a DWORD


def _registered(name: str) -> str:
    """Qt's name for the Windows format that is registered as ``name``."""
    return f'application/x-qt-windows-mime;value="{name}"'


FORMATS: Formats = {
    _registered("ExcludeClipboardContentFromMonitorProcessing"): _NO,  # any content will do
    _registered("CanIncludeInClipboardHistory"): _NO,
    _registered("CanUploadToCloudClipboard"): _NO,
    _registered("Clipboard Viewer Ignore"): _NO,  # any content will do
}
_PATIENCE = (0.01, 0.02, 0.04, 0.08, 0.15)  # seconds between tries, on the main thread


def is_free() -> bool:
    """Whether the clipboard can be opened: only one program at a time has it, mostly for a moment."""
    import ctypes

    user32 = ctypes.windll.user32  # type: ignore[attr-defined,unused-ignore]
    for pause in (*_PATIENCE, 0.0):
        if user32.OpenClipboard(None):
            user32.CloseClipboard()
            return True
        time.sleep(pause)
    return False
