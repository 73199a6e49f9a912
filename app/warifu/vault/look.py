"""What can be told of a vault file without its password, and without loading a cipher."""

from __future__ import annotations

import os
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from warifu.core.errors import (
    VaultDamaged,
    VaultError,
    VaultForeign,
    VaultMissing,
    VaultTooNew,
    VaultUnreadable,
)
from warifu.vault import container, places, slots

if TYPE_CHECKING:
    from pathlib import Path

_BEGINNING = container.MAX_HEADER + 64  # bytes


class VaultState(Enum):
    """What lies where the vault should be."""

    MISSING = auto()
    PRESENT = auto()
    DAMAGED = auto()
    FOREIGN = auto()
    TOO_NEW = auto()
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class SlotInfo:
    """A way to unlock the vault; ``kdf`` where it starts from a password."""

    id: str
    kind: str
    kdf: slots.KdfParams | None


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """What stands in clear. It is checked for damage, but only the password proves it."""

    version: int
    vault_id: str
    generation: int  # of saves
    epoch: int  # of master keys
    slots: tuple[SlotInfo, ...]
    size: int  # bytes
    read_only: bool  # written by a newer Warifu


def probe(path: Path) -> VaultState:
    """What lies there, from a look at its beginning and its size."""
    try:
        look_at_beginning(path)
    except VaultMissing:
        return VaultState.MISSING
    except VaultForeign:
        return VaultState.FOREIGN
    except VaultTooNew:
        return VaultState.TOO_NEW
    except VaultUnreadable:
        return VaultState.UNREADABLE
    except VaultDamaged:
        return VaultState.DAMAGED
    return VaultState.PRESENT


def problem(path: Path) -> VaultError | None:
    """The error that opening would meet before any password, as far as the beginning shows it."""
    try:
        look_at_beginning(path)
    except VaultError as error:
        return error
    return None


def look_at_beginning(path: Path) -> container.Header:
    """The header, from the first bytes alone. Raises the children of VaultError."""
    path = places.real(path)
    try:
        with places.open_to_read(path) as file:
            return container.looks_whole(file.read(_BEGINNING), os.fstat(file.fileno()).st_size)
    except OSError as error:
        raise places.unreadable(error) from None


def kinds(path: Path) -> frozenset[str]:
    """The kinds of ways to unlock that the file says it has. Raises the children of VaultError."""
    return frozenset(slot["kind"] for slot in look_at_beginning(path).slots)


def vault_info(path: Path) -> VaultInfo:
    """Everything that can be told without a password. Raises the children of VaultError."""
    content = places.read(places.real(path))
    header = container.parse(content).header
    found = tuple(
        SlotInfo(slot["id"], slot["kind"], slots.params_of(slot) if slot["kind"] == slots.PASSWORD else None)
        for slot in header.slots
    )
    return VaultInfo(
        version=header.version,
        vault_id=header.vault_id,
        generation=header.generation,
        epoch=header.epoch,
        slots=found,
        size=len(content),
        read_only=header.version > container.VERSION,
    )
