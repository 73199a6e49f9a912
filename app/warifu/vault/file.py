"""The vault file: make, open, save, change the password, look at it from outside.

A save never overwrites what it has not read. It joins whatever another process or a sync tool wrote
meanwhile, puts the new file in place in one step, looks at what that displaced, reads the file back, and only
then calls it saved.
"""

from __future__ import annotations

import dataclasses
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from warifu.core.errors import (
    AppError,
    NotPossible,
    VaultDamaged,
    VaultExists,
    VaultUnwritable,
    WrongPassword,
)
from warifu.vault import aead, container, disk, places, slots
from warifu.vault.container import Header, Keys
from warifu.vault.document import Document
from warifu.vault.look import SlotInfo, VaultInfo, VaultState, probe, vault_info
from warifu.vault.merge import merge
from warifu.vault.password import MAX_LENGTH, require_good

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

__all__ = [
    "OpenVault",
    "SlotInfo",
    "VaultInfo",
    "VaultState",
    "change_password",
    "create_vault",
    "open_vault",
    "probe",
    "save_vault",
    "vault_info",
]

ROUNDS = 100  # of joining with other writers before a save gives up
SETTLE_SECONDS = 0.05  # to wait for others who replace at the same moment, where nothing else shows them


@dataclass(frozen=True, slots=True)
class OpenVault:
    """An unlocked vault as it was last read or written. The keys are shared with what later saves return."""

    path: Path
    document: Document = field(repr=False)
    header: Header = field(repr=False)
    keys: Keys = field(repr=False)
    seen: bytes = field(repr=False)  # SHA-256 of the file
    read_only: bool = False  # written by a newer Warifu: may be shown, not changed
    needs_save: bool = False  # a weak slot was wrapped anew, or an unfinished save was found

    def forget(self) -> None:
        """Overwrite the keys; the vault and everything saved from it are locked then."""
        self.keys.forget()


def create_vault(path: Path, password: str, document: Document) -> OpenVault:
    """Make a vault where there is none.

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
    header = Header(vault_id, (slot,))
    keys = Keys.of(master, vault_id)
    try:
        return _commit(OpenVault(path, document, header, keys, seen=b""), may_exist=False)
    except BaseException:
        keys.forget()
        raise


def open_vault(path: Path, password: str) -> OpenVault:
    """Read and unlock a vault. Never writes over it.

    Raises WrongPassword, VaultMissing, VaultUnreadable, VaultDamaged and its children, FolderExposed.
    """
    path = places.real(path)
    content = places.read(path)
    places.require_private(path)
    sealed = container.parse(content)
    if len(password) > MAX_LENGTH:
        raise WrongPassword("This is not the password of the vault.")
    header = sealed.header
    slot, master = slots.unlock(password, header.slots, header.vault_id)
    keys = Keys.of(master, header.vault_id)
    try:
        document = _read_document(sealed, keys)
        read_only = header.version > container.VERSION
        opened = OpenVault(path, document, header, keys, aead.digest(content), read_only)
        return opened if read_only else _with_strong_slot(_with_leftovers(opened), slot, password)
    except BaseException:
        keys.forget()
        raise


def save_vault(opened: OpenVault, document: Document) -> OpenVault:
    """Write the document, joined with what the file holds by now; ``.document`` of the result is the join.

    Raises VaultUnwritable, NotPossible for a read-only vault, or what ``open_vault`` raises when the file on
    the disk cannot be read; nothing was written then.
    """
    return _commit(dataclasses.replace(opened, document=document))


def change_password(opened: OpenVault, old: str, new: str) -> OpenVault:
    """Wrap the same master key for another password. Old copies of the file keep the old one.

    Raises WrongPassword when ``old`` is not the password, PasswordTooWeak, and what ``save_vault`` raises.
    """
    require_good(new)
    there = places.read_if_there(opened.path)
    header = container.parse(there).header if there is not None else opened.header
    former, master = slots.unlock(old, header.slots, header.vault_id)
    aead.zero(master)
    fresh = slots.password_slot(new, opened.keys.master, opened.header.vault_id, slots.calibrated())
    return _commit(dataclasses.replace(opened, header=header), replaced={former["id"]: fresh})


def _commit(
    state: OpenVault, *, may_exist: bool = True, replaced: Mapping[str, slots.Slot] | None = None
) -> OpenVault:
    """Go round until the disk holds exactly what we wrote and everything that anybody else did."""
    if state.read_only:
        raise NotPossible(
            "This vault was changed by a newer Warifu and can only be read here.", hint="Update Warifu."
        )
    work = dataclasses.replace(state, keys=state.keys.copy())
    try:
        with disk.locked(state.path) as locked:
            work, spent = _join_leftovers(work, disk.leftovers(state.path, locked=locked))
            for _ in range(ROUNDS):
                work, done = _round(work, replaced or {}, may_exist=may_exist, locked=locked)
                if done:
                    for path in spent:
                        disk.discard(path)
                    return dataclasses.replace(work, keys=state.keys)
                may_exist = True
    except FileExistsError:
        raise VaultExists("There is a vault already, and it is never overwritten.") from None
    except OSError as error:
        raise places.unwritable(error) from None
    finally:
        work.keys.forget()
    raise VaultUnwritable(
        "Another program keeps changing the vault file.", hint="Nothing is lost. Try again."
    )


def _round(
    state: OpenVault, replaced: Mapping[str, slots.Slot], *, may_exist: bool, locked: bool
) -> tuple[OpenVault, bool]:
    """Join what is on the disk, write, and look; True when nothing is left to join."""
    there = places.read_if_there(state.path) if may_exist else None
    if there is not None and aead.digest(there) != state.seen:
        state = _join(state, there).state
    header = _next_header(state.header, replaced)
    plain = state.document.to_json()
    content = container.seal(header, state.keys, plain)
    state = dataclasses.replace(state, header=header, seen=aead.digest(content), needs_save=False)
    aside = disk.write_aside(state.path, content)
    try:
        if there is None:
            return _placed_first(state, aside, content, plain, may_exist=may_exist)
        former = disk.put_in_place(aside, state.path)
    except FileNotFoundError:  # taken for a leftover by one who had the lock, and who has joined it
        return state, False
    try:
        disk.sync_folder(state.path.parent)
        displaced = former.read_bytes()
        missed = _Joined(state) if displaced == there else _join(state, displaced)
        if not locked and former != aside:
            time.sleep(SETTLE_SECONDS)
        landed = _read_back(missed.state, content, plain)
    except (AppError, OSError) as error:
        disk.put_back(former, state.path)
        raise _not_written(error) from None
    disk.discard(former)
    return landed.state, not (missed.brought_news or landed.lacks_ours or (landed.brought_news and replaced))


def _placed_first(
    state: OpenVault, aside: Path, content: bytes, plain: bytes, *, may_exist: bool
) -> tuple[OpenVault, bool]:
    """The same where there is no file to displace."""
    try:
        disk.put_first(aside, state.path)
    except FileExistsError:
        if not may_exist:
            raise
        return state, False
    try:
        disk.sync_folder(state.path.parent)
        landed = _read_back(state, content, plain)
    except (AppError, OSError) as error:
        disk.discard(state.path)
        raise _not_written(error) from None
    return landed.state, not landed.lacks_ours


def _read_back(state: OpenVault, content: bytes, plain: bytes) -> _Joined:
    """What lies on the disk now: our file, decrypted and compared, or that of another process, joined."""
    landed = places.read(state.path)
    if landed != content:
        return _join(state, landed)
    opened = container.unseal(container.parse(landed), state.keys)
    if aead.digest(memoryview(opened)[: len(plain)]) != aead.digest(plain):
        raise VaultDamaged("The vault file is damaged.")
    return _Joined(state)


@dataclass(frozen=True, slots=True)
class _Joined:
    """A state joined with a file, and how the two differed."""

    state: OpenVault
    brought_news: bool = False  # the file had something that we had not
    lacks_ours: bool = False  # the file has not everything of the join


def _join(state: OpenVault, content: bytes) -> _Joined:
    """Take in a file with the same key. Its slots win: they are what somebody else changed."""
    sealed = container.parse(content)
    header = sealed.header
    if header.version > container.VERSION:
        raise NotPossible("A newer Warifu changed the vault.", hint="Update Warifu.")
    if header.vault_id != state.header.vault_id or not container.fits(sealed, state.keys):
        raise VaultUnwritable(
            "Another vault lies where this one was.",
            hint="Nothing was overwritten. Lock Warifu and open it again.",
        )
    theirs = _read_document(sealed, state.keys)
    document = merge(state.document, theirs)
    other_slots = header.slots != state.header.slots
    header = dataclasses.replace(header, generation=max(header.generation, state.header.generation))
    joined = dataclasses.replace(state, document=document, header=header, seen=aead.digest(content))
    return _Joined(joined, other_slots or document != state.document, document != theirs)


def _read_document(sealed: container.Sealed, keys: Keys) -> Document:
    """Decrypt and read; the decrypted bytes are overwritten."""
    plain = container.unseal(sealed, keys)
    try:
        return Document.from_json(plain)
    finally:
        aead.zero(plain)


def _not_written(error: AppError | OSError) -> AppError:
    """What to say when the former file had to be put back."""
    if isinstance(error, OSError):
        return places.unwritable(error)
    if isinstance(error, (NotPossible, VaultUnwritable)):
        return error
    return VaultUnwritable(
        "The vault did not come back from the disk as it was written.",
        "The former file is in place again, and the change is kept as long as Warifu runs.",
        "The disk may be failing: make a copy of the vault on another one.",
    )


def _next_header(header: Header, replaced: Mapping[str, slots.Slot]) -> Header:
    """The header of the next save: one generation on, and with slots exchanged."""
    exchanged = tuple(replaced.get(slot["id"], slot) for slot in header.slots)
    missing = tuple(slot for slot in replaced.values() if slot not in exchanged)
    return dataclasses.replace(header, generation=header.generation + 1, slots=exchanged + missing)


def _with_strong_slot(opened: OpenVault, used: slots.Slot, password: str) -> OpenVault:
    """Wrap anew what was wrapped below today's floor; the next save writes it."""
    if slots.params_of(used).at_least(slots.FLOOR):
        return opened
    vault_id = opened.header.vault_id
    fresh = slots.password_slot(password, opened.keys.master, vault_id, slots.calibrated())
    header = _next_header(opened.header, {used["id"]: fresh})
    return dataclasses.replace(opened, header=header, needs_save=True)


def _with_leftovers(opened: OpenVault) -> OpenVault:
    """Take in what an unfinished save left, so that not even it is lost, and sweep the rest."""
    if not disk.leftovers(opened.path, locked=True):
        return opened
    with disk.locked(opened.path) as locked:
        joined, spent = _join_leftovers(opened, disk.leftovers(opened.path, locked=locked))
        if joined.document == opened.document:
            for path in spent:
                disk.discard(path)
            return opened
    return dataclasses.replace(opened, document=joined.document, needs_save=True)


def _join_leftovers(state: OpenVault, leftovers: list[Path]) -> tuple[OpenVault, list[Path]]:
    """The document joined with unfinished saves, and the files that are not needed once it is saved."""
    document, spent = state.document, []
    for path in leftovers:
        try:
            document = merge(document, _join(state, path.read_bytes()).state.document)
        except VaultDamaged:
            spent.append(path)
        except (AppError, OSError):
            continue
        else:
            spent.append(path)
    return dataclasses.replace(state, document=document), spent
