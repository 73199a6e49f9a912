"""Cameras of Windows: Media Foundation, and DirectShow for what only that knows, such as virtual cameras."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from warifu.platforms.camera.base import CannotOpen
from warifu.platforms.camera.listing import listed, sources
from warifu.platforms.camera.opening import opened
from warifu.scan.camera_wire import CameraState

if TYPE_CHECKING:
    from warifu.platforms.camera.base import Source, Video

_CONSENT = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\webcam"
_SWITCHES = (  # of Settings > Privacy & security > Camera
    ("HKEY_LOCAL_MACHINE", _CONSENT),  # for this device
    ("HKEY_CURRENT_USER", _CONSENT),  # for apps
    ("HKEY_CURRENT_USER", _CONSENT + r"\NonPackaged"),  # for desktop apps
)


class WindowsCameras:
    """``base.Cameras`` of two of the system's interfaces."""

    def find(self) -> tuple[Source, ...]:
        """All that are there now."""
        import cv2

        return sources([*listed(cv2.CAP_MSMF), *listed(cv2.CAP_DSHOW)])

    def open(self, source: Source) -> Video:
        """Begin to take pictures. Raises CannotOpen."""
        if is_denied():
            raise CannotOpen(CameraState.FORBIDDEN)  # before a driver gives black pictures instead
        video = opened(source)
        if video is None:
            gone = source.key not in {each.key for each in self.find()}
            raise CannotOpen(CameraState.NO_CAMERA if gone else CameraState.BUSY)
        return video


def is_denied() -> bool:
    """Whether one of the switches in the privacy settings is off."""
    return any(_switch(root, path) == "deny" for root, path in _SWITCHES)


def _switch(root: str, path: str) -> str:
    if sys.platform == "win32":
        import winreg

        with contextlib.suppress(OSError), winreg.OpenKey(getattr(winreg, root), path) as key:
            return str(winreg.QueryValueEx(key, "Value")[0]).casefold()
    return ""  # never decided, or a Windows without the switch
