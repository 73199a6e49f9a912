"""The vault file: make, open, save, change the password, look at it from outside; ``ways`` has the rest."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from warifu.core.errors import VaultExists, WrongPassword
from warifu.vault import aead, container, places, slots
from warifu.vault.container import Header, Keys
from warifu.vault.look import SlotInfo, VaultInfo, VaultState, probe, vault_info
from warifu.vault.password import MAX_LENGTH, require_good
from warifu.vault.saving import (
    OpenVault,
    commit,
    exchange,
    header_there,
    next_header,
    read_document,
    with_leftovers,
)
from warifu.vault.shrink import require_kept

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from warifu.vault.document import Document
    from warifu.vault.way_notes import Mark

__all__ = [
    "OpenVault",
    "SlotInfo",
    "VaultInfo",
    "VaultState",
    "change_password",
    "create_vault",
    "establish",
    "open_vault",
    "open_with",
    "probe",
    "save_vault",
    "vault_info",
]


def create_vault(path: Path, password: str, document: Document, mark: Mark | None = None) -> OpenVault:
    """Make a vault where there is none; with ``mark`` it notes when its password was set.

    Raises PasswordTooWeak, VaultExists, FolderExposed or VaultUnwritable.
    """
    import uuid

    require_good(password)
    path = places.real(path)
    places.prepare_folder(path.parent)
    if path.exists():
        raise VaultExists("There is a vault already, and it is never overwritten.")
    vault_id = str(uuid.uuid4())
    master = aead.random_key()
    slot = slots.password_slot(password, master, vault_id, slots.calibrated())
    noted = _noted(document, slot, mark)
    return establish(path, Header(vault_id, (slot,)), Keys.of(master, vault_id), noted)


def establish(path: Path, header: Header, keys: Keys, document: Document) -> OpenVault:
    """Write a vault file where there is none. The keys become those of the vault, or are forgotten.

    Raises VaultExists, VaultExposed or VaultUnwritable.
    """
    try:
        path = places.real(path)
        places.prepare_folder(path.parent)
        return commit(OpenVault(path, document, header, keys, seen=b""), may_exist=False)
    except BaseException:
        keys.forget()
        raise


def open_vault(path: Path, password: str) -> OpenVault:
    """Read and unlock a vault. Never writes over it.

    Raises WrongPassword, VaultMissing, VaultUnreadable, VaultDamaged and its children, FolderExposed.
    """

    def unlock(header: Header) -> tuple[slots.Slot, bytearray]:
        if len(password) > MAX_LENGTH:
            raise WrongPassword("This is not the password of the vault.")
        return slots.unlock(password, header.slots, header.vault_id)

    slot, opened = open_with(path, unlock)
    try:
        return opened if opened.read_only else _with_strong_slot(opened, slot, password)
    except BaseException:
        opened.forget()
        raise


def open_with(
    path: Path, unlock: Callable[[Header], tuple[slots.Slot, bytearray]]
) -> tuple[slots.Slot, OpenVault]:
    """Open a vault by any of its slots; ``unlock`` finds which, and the master key. Never writes over it."""
    path = places.real(path)
    content = places.read(path)
    places.require_private(path)
    sealed = container.parse(content)
    header = sealed.header
    slot, master = unlock(header)
    keys = Keys.of(master, header.vault_id)
    try:
        document = read_document(sealed, keys)
        read_only = header.version > container.VERSION
        opened = OpenVault(path, document, header, keys, aead.digest(content), read_only=read_only)
        return slot, opened if read_only else with_leftovers(opened)
    except BaseException:
        keys.forget()
        raise


def save_vault(opened: OpenVault, document: Document) -> OpenVault:
    """Write the document, joined with what the file holds by now; ``.document`` of the result is the join.

    Raises VaultUnwritable, NotPossible for a read-only vault, or what ``open_vault`` raises when the file on
    the disk cannot be read, or VaultShrinks; nothing was written then.
    """
    require_kept(opened.document, document)
    return commit(dataclasses.replace(opened, document=document))


def change_password(opened: OpenVault, old: str, new: str, mark: Mark | None = None) -> OpenVault:
    """Wrap the same master key for another password. Old copies of the file keep the old one.

    Raises WrongPassword when ``old`` is not the password, PasswordTooWeak, and what ``save_vault`` raises.
    """
    require_good(new)
    header = header_there(opened)
    former, master = slots.unlock(old, header.slots, header.vault_id)
    aead.zero(master)
    fresh = slots.password_slot(new, opened.keys.master, opened.header.vault_id, slots.calibrated())
    document = _noted(opened.document, fresh, mark)
    state = dataclasses.replace(opened, header=header, document=document)
    return commit(state, change=exchange({former["id"]: fresh}))


def _noted(document: Document, slot: slots.Slot, mark: Mark | None) -> Document:
    """The document that knows since when the slot is there."""
    return document if mark is None else document.note_way(slot["id"], mark.stamp, made=mark.time)


def _with_strong_slot(opened: OpenVault, used: slots.Slot, password: str) -> OpenVault:
    """Wrap anew what was wrapped below today's floor; the next save writes it."""
    if slots.params_of(used).at_least(slots.FLOOR):
        return opened
    vault_id = opened.header.vault_id
    fresh = slots.password_slot(password, opened.keys.master, vault_id, slots.calibrated())
    header = next_header(opened.header, exchange({used["id"]: fresh}))
    return dataclasses.replace(opened, header=header, needs_save=True)
