"""Saving a vault without ever overwriting what was not read.

A save joins whatever another process or a sync tool wrote meanwhile, puts the new file in place in one step,
looks at what that displaced, reads the file back, and only then calls it saved.
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
    VaultRekeyed,
    VaultShrinks,
    VaultUnwritable,
)
from warifu.vault import aead, container, disk, places, slots
from warifu.vault.container import Header, Keys
from warifu.vault.document import Document
from warifu.vault.merge import merge
from warifu.vault.shrink import require_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    SlotChange = Callable[[tuple[slots.Slot, ...]], tuple[slots.Slot, ...]]

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
    former: Keys | None = field(default=None, repr=False)  # that the file may have until new ones are saved
    read_only: bool = False  # written by a newer Warifu: may be shown, not changed
    needs_save: bool = False  # a weak slot was wrapped anew, or an unfinished save was found

    def forget(self) -> None:
        """Overwrite the keys; the vault and everything saved from it are locked then."""
        self.keys.forget()


def header_there(opened: OpenVault) -> Header:
    """The header of the file as it lies on the disk now, which another process may have changed."""
    there = places.read_if_there(opened.path)
    return container.parse(there).header if there is not None else opened.header


def exchange(replaced: Mapping[str, slots.Slot]) -> SlotChange:
    """Put slots in the place of those with these ids, or at the end where they are gone."""

    def exchanged(found: tuple[slots.Slot, ...]) -> tuple[slots.Slot, ...]:
        kept = tuple(replaced.get(slot["id"], slot) for slot in found)
        return kept + tuple(slot for slot in replaced.values() if slot not in kept)

    return exchanged


def commit(state: OpenVault, *, may_exist: bool = True, change: SlotChange | None = None) -> OpenVault:
    """Go round until the disk holds exactly what we wrote and everything that anybody else did.

    ``change`` is made to whatever slots the file has by then, perhaps more than once.
    """
    if state.read_only:
        raise NotPossible(
            "This vault was changed by a newer Warifu and can only be read here.", hint="Update Warifu."
        )
    work = dataclasses.replace(state, keys=state.keys.copy())
    try:
        with disk.locked(state.path) as locked:
            work, spent = _join_leftovers(work, disk.leftovers(state.path, locked=locked))
            for _ in range(ROUNDS):
                work, done = _round(work, change, may_exist=may_exist, locked=locked)
                if done:
                    for path in spent:
                        disk.discard(path)
                    return dataclasses.replace(work, keys=state.keys, former=None)
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
    state: OpenVault, change: SlotChange | None, *, may_exist: bool, locked: bool
) -> tuple[OpenVault, bool]:
    """Join what is on the disk, write, and look; True when nothing is left to join."""
    there = places.read_if_there(state.path) if may_exist else None
    if there is not None and aead.digest(there) != state.seen:
        state = _join(state, there).state
    header = next_header(state.header, change)
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
    return landed.state, not (missed.brought_news or landed.lacks_ours or (landed.brought_news and change))


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
    same_vault = header.vault_id == state.header.vault_id
    before = state.former is not None and same_vault and container.fits(sealed, state.former)
    keys = state.former if before and state.former is not None else state.keys
    if not same_vault or not container.fits(sealed, keys):
        raise another_vault(rekeyed=same_vault and header.epoch > state.header.epoch)
    theirs = read_document(sealed, keys)
    document = merge(state.document, theirs)
    for former in (state.document, theirs):
        require_kept(former, document)
    generation = max(header.generation, state.header.generation)
    header = dataclasses.replace(state.header if before else header, generation=generation)
    joined = dataclasses.replace(state, document=document, header=header, seen=aead.digest(content))
    news = before or header.slots != state.header.slots or document != state.document
    return _Joined(joined, news, before or document != theirs)


def another_vault(*, rekeyed: bool) -> AppError:
    """What to say of a file that our keys do not fit."""
    if rekeyed:
        return VaultRekeyed(
            "The vault was given a new key and password elsewhere.",
            "Changes made here since then are kept as long as Warifu runs.",
            "Lock Warifu and unlock it with the new password.",
        )
    return VaultUnwritable(
        "Another vault lies where this one was.",
        hint="Nothing was overwritten. Lock Warifu and open it again.",
    )


def read_document(sealed: container.Sealed, keys: Keys) -> Document:
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
    if isinstance(error, (NotPossible, VaultShrinks, VaultUnwritable)):
        return error
    return VaultUnwritable(
        "The vault did not come back from the disk as it was written.",
        "The former file is in place again, and the change is kept as long as Warifu runs.",
        "The disk may be failing: make a copy of the vault on another one.",
    )


def next_header(header: Header, change: SlotChange | None) -> Header:
    """The header of the next save: one generation on, and with slots changed."""
    found = change(header.slots) if change is not None else header.slots
    return dataclasses.replace(header, generation=header.generation + 1, slots=found)


def with_leftovers(opened: OpenVault) -> OpenVault:
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
            if _superseded(path, state.header):
                spent.append(path)
        else:
            spent.append(path)
    return dataclasses.replace(state, document=document), spent


def _superseded(path: Path, header: Header) -> bool:
    """Whether this is the file that a new master key replaced, left there by a crash at that moment."""
    try:
        old = container.parse(path.read_bytes()).header
    except (AppError, OSError):
        return False
    return old.vault_id == header.vault_id and old.epoch < header.epoch and old.generation < header.generation
