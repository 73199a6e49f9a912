"""Cameras, one module per system, and the process that holds one: ``warifu --camera``.

Drivers hang and crash: so listing, opening and taking pictures all happen in ``child``, which the window
starts when its page is seen and ends when it is left. A third process, a confined one, reads what is seen.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warifu.platforms.camera.base import Cameras


def cameras() -> Cameras:
    """Those of this system, with the video file of ``WARIFU_CAMERA_FILE`` where that is set."""
    from warifu.platforms.camera.video_file import VARIABLE, WithFile

    path = os.environ.get(VARIABLE)
    return WithFile(_of_system(), path) if path else _of_system()


def _of_system() -> Cameras:
    if sys.platform == "win32":
        from warifu.platforms.camera.windows import WindowsCameras

        return WindowsCameras()
    if sys.platform == "darwin":
        from warifu.platforms.camera.macos import MacCameras

        return MacCameras()
    from warifu.platforms.camera.linux import LinuxCameras

    return LinuxCameras()
