"""Warifu's own file: a vault or a backup, opened by its password or its recovery code."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from warifu.core.account import OtpType
from warifu.core.errors import VaultDamaged, VaultForeign, VaultTooNew, WrongPassword
from warifu.core.text import Text
from warifu.formats.base import Contents, Form, Format, Imported, Keys, Writer
from warifu.formats.errors import FileDamaged, NeedsPassword, NotSupported, WrongFilePassword
from warifu.formats.holds import Holds
from warifu.vault import aead, container, slots
from warifu.vault.container import Header
from warifu.vault.document import Document
from warifu.vault.restore import with_password_or_code
from warifu.vault.stamp import StampClock, new_device

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account
    from warifu.formats.untrusted import Untrusted


def read(file: Untrusted, keys: Keys) -> Contents:
    """The live accounts, as they are in it."""
    try:
        sealed = container.parse(file.data)
        if not keys.passwords:
            raise NeedsPassword
        opened = _opened(sealed, keys)
    except VaultTooNew:
        raise NotSupported(
            "This file was written by a newer Warifu.", hint="Update Warifu to read it."
        ) from None
    except (VaultDamaged, VaultForeign):
        raise FileDamaged from None
    return Contents(tuple(map(Imported, opened.accounts())))


def write(accounts: Sequence[Account], password: str) -> bytes:
    """A vault of its own with these accounts, a fresh master key and this one password."""
    from warifu.core.clock import SystemClock

    stamp = StampClock(new_device(), SystemClock()).next()
    document = Document.empty().add_all(accounts, stamp)
    vault_id = str(uuid.uuid4())
    master = aead.random_key()
    slot = slots.password_slot(password, master, vault_id, slots.calibrated())
    made = container.Keys.of(master, vault_id)
    try:
        return container.seal(Header(vault_id, (slot,)), made, document.to_json())
    finally:
        made.forget()


def _opened(sealed: container.Sealed, keys: Keys) -> Document:
    for password in keys.passwords:
        try:
            master = with_password_or_code(password)(sealed.header)
        except WrongPassword:
            continue
        own = container.Keys.of(master, sealed.header.vault_id)
        try:
            plain = container.unseal(sealed, own)
        finally:
            own.forget()
        document = Document.from_json(plain)
        aead.zero(plain)
        return document
    raise WrongFilePassword


FORMAT = Format(
    id="warifu",
    name="Warifu",
    fits=lambda file: file.data.startswith(container.MAGIC),
    read=read,
    forms=Form.ENCRYPTED,
    steps=Text("In Warifu: Export, or any file in the folder of its backups."),
    writer=Writer(
        write,
        Form.ENCRYPTED,
        Holds(
            frozenset(OtpType), max_counter=2**64 - 1, title=True, note=True, tags=50, icon=True, pinned=True
        ),
        ".warifu",
    ),
)
