"""Backups on a disk: written, opened again and counted; found; and removed once others have been proved.

Nothing is removed before the new backup was read back, decrypted and counted, and nothing but automatic
backups that the open vault's key authenticates. A file that does not open is never counted and never removed.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import time as system_time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from warifu.core.errors import AppError, BackupError, NotPossible, VaultDamaged, VaultError
from warifu.vault import aead, container, disk, places, slots
from warifu.vault.backups import SUFFIX, Backup, Kind, from_header, mark, name_of, surplus
from warifu.vault.document import Document
from warifu.vault.merge import merge
from warifu.vault.saving import read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from warifu.vault.container import Keys
    from warifu.vault.file import OpenVault

T = TypeVar("T")
_BEGINNING = container.MAX_HEADER + 64  # bytes
_MOST_FILES = 2_000  # of a folder that are looked at
_MOST_TURNS = 100
_STALE_SECONDS = 3600  # until an unfinished file must be a leftover


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup in memory, and the keys to check it with once it lies on a disk."""

    content: bytes = field(repr=False)
    document: Document = field(repr=False)
    keys: Keys = field(repr=False)
    vault_id: str
    kind: Kind
    time: int

    def forget(self) -> None:
        """Overwrite the keys."""
        self.keys.forget()


def make_copy(opened: OpenVault, kind: Kind, now: float) -> Copy:
    """The vault as a backup, with what others saved by now, under a fresh salt and with portable slots only.

    The keys are shared with ``opened``. Raises NotPossible where nothing but this computer could open it.
    """
    opened = _with_disk(opened)
    header = opened.header
    portable = slots.portable(header.slots)
    if not portable:
        raise NotPossible("The vault has no password that would open a backup.")
    extra = {**header.extra, "backup": mark(kind, now)}
    marked = dataclasses.replace(header, slots=portable, extra=extra)
    content = container.seal(marked, opened.keys, opened.document.to_json())
    return Copy(content, opened.document, opened.keys, header.vault_id, kind, int(now))


def _with_disk(opened: OpenVault) -> OpenVault:
    """The vault joined with its file, if another process wrote that: its accounts, and its passwords.

    A file that cannot be read, or that has another key, changes nothing; the next save tells of it.
    """
    with contextlib.suppress(AppError, OSError):
        content = places.read(opened.path)
        if aead.digest(content) != opened.seen:
            sealed = container.parse(content)
            document = merge(opened.document, read_document(sealed, opened.keys))
            slots_there = sealed.header.slots
            header = dataclasses.replace(opened.header, slots=slots_there, extra=sealed.header.extra)
            return dataclasses.replace(opened, document=document, header=header)
    return opened


def prepare(folder: Path) -> None:
    """Make the folder, for the user alone; one that is there is the user's own affair. Raises OSError."""
    if not folder.is_dir():
        folder.mkdir(parents=True)
        places.make_private(folder)


def write(copy: Copy, folder: Path) -> Backup:
    """Put the backup into the folder, read it back, decrypt it and count its accounts.

    Raises OSError, also where there is no such folder, or BackupError where the backup did not come back as
    it was written; nothing is left then.
    """
    path = _first_free(folder, copy.vault_id, copy.kind, copy.time, copy.content)
    try:
        disk.sync_folder(folder)
        _prove(copy, path)
    except BaseException:
        disk.discard(path)
        raise
    header = container.parse(copy.content).header
    return Backup(path, copy.kind, copy.time, copy.vault_id, header.generation, len(copy.content))


def keep_original(path: Path, folder: Path, now: float) -> Path:
    """A copy of the vault file byte for byte, before a newer format takes its place; kept for ever.

    One that is there already is enough. Raises OSError and what reading a vault raises.
    """
    content = places.read(path)
    header = container.parse(content).header
    prepare(folder)
    for each in folder.glob(f"*-{Kind.BEFORE_UPDATE}*{SUFFIX}"):
        if each.read_bytes() == content:
            return each
    target = _first_free(folder, header.vault_id, Kind.BEFORE_UPDATE, now, content)
    disk.sync_folder(folder)
    if target.read_bytes() != content:
        disk.discard(target)
        raise _not_as_written()
    return target


def find(folder: Path) -> Iterator[Backup]:
    """The vault files of a folder that look whole, by their beginnings alone. Nothing of it is trusted.

    Raises OSError where the folder cannot be read.
    """
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if entry.name.endswith(SUFFIX))
    for name in names[-_MOST_FILES:]:  # the names begin with the day
        with contextlib.suppress(VaultError, OSError):
            yield _described(folder / name)


def read(path: Path, keys: Keys) -> Document:
    """The contents of a backup. Raises VaultDamaged, also for another key, and the children of VaultError."""
    return _decrypted(path, keys, Document.from_json)


def authentic(backup: Backup, keys: Keys) -> bool:
    """Whether this key wrote the header from which the backup was described."""
    with contextlib.suppress(VaultError, OSError), places.open_to_read(backup.path) as file:
        return container.begun_with(file.read(_BEGINNING), keys)
    return False


class Pruner:
    """Removes what newer backups make needless. Files that it has proved whole are proved once in a run."""

    def __init__(self) -> None:
        self._proved: set[tuple[str, int, int]] = set()

    def prune(self, written: Backup, keys: Keys, now: float) -> tuple[Backup, ...]:
        """What was removed from the folder of ``written``, a backup that has just been read back.

        Whatever stays in the place of a removed one is decrypted first; a damaged one does not count.
        """
        folder = written.path.parent
        _sweep(folder)
        ours = [each for each in find(folder) if each.vault_id == written.vault_id and authentic(each, keys)]
        while gone := [each for each in surplus(ours, now) if each.path != written.path]:
            bad = [each for each in ours if each not in gone and not self._whole(each, keys)]
            if not bad:
                break
            ours = [each for each in ours if each not in bad]
        if written not in ours:
            return ()
        for each in gone:
            disk.discard(each.path)
        return tuple(gone)

    def _whole(self, backup: Backup, keys: Keys) -> bool:
        try:
            status = backup.path.stat()
            seen = (str(backup.path), status.st_size, status.st_mtime_ns)
            if seen not in self._proved:
                _decrypted(backup.path, keys, len)
                self._proved.add(seen)
        except (VaultError, OSError):
            return False
        return True


def latest_before(written: Backup, keys: Keys) -> Document | None:
    """The contents of the backup of the same vault that was the latest before, as far as it opens."""
    others = [each for each in find(written.path.parent) if each.vault_id == written.vault_id]
    others = [each for each in others if each.path != written.path and each.time <= written.time]
    others.sort(key=lambda each: (each.time, each.generation), reverse=True)
    for each in others:
        if authentic(each, keys):
            with contextlib.suppress(VaultError, OSError):
                return read(each.path, keys)
    return None


def _described(path: Path) -> Backup:
    with places.open_to_read(path) as file:
        size = os.fstat(file.fileno()).st_size
        header = container.looks_whole(file.read(_BEGINNING), size)
    kind, moment = from_header(header, path.name)
    return Backup(path, kind, moment, header.vault_id, header.generation, size)


def _decrypted(path: Path, keys: Keys, use: Callable[[bytearray], T]) -> T:
    """What ``use`` makes of the decrypted contents, which are overwritten then."""
    plain = container.unseal(container.parse(places.read(path)), keys)
    try:
        return use(plain)
    finally:
        aead.zero(plain)


def _counted(plain: bytearray) -> int:
    """How many accounts the contents have, live or not. Raises VaultDamaged for what is none."""
    try:
        return len(json.loads(plain)["accounts"])
    except (KeyError, TypeError, ValueError, RecursionError):
        raise VaultDamaged("The vault file is damaged.") from None


def _first_free(folder: Path, vault_id: str, kind: Kind, now: float, content: bytes) -> Path:
    """Write under the first name that is free; nothing is ever overwritten."""
    for turn in range(1, _MOST_TURNS):
        target = folder / name_of(vault_id, kind, now, turn)
        if target.exists():
            continue
        aside = disk.write_aside(target, content)
        try:
            disk.put_first(aside, target)
        except FileExistsError:
            continue
        except BaseException:
            disk.discard(aside)
            raise
        return target
    raise FileExistsError(f"no free name in {_MOST_TURNS}")


def _prove(copy: Copy, path: Path) -> None:
    try:
        landed = places.read(path)
        if landed != copy.content:
            raise _not_as_written()
        count = _decrypted(path, copy.keys, _counted)
    except VaultDamaged:
        raise _not_as_written() from None
    except VaultError as problem:
        raise BackupError(problem.title, problem.detail, problem.hint) from None
    if count != len(copy.document.records):
        raise _not_as_written()


def _not_as_written() -> BackupError:
    return BackupError(
        "The backup did not come back from the disk as it was written.",
        hint="The disk may be failing: choose a folder on another one.",
    )


def _sweep(folder: Path, now: Callable[[], float] = system_time.time) -> None:
    """Remove what writes that were cut off have left."""
    with contextlib.suppress(OSError):
        for path in folder.glob(f".warifu-*{SUFFIX}.*.tmp"):
            if now() - path.stat().st_mtime > _STALE_SECONDS:
                disk.discard(path)
