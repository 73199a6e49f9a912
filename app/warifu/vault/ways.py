"""Ways to unlock a vault, added to it and taken from it; all of this needs the vault unlocked.

The password always stays. A change here wraps the same master key anew, so that copies of the file made
before keep the ways they had. Only ``rotate`` makes a new master key: what opened the vault before opens
those copies and nothing later.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from warifu.core.errors import NotPossible
from warifu.vault import aead, key_slots, slots
from warifu.vault.container import Keys
from warifu.vault.file import open_with
from warifu.vault.password import require_good
from warifu.vault.saving import commit, header_there

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from warifu.vault.kek import Kek
    from warifu.vault.recovery_code import RecoveryCode
    from warifu.vault.saving import OpenVault
    from warifu.vault.slots import Slot
    from warifu.vault.way_notes import Mark


@dataclass(frozen=True, slots=True)
class Way:
    """A way to unlock, as it is listed; times in Unix seconds, 0 where nothing is known."""

    id: str
    kind: str
    made: int = 0
    confirmed: int = 0
    checked: int = 0
    used: int = 0
    name: str = ""


def ways(opened: OpenVault) -> tuple[Way, ...]:
    """The ways to unlock in the order of the file."""
    notes = opened.document.way_notes()
    none = Way("", "")
    return tuple(
        Way(slot["id"], slot["kind"], note.made, note.confirmed, note.checked, note.used, note.name)
        for slot in opened.header.slots
        for note in [notes.get(slot["id"], none)]
    )


def open_with_code(path: Path, code: RecoveryCode) -> OpenVault:
    """Read and unlock a vault by its recovery code. Raises WrongKey and what ``open_vault`` raises."""
    return open_with(path, lambda header: key_slots.unlock_with_code(code, header.slots, header.vault_id))[1]


def slot_of(opened: OpenVault, code: RecoveryCode) -> str:
    """The id of the slot that the code opens. Raises WrongKey."""
    return str(_slot_of(opened, code)[0]["id"])


def open_with_key(path: Path, kind: str, kek: Kek) -> OpenVault:
    """The same by a key that this computer keeps; ``kind`` is slots.KEYSTORE or slots.PLATFORM."""
    return open_with(
        path, lambda header: key_slots.unlock_with_key(kind, kek, header.slots, header.vault_id)
    )[1]


def add_recovery_code(opened: OpenVault, code: RecoveryCode, mark: Mark) -> OpenVault:
    """Let a recovery code open the vault, confirmed or not. One never confirmed before gives way to it."""
    slot = key_slots.recovery_slot(code, opened.keys.master, opened.header.vault_id)
    notes = opened.document.way_notes()

    def change(found: tuple[Slot, ...]) -> tuple[Slot, ...]:
        return _added(slot, _without(found, lambda old: old["kind"] == slots.RECOVERY and not confirmed(old)))

    def confirmed(old: Slot) -> bool:
        return old["id"] in notes and notes[old["id"]].confirmed > 0

    return _noted(opened, slot["id"], mark, change, made=mark.time)


def confirm_recovery_code(opened: OpenVault, code: RecoveryCode, mark: Mark) -> OpenVault:
    """Note that the owner has the code; other codes open the vault no more. Raises WrongKey.

    A vault that can only be read is left as it is.
    """
    slot, first = _slot_of(opened, code)
    if opened.read_only:
        return opened
    fields = {"checked": mark.time} | ({"confirmed": mark.time} if first else {})

    def change(found: tuple[Slot, ...]) -> tuple[Slot, ...]:
        return _without(found, lambda old: old["kind"] == slots.RECOVERY and old["id"] != slot["id"])

    return _noted(opened, slot["id"], mark, change if first else None, **fields)


def require_owner(opened: OpenVault, untrusted: str) -> None:
    """Refuse whoever knows neither the password nor the recovery code. Raises WrongPassword or TypingSlip."""
    from warifu.vault.restore import with_password_or_code

    aead.zero(with_password_or_code(untrusted)(opened.header))


def add_key(opened: OpenVault, kind: str, kek: Kek, mark: Mark, name: str = "") -> OpenVault:
    """Let a key that this computer keeps open the vault; ``name`` says in the list which computer it is."""
    slot = key_slots.key_slot(kind, kek, opened.keys.master, opened.header.vault_id)
    return _noted(opened, slot["id"], mark, lambda found: _added(slot, found), made=mark.time, name=name)


def remove_way(opened: OpenVault, slot_id: str) -> OpenVault:
    """Take a way to unlock out of the file; removing what is gone already is no error.

    Raises NotPossible for the last password.
    """

    def change(found: tuple[Slot, ...]) -> tuple[Slot, ...]:
        left = _without(found, lambda slot: slot["id"] == slot_id)
        if not any(slot["kind"] == slots.PASSWORD for slot in left):
            raise NotPossible(
                "The password always opens the vault.", hint="Change it instead of removing it."
            )
        return left

    return commit(opened, change=change)


def set_password(opened: OpenVault, new: str, mark: Mark) -> OpenVault:
    """Let ``new`` be the only password, whatever it was before. Raises PasswordTooWeak."""
    require_good(new)
    slot = slots.password_slot(new, opened.keys.master, opened.header.vault_id, slots.calibrated())

    def change(found: tuple[Slot, ...]) -> tuple[Slot, ...]:
        return _added(slot, _without(found, lambda old: old["kind"] == slots.PASSWORD), first=True)

    return _noted(opened, slot["id"], mark, change, made=mark.time)


def rotate(opened: OpenVault, old: str, new: str, mark: Mark) -> OpenVault:
    """Give the vault a new master key, which only ``new`` opens; every other way has to be made again.

    Copies made before keep the old key and open as before. Raises WrongPassword when ``old`` is not the
    password, PasswordTooWeak, and what ``save_vault`` raises; the old keys stay in force then.
    """
    require_good(new)
    header = opened.header
    _former, master = slots.unlock(old, header_there(opened).slots, header.vault_id)
    aead.zero(master)
    keys = Keys.of(aead.random_key(), header.vault_id)
    try:
        slot = slots.password_slot(new, keys.master, header.vault_id, slots.calibrated())
        fresh = dataclasses.replace(header, epoch=header.epoch + 1, slots=(slot,))
        document = opened.document.note_way(slot["id"], mark.stamp, made=mark.time)
        former = opened.keys.copy()
        try:
            return commit(
                dataclasses.replace(opened, header=fresh, keys=keys, former=former, document=document),
                change=lambda _found: (slot,),
            )
        finally:
            former.forget()
    except BaseException:
        keys.forget()
        raise


def _slot_of(opened: OpenVault, code: RecoveryCode) -> tuple[Slot, bool]:
    """The slot that the code opens, and whether it was never confirmed."""
    slot, master = key_slots.unlock_with_code(code, opened.header.slots, opened.header.vault_id)
    aead.zero(master)
    note = opened.document.way_notes().get(slot["id"])
    return slot, note is None or not note.confirmed


def _noted(
    opened: OpenVault,
    slot_id: str,
    mark: Mark,
    change: Callable[[tuple[Slot, ...]], tuple[Slot, ...]] | None,
    **fields: int | str,
) -> OpenVault:
    document = opened.document.note_way(slot_id, mark.stamp, **fields)
    return commit(dataclasses.replace(opened, document=document), change=change)


def _added(slot: Slot, found: tuple[Slot, ...], *, first: bool = False) -> tuple[Slot, ...]:
    if slot in found:
        return found
    if len(found) >= slots.MAX_SLOTS or sum(old["kind"] == slot["kind"] for old in found) >= (
        slots.MAX_SLOTS_OF_A_KIND
    ):
        raise NotPossible("The vault has as many ways to unlock as it can have.", hint="Remove one first.")
    return (slot, *found) if first else (*found, slot)


def _without(found: tuple[Slot, ...], goes: Callable[[Slot], bool]) -> tuple[Slot, ...]:
    return tuple(slot for slot in found if not goes(slot))
