"""Opening whatever OpenCV can open: one code path for cameras and for files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from warifu.platforms.camera.base import Pixels, Source, Video, Way

WIDTH, HEIGHT, RATE = 1280, 720, 30  # wished for; the driver takes what comes nearest

_QUIET = {
    "OPENCV_LOG_LEVEL": "SILENT",
    "OPENCV_FFMPEG_LOGLEVEL": "-8",
    "OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS": "0",  # with them Windows takes half a minute to start
}


def prepare() -> None:
    """Import OpenCV with few threads of its own and little to say; its environment counts at the import."""
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    import cv2

    cv2.setNumThreads(1)


def opened(source: Source) -> Video | None:
    """The video of the first way that opens; None when none does."""
    for way in source.ways:
        if (video := _open(way)) is not None:
            return _Camera(video)
    return None


def _open(way: Way) -> Any:
    import cv2

    video = cv2.VideoCapture()
    try:
        video.setExceptionMode(False)
        if video.open(way.target, way.backend):
            return video
    except cv2.error:
        pass
    video.release()
    return None


class _Camera:
    """``base.Video`` of a device."""

    def __init__(self, video: Any) -> None:
        import cv2

        self._video = video
        for wish, value in (
            (cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG")),  # raw, USB 2 carries 10 pictures a second
            (cv2.CAP_PROP_FRAME_WIDTH, WIDTH),
            (cv2.CAP_PROP_FRAME_HEIGHT, HEIGHT),
            (cv2.CAP_PROP_FPS, RATE),
            (cv2.CAP_PROP_BUFFERSIZE, 2),
        ):
            video.set(wish, value)

    def read(self) -> Pixels | None:
        """Wait for the next picture; None when none came."""
        return read(self._video)

    def close(self) -> None:
        """Let go of the device."""
        self._video.release()


def read(video: Any) -> Pixels | None:
    """The next picture in colour, whatever the driver gives; None when none came."""
    import cv2

    try:
        there, pixels = video.read()
    except cv2.error:
        return None
    if not there or pixels is None or not pixels.size:
        return None
    return cast("Pixels", cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGR) if pixels.ndim == 2 else pixels)
