"""Linux and macOS: ``flock`` and a Unix socket, in a folder that only this user may enter."""

from __future__ import annotations

import contextlib
import os
import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING

from warifu.platforms.single_instance.base import PATIENCE, REPLY, encode

if TYPE_CHECKING:
    import socket

    from warifu.platforms.single_instance.base import Message

_LONGEST_PATH = 100  # bytes; sockaddr_un holds 104 on macOS, 108 on Linux
_BACKLOG = 8


class PosixInstance:
    """Lock and socket of one profile. Raises OSError when the system offers no private folder for them."""

    def __init__(self, name: str) -> None:
        folder = private_folder(name)
        self._lock_path = folder / f"{name}.lock"
        self.socket_path = folder / f"{name}.sock"
        self._lock = -1

    def claim(self) -> bool:
        """Take the lock; a file system without locks is taken for free, since the vault merges by itself."""
        import fcntl

        self._lock = os.open(self._lock_path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.release()
            return False
        except OSError:
            return True
        return True

    def release(self) -> None:
        """Give the lock back."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def listen(self) -> socket.socket:
        """Open the door, replacing what a killed process left there. Call it while the lock is held."""
        import socket

        self.socket_path.unlink(missing_ok=True)
        door = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        door.setblocking(False)
        before = os.umask(0o177)
        try:
            door.bind(str(self.socket_path))
        finally:
            os.umask(before)
        door.listen(_BACKLOG)
        return door

    def close(self, door: socket.socket) -> None:
        """Close the door and give the lock back."""
        door.close()
        self.socket_path.unlink(missing_ok=True)
        self.release()

    def send(self, message: Message) -> bool:
        """Knock until the door opens, which may be after the first start's first paint."""
        import socket

        end = time.monotonic() + PATIENCE
        while (left := end - time.monotonic()) > 0:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
                door.settimeout(left)
                with contextlib.suppress(OSError):
                    door.connect(str(self.socket_path))
                    door.sendall(encode(message))
                    return door.recv(len(REPLY)) == REPLY
            time.sleep(0.02)
        return False


def peer_is_user(connection: socket.socket) -> bool:
    """Whether the program at the other end runs as this user; true where the system does not tell."""
    import socket
    import struct

    if not hasattr(socket, "SO_PEERCRED"):
        return True
    size = struct.calcsize("3i")
    _pid, uid, _gid = struct.unpack("3i", connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size))
    return bool(uid == os.getuid())


def private_folder(name: str) -> Path:
    """The user's runtime folder for Warifu, mode 0700 and owned by the user, short enough for a socket."""
    for base, child in (
        (os.environ.get("XDG_RUNTIME_DIR", ""), "warifu"),
        (os.environ.get("TMPDIR", ""), f"warifu-{os.getuid()}"),
        ("/tmp", f"warifu-{os.getuid()}"),  # noqa: S108 - made private below, or refused
    ):
        folder = Path(base, child)
        if base and len(os.fsencode(folder)) + len(name) + len("/.sock") <= _LONGEST_PATH:
            with contextlib.suppress(OSError):
                folder.mkdir(mode=0o700, exist_ok=True)
                if _is_private(folder):
                    return folder
    raise PermissionError("no folder for the socket of this user")


def _is_private(folder: Path) -> bool:
    state = folder.lstat()
    if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.getuid():
        return False
    if stat.S_IMODE(state.st_mode) != 0o700:
        folder.chmod(0o700)
    return True
