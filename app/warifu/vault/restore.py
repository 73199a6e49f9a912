"""From a backup back to a vault: opened with what its owner knows, and put where no vault is."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from warifu.core.errors import (
    AppError,
    BackupError,
    VaultDamaged,
    VaultMissing,
    VaultTooNew,
    VaultUnreadable,
    WrongKey,
    WrongPassword,
)
from warifu.vault import aead, container, disk, file, key_slots, places, recovery_code, slots
from warifu.vault.backups import Kind, from_header
from warifu.vault.container import Header, Keys
from warifu.vault.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Unlock = Callable[[Header], bytearray]  # the master key, or WrongPassword

_CODE = re.compile(r"[Ww][-\s]*(?:\w{4,6}[-\s]*){6}")  # what looks so was meant to be a recovery code


@dataclass(frozen=True, slots=True)
class OpenedBackup:
    """A backup with its contents. Whoever has it forgets its keys."""

    path: Path
    document: Document = field(repr=False)
    header: Header = field(repr=False)
    keys: Keys = field(repr=False)
    kind: Kind
    time: int  # of the contents, Unix seconds

    def forget(self) -> None:
        """Overwrite the keys."""
        self.keys.forget()


def with_password(password: str) -> Unlock:
    """Opens what the password opens."""

    def unlock(header: Header) -> bytearray:
        _slot, master = slots.unlock(password, header.slots, header.vault_id)
        return master

    return unlock


def with_password_or_code(text: str) -> Unlock:
    """Opens what the text opens, as a password or as a recovery code; a mistyped one is a TypingSlip."""

    def unlock(header: Header) -> bytearray:
        try:
            code = recovery_code.parse(text)
        except AppError as slip:
            return _by_password(text, header, slip if _CODE.fullmatch(text.strip()) else None)
        try:
            return key_slots.unlock_with_code(code, header.slots, header.vault_id)[1]
        except WrongKey as wrong:
            return _by_password(text, header, wrong)
        finally:
            code.forget()

    return unlock


def _by_password(text: str, header: Header, otherwise: AppError | None) -> bytearray:
    try:
        return with_password(text)(header)
    except WrongPassword:
        raise otherwise or WrongPassword("This is not the password of the vault.") from None


def open_backup(path: Path, unlock: Unlock) -> OpenedBackup:
    """Read, unlock, check and decrypt a backup; changes nothing. Raises WrongPassword and BackupError."""
    try:
        sealed = container.parse(places.read(path))
        header = sealed.header
        keys = Keys.of(unlock(header), header.vault_id)
        try:
            plain = container.unseal(sealed, keys)
            document = Document.from_json(plain)
            aead.zero(plain)
        except BaseException:
            keys.forget()
            raise
    except VaultMissing:
        raise BackupError("The backup is not there any more.") from None
    except VaultTooNew:
        raise BackupError(
            "This backup was made by a newer Warifu.", hint="Update Warifu to open it."
        ) from None
    except VaultDamaged as problem:
        if type(problem) is VaultDamaged:
            raise BackupError("This backup is damaged.", hint="Choose another one.") from None
        raise BackupError("This is not a backup of Warifu.", hint="Choose another file.") from None
    except VaultUnreadable as problem:
        raise BackupError("The backup cannot be read.", problem.detail, problem.hint) from None
    kind, time = from_header(header, path.name)
    return OpenedBackup(path, document, header, keys, kind, time or stamped(document))


def make_vault(opened: OpenedBackup, path: Path, now: float) -> file.OpenVault:
    """Make the vault file from a backup. What lies there is moved aside first, and never overwritten.

    The keys become those of the vault. Raises VaultUnwritable, VaultExposed or VaultExists.
    """
    extra = {key: value for key, value in opened.header.extra.items() if key != "backup"}
    header = dataclasses.replace(opened.header, extra=extra)
    keys = opened.keys.copy()
    try:
        places.prepare_folder(path.parent)
        moved = put_aside(path, now)
    except OSError as error:
        keys.forget()
        raise places.unwritable(error) from None
    except BaseException:
        keys.forget()
        raise
    try:
        return file.establish(path, header, keys, opened.document)
    except BaseException:
        if moved is not None and not path.exists():
            disk.put_back(moved, path)
        raise


def put_aside(path: Path, now: float) -> Path | None:
    """Give what lies at ``path``, whatever it is, another name; None for nothing. Raises OSError."""
    if not path.exists() and not path.is_symlink():
        return None
    moment = datetime.fromtimestamp(now, UTC).strftime("%Y%m%dT%H%M%SZ")
    for turn in range(1, 100):
        again = f"-{turn}" if turn > 1 else ""
        aside = path.with_name(f"{path.stem}-unreadable-{moment}{again}{path.suffix}")
        if not aside.exists() and not aside.is_symlink():
            disk.patiently(lambda aside=aside: path.rename(aside))  # type: ignore[misc]
            disk.sync_folder(path.parent)
            return aside
    raise FileExistsError(str(path))


def stamped(document: Document) -> int:
    """When the newest write of a document was made by its own stamps, Unix seconds; 0 for an empty one."""
    newest = document.newest()
    return int(newest[:12], 16) // 1000 if newest else 0
