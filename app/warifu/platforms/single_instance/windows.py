"""Windows: a locked byte of a file in the user's own folder, and a named pipe that Qt serves."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from warifu.platforms.single_instance.base import PATIENCE, REPLY, encode

if TYPE_CHECKING:
    from warifu.platforms.single_instance.base import Message

_ANY_PROCESS = -1  # ASFW_ANY


class WindowsInstance:
    """Lock and pipe of one profile."""

    def __init__(self, name: str) -> None:
        folder = Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "Warifu"
        folder.mkdir(parents=True, exist_ok=True)
        self._lock_path = folder / f"{name}.lock"
        self.pipe_name = f"warifu-{os.environ.get('USERNAME', '')}-{name}"
        self._lock = -1

    def claim(self) -> bool:
        """Lock the first byte; Windows frees it with the process."""
        import msvcrt

        self._lock = os.open(self._lock_path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            msvcrt.locking(self._lock, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            self.release()
            return False
        return True

    def release(self) -> None:
        """Give the lock back."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def send(self, message: Message) -> bool:
        """Knock until the pipe is there, and let its server take the focus that this process was given.

        A pipe knows no time-out, so the talking is done by a thread that is left behind when it hangs.
        """
        _share_focus()
        answers: list[bytes] = []
        talk = threading.Thread(target=lambda: answers.append(self._talk(encode(message))), daemon=True)
        talk.start()
        talk.join(PATIENCE)
        return answers == [REPLY]

    def _talk(self, message: bytes) -> bytes:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                with Path(rf"\\.\pipe\{self.pipe_name}").open("r+b", buffering=0) as pipe:
                    pipe.write(message)
                    return pipe.read(len(REPLY)) or b""
            except OSError:
                time.sleep(0.02)
        return b""


def _share_focus() -> None:
    import ctypes

    ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)  # type: ignore[attr-defined,unused-ignore]
