"""What to say when a camera gives no picture, and what to do on this system."""

from __future__ import annotations

from warifu.core.errors import CameraTrouble
from warifu.core.text import Text
from warifu.scan.camera_wire import CameraState

_SETTINGS = {
    "win32": "ms-settings:privacy-webcam",
    "darwin": "x-apple.systempreferences:com.apple.preference.security?Privacy_Camera",
}


def trouble(state: CameraState, platform: str) -> CameraTrouble | None:
    """The sentences for ``state`` on ``platform``, named as ``sys.platform`` does; None when all is well."""
    match state:
        case CameraState.NO_CAMERA:
            return CameraTrouble(
                "No camera was found.",
                hint="Plug one in, and it starts by itself. Some laptops have a switch or a key for theirs.",
            )
        case CameraState.FORBIDDEN:
            return CameraTrouble("Warifu may not use the camera.", hint=_permission(platform))
        case CameraState.BUSY:
            return CameraTrouble(
                "Another program is using the camera.",
                hint="Close video calls and other programs that show a camera picture, then try again.",
            )
        case CameraState.UNPLUGGED:
            return CameraTrouble(
                "The camera was unplugged.", hint="Plug it in again, and the scan goes on by itself."
            )
        case CameraState.STALLED:
            return CameraTrouble(
                "The camera gives no picture.",
                hint="Look whether its cover is open, unplug it and plug it in again, or choose another one.",
            )
        case CameraState.ENDED:
            return CameraTrouble(
                "The camera stopped unexpectedly.",
                hint="Try again. If it happens every time, choose another camera.",
            )
        case _:
            return None


def _permission(platform: str) -> Text:
    if platform == "win32":
        return Text(
            "In Settings > Privacy & security > Camera, allow desktop apps to use the camera, then try again."
        )
    if platform == "darwin":
        return Text("In System Settings > Privacy & Security > Camera, switch on Warifu, then try again.")
    return Text(
        "Its device is for the group “video” only: type “sudo usermod -aG video $USER” in a terminal,"
        " then log out and in again."
    )


def settings_link(state: CameraState, platform: str) -> str:
    """The address of the system's page on which cameras are allowed; nothing where none helps."""
    return _SETTINGS.get(platform, "") if state is CameraState.FORBIDDEN else ""
