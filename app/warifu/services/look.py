"""What the vault file says without a password."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from warifu.core.errors import (
    AppError,
    VaultDamaged,
    VaultForeign,
    VaultMissing,
    VaultTooNew,
    VaultUnreadable,
)
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
    from warifu.vault.file import VaultState, probe

    match probe(path):
        case VaultState.PRESENT:
            return SessionState.LOCKED, None
        case VaultState.MISSING:
            return SessionState.NO_VAULT, vault_missing(path) if was_here else None
        case VaultState.DAMAGED:
            problem: AppError = VaultDamaged("The vault file is damaged.", _at(path))
        case VaultState.FOREIGN:
            problem = VaultForeign("This file is not a vault of Warifu.", _at(path))
        case VaultState.TOO_NEW:
            problem = VaultTooNew(
                "This vault was written by a newer Warifu.", _at(path), "Update Warifu to open it."
            )
        case VaultState.UNREADABLE:
            problem = VaultUnreadable("The vault file cannot be read.", _at(path))
    return SessionState.BROKEN, problem


def vault_missing(path: Path) -> VaultMissing:
    """For a vault that was there before."""
    return VaultMissing("The vault file is gone.", _at(path), "Put it back, or begin with a new one.")


def _at(path: Path) -> Text:
    return Text("It is expected at {path}.", path=path)
