"""Bytes to disk so that a crash, a full disk or another process never costs a file.

The rules: nothing is truncated or removed before its successor lies on the disk; a new file is made in the
same folder, synced, put in place in one step, and the folder synced; the file it displaced is handed to the
caller, who looks at it before it goes. The lock is an optimisation: everything holds without it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

T = TypeVar("T")

PATIENCE: Final = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)  # seconds between tries, Windows only
LOCK_SECONDS: Final = 5.0
_STALE_SECONDS: Final = 3600  # when a temporary file must be a leftover though the lock could not be had
_TAKEN = frozenset({errno.EAGAIN, errno.EACCES, errno.EPERM, errno.EDEADLK, 0})  # Wine gives no reason
_NO_MODE_BITS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL})
_NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})


def write_aside(target: Path, content: bytes) -> Path:
    """A new synced file beside ``target``, for the user alone. Raises OSError and leaves nothing then."""
    aside = target.with_name(f".{target.name}.{os.urandom(8).hex()}.tmp")
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    descriptor = os.open(aside, flags, 0o600)
    try:
        try:
            _only_mine(descriptor)
            view = memoryview(content)
            while view:
                view = view[os.write(descriptor, view) :]
            sync_file(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        discard(aside)
        raise
    return aside


def put_first(aside: Path, target: Path) -> None:
    """Give a new file its name; FileExistsError when another was faster. ``aside`` is gone afterwards.

    As with ``put_in_place``, syncing the folder is up to the caller.
    """
    try:
        os.link(aside, target)
    except FileExistsError:
        discard(aside)
        raise
    except OSError:  # a file system without hard links
        if target.exists():
            discard(aside)
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        patiently(lambda: aside.replace(target))
    discard(aside)


def put_in_place(aside: Path, target: Path) -> Path:
    """Replace ``target`` in one step and return the file that holds what was there; the caller discards it.

    Where the system can exchange two names, that is exactly what was displaced, whoever wrote it. Elsewhere
    it is what was there a moment before. Raises OSError and leaves everything as it was then.
    """
    if _exchange(aside, target):
        return aside
    former = aside.with_suffix(".old.tmp")
    try:
        try:
            os.link(target, former)
        except OSError:
            _copy(target, former)
        patiently(lambda: aside.replace(target))
    except OSError:
        discard(former)
        discard(aside)
        raise
    return former


def put_back(former: Path, target: Path) -> None:
    """Undo ``put_in_place`` as far as the system lets; else ``former`` stays for the next save to find."""
    with contextlib.suppress(OSError):
        patiently(lambda: former.replace(target))
        sync_folder(target.parent)


def discard(path: Path) -> None:
    """Remove a temporary file; what cannot be removed now is swept later."""
    with contextlib.suppress(OSError):
        path.unlink()


def leftovers(target: Path, *, locked: bool) -> list[Path]:
    """Temporary files of saves that did not finish. Without the lock only old ones: others may be at work."""
    try:
        found = list(target.parent.glob(f".{_literal(target.name)}.*.tmp"))
        return [path for path in found if locked or time.time() - path.stat().st_mtime > _STALE_SECONDS]
    except OSError:
        return []


def sync_file(descriptor: int, platform: str = sys.platform) -> None:
    """Ask for the bytes to be on the medium, not in a cache."""
    if platform == "darwin":  # fsync there stops at the drive's own cache
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, getattr(fcntl, "F_FULLFSYNC", 51))
            return
    os.fsync(descriptor)


def sync_folder(folder: Path, platform: str = sys.platform) -> None:
    """Ask for the names in the folder to be on the medium. Windows has no such call and needs none."""
    if platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        _close(descriptor)


def patiently(call: Callable[[], T], platform: str = sys.platform) -> T:
    """Windows refuses for a moment what a virus scanner has open: try again, longer each time."""
    for pause in PATIENCE if platform == "win32" else ():
        try:
            return call()
        except OSError as error:
            if error.errno not in {errno.EACCES, errno.EPERM}:
                raise
            time.sleep(pause)
    return call()


@contextlib.contextmanager
def locked(target: Path) -> Iterator[bool]:
    """Keep other processes of Warifu away, as far as the file system knows locks; yields whether."""
    descriptor = -1
    try:
        with contextlib.suppress(OSError):
            descriptor = os.open(target.with_name(f".{target.name}.lock"), os.O_CREAT | os.O_RDWR, 0o600)
            _only_mine(descriptor)
        yield descriptor >= 0 and _lock(descriptor)
    finally:
        if descriptor >= 0:
            _close(descriptor)


def _lock(descriptor: int) -> bool:
    """Wait for the lock up to LOCK_SECONDS; False where there are none to be had."""
    give_up = time.monotonic() + LOCK_SECONDS
    while time.monotonic() < give_up:
        try:
            try_lock(descriptor)
        except OSError as error:
            if error.errno not in _TAKEN:
                return False
            time.sleep(0.005)
        else:
            return True
    return False


def try_lock(descriptor: int) -> None:
    """Lock an open file until it is closed; raises OSError at once when another has it."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step; False where the system or the file system cannot."""
    import ctypes

    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(library.renamex_np(os.fsencode(one), os.fsencode(other), 2) == 0)
        return bool(library.renameat2(-100, os.fsencode(one), -100, os.fsencode(other), 2) == 0)
    except (AttributeError, OSError, TypeError):
        return False


def _copy(source: Path, target: Path) -> None:
    content = source.read_bytes()
    aside = write_aside(target, content)
    aside.replace(target)


def _close(descriptor: int) -> None:
    """Close what nothing was written to; an error tells nothing then."""
    with contextlib.suppress(OSError):
        os.close(descriptor)


def _only_mine(descriptor: int) -> None:
    """Mode 0600 whatever the umask; file systems without modes are left alone."""
    if hasattr(os, "fchmod"):
        try:
            os.fchmod(descriptor, 0o600)
        except OSError as error:
            if error.errno not in _NO_MODE_BITS:
                raise


def _literal(name: str) -> str:
    """A file name as a pattern that fits it alone."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)
