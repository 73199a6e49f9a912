"""Cameras of macOS: AVFoundation, which lets nobody see a picture whom the user has not allowed to."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from warifu.platforms.camera.base import CannotOpen
from warifu.platforms.camera.listing import listed, sources
from warifu.platforms.camera.opening import opened
from warifu.scan.camera_wire import CameraState

if TYPE_CHECKING:
    from warifu.platforms.camera.base import Source, Video

_NOT_ASKED, _ALLOWED = 0, 3  # of AVAuthorizationStatus; between them are restricted and denied
_LONGEST = 120.0  # seconds for the user to answer the system's question


class MacCameras:
    """``base.Cameras`` with the system's question first."""

    def find(self) -> tuple[Source, ...]:
        """All that are there now; their names may be known without leave."""
        import cv2

        return sources(listed(cv2.CAP_AVFOUNDATION))

    def open(self, source: Source) -> Video:
        """Begin to take pictures, once the user has allowed it. Raises CannotOpen."""
        import AVFoundation

        if not allowed(AVFoundation):
            raise CannotOpen(CameraState.FORBIDDEN)
        video = opened(source)
        if video is None:
            gone = source.key not in {each.key for each in self.find()}
            raise CannotOpen(CameraState.NO_CAMERA if gone else CameraState.BUSY)
        return video


def allowed(av: Any) -> bool:
    """Whether Warifu may use the camera; has the system ask when it never did. ``av`` is AVFoundation."""
    device, kind = av.AVCaptureDevice, av.AVMediaTypeVideo
    status = device.authorizationStatusForMediaType_(kind)
    if status != _NOT_ASKED:
        return bool(status == _ALLOWED)
    answered = threading.Event()
    answer: list[bool] = []

    def take(granted: bool) -> None:
        answer.append(bool(granted))
        answered.set()

    device.requestAccessForMediaType_completionHandler_(kind, take)
    return answered.wait(_LONGEST) and answer[0]
