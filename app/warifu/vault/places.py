"""Where a vault file lies, who else may look there, and what the system says when it refuses."""

from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING, BinaryIO

from warifu.core.errors import (
    VaultExposed,
    VaultForeign,
    VaultMissing,
    VaultUnreadable,
    VaultUnwritable,
)
from warifu.core.text import Text
from warifu.vault import disk
from warifu.vault.container import MAX_FILE

if TYPE_CHECKING:
    from pathlib import Path

_OTHERS_LOOK = stat.S_IROTH | stat.S_IWOTH
_PIECE = 256 * 1024  # bytes
_IN_USE = frozenset({5, 32, 33})  # of Windows, when a name cannot be replaced: access denied, shared, locked


def real(path: Path) -> Path:
    """The file itself where ``path`` is a link. Raises VaultUnreadable for one to nowhere or in a circle."""
    if path.is_symlink():
        try:
            return path.resolve(strict=True)
        except (OSError, RuntimeError):
            raise VaultUnreadable(
                "The vault is a link to a file that cannot be reached.",
                hint="Mount the drive it is on, or mend the link.",
            ) from None
    return path.parent.resolve() / path.name


def open_to_read(path: Path) -> BinaryIO:
    """The file, open. Raises VaultMissing, VaultUnreadable, or VaultForeign for a folder or a pipe."""
    try:
        kind = path.stat().st_mode
        if stat.S_ISREG(kind):
            return disk.patiently(lambda: path.open("rb"))
    except OSError as error:
        raise unreadable(error) from None
    if stat.S_ISDIR(kind):
        raise VaultForeign("A folder lies where the vault should be.")
    raise VaultForeign("This is not a file.")


def read(path: Path) -> bytes:
    """The whole file. Raises what ``open_to_read`` does."""
    try:
        with open_to_read(path) as file:
            content = _read_up_to(file, MAX_FILE + 1)
    except OSError as error:
        raise unreadable(error) from None
    if len(content) > MAX_FILE:
        raise VaultForeign("This file is far larger than any vault.")
    return content


def _read_up_to(file: BinaryIO, most: int) -> bytes:
    """In pieces: Python would make room for all that is allowed, and Windows takes long to give it back."""
    content = bytearray()
    while len(content) < most and (piece := file.read(min(_PIECE, most - len(content)))):
        content += piece
    return bytes(content)


def read_if_there(path: Path) -> bytes | None:
    """The whole file, None where there is none. Raises as ``read`` does."""
    try:
        return read(path)
    except VaultMissing:
        return None


def unreadable(error: OSError) -> VaultMissing | VaultUnreadable:
    """What to say when the vault cannot be read."""
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return VaultMissing("There is no vault.")
    return VaultUnreadable(
        "The vault cannot be read.", Text("The system says: {reason}.", reason=_reason(error))
    )


def unwritable(error: OSError) -> VaultUnwritable:
    """What to say when the vault cannot be written."""
    kept = Text("Nothing is lost: the old file is untouched and the change is kept as long as Warifu runs.")
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return VaultUnwritable("The disk is full.", kept, "Make room and try again.")
    if getattr(error, "winerror", None) in _IN_USE:  # opening a file, as in a closed folder, tells only errno
        return VaultUnwritable(
            "Another program has the vault file open.",
            kept,
            "Wait until it is done, or make sure that the file is not marked read-only, and try again.",
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return VaultUnwritable(
            "The folder of the vault cannot be written to.",
            kept,
            "Allow Warifu to write there and try again.",
        )
    return VaultUnwritable(Text("The vault cannot be saved: {reason}.", reason=_reason(error)), kept)


def prepare_folder(folder: Path) -> None:
    """Make the folder of a new vault, for the user alone. An empty one that is there becomes so too.

    Raises VaultExposed for one that others may look into and that holds other things, or VaultUnwritable.
    """
    try:
        if not folder.exists():
            folder.mkdir(parents=True, exist_ok=True)
            make_private(folder)
        elif exposed(folder) and not any(folder.iterdir()):
            make_private(folder)
    except OSError as error:
        raise unwritable(error) from None
    if exposed(folder):
        raise _too_open(folder)


def require_private(vault: Path) -> None:
    """Raise VaultExposed where other users may look into the folder; give the file back to the user alone.

    Where the file's own mode cannot be changed the file system keeps none, and refusing would only lock out.
    """
    if sys.platform == "win32":
        return
    keeps_modes = True
    try:
        if vault.stat().st_mode & 0o077:
            vault.chmod(0o600)
            keeps_modes = not vault.stat().st_mode & 0o077
    except OSError:
        keeps_modes = False
    if keeps_modes and exposed(vault.parent):
        raise _too_open(vault.parent)


def exposed(folder: Path) -> bool:
    """Whether others than the user and the group may list or change the folder."""
    return sys.platform != "win32" and bool(folder.stat().st_mode & _OTHERS_LOOK)


def make_private(folder: Path) -> None:
    """Let only the user into the folder (0700), whatever the umask. Raises OSError."""
    if sys.platform != "win32":
        folder.chmod(0o700)


def _too_open(folder: Path) -> VaultExposed:
    return VaultExposed(
        "Other users of this computer may look into the folder of the vault.",
        hint=Text("Make the folder private, or keep the vault elsewhere: {folder}", folder=str(folder)),
    )


def _reason(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else type(error).__name__
