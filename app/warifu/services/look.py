"""What the vault file says without a password."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from warifu.core.errors import AppError, VaultMissing
from warifu.core.text import Text

if TYPE_CHECKING:
    from pathlib import Path


class SessionState(Enum):
    """Where the vault is between a file that is not there and accounts on the screen."""

    NO_VAULT = auto()
    LOCKED = auto()
    UNLOCKED = auto()
    BROKEN = auto()  # there is a file, and it must not be touched; ``problem`` tells why


def look(path: Path, *, was_here: bool) -> tuple[SessionState, AppError | None]:
    """The state of a session that begins now, and what to tell the user about it."""
    from warifu.vault.look import problem

    found = problem(path)
    if found is None:
        return SessionState.LOCKED, None
    if isinstance(found, VaultMissing):
        return SessionState.NO_VAULT, vault_missing(path) if was_here else None
    return SessionState.BROKEN, found


def vault_missing(path: Path) -> VaultMissing:
    """For a vault that was there before."""
    return VaultMissing(
        "The vault file is gone.",
        Text("It was at {path}.", path=str(path)),
        "Put it back, or begin with a new one.",
    )
