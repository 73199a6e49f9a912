"""The checks of ``warifu doctor``. Each tells facts only: no secret, no name of an account, no password."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from importlib import metadata
from typing import TYPE_CHECKING

import warifu
from warifu.core.clock import uncorrected
from warifu.core.errors import AppError, VaultMissing
from warifu.platforms.clock import system_sync
from warifu.services.ports import Sync
from warifu.services.time_check import BUILT, corrected_by

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from warifu.cli.context import Context

PARTS = ("PySide6-Essentials", "cryptography", "keyring", "pyotp", "zxcvbn")
_QT_NEEDS = ("libEGL.so.1", "libfontconfig.so.1", "libxkbcommon.so.0", "libxcb-cursor.so.0")  # on Linux
_ENOUGH_DISK = 16 * 1024 * 1024  # bytes
_DAY = 86_400  # seconds


class State(Enum):
    """How grave a finding is."""

    WELL = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    check: str
    state: State
    text: str


def all_findings(context: Context) -> list[Finding]:
    """Every check, in the order in which a person would look."""
    return [
        *_versions(),
        *_vault(context),
        *_folder(context.vault.parent),
        _backups(context),
        _disk(context.vault.parent),
        _clock(context),
        _display(),
        _keyring(),
        _memory(),
    ]


def _versions() -> Iterator[Finding]:
    system = f"Python {platform.python_version()}, {platform.system()} {platform.release()}"
    yield Finding("version", State.WELL, f"Warifu {warifu.__version__}, {system}")
    for part in PARTS:
        try:
            yield Finding("part", State.WELL, f"{part} {metadata.version(part)}")
        except metadata.PackageNotFoundError:
            yield Finding("part", State.PROBLEM, f"{part} is not installed")


def _vault(context: Context) -> Iterator[Finding]:
    from warifu.vault.look import vault_info

    try:
        info = vault_info(context.vault)
    except VaultMissing:
        yield Finding("vault", State.NOTE, f"there is none at {context.vault}")
        return
    except AppError as problem:
        yield Finding("vault", State.PROBLEM, str(problem))
        return
    facts = f"format {info.version}, {info.size:,} bytes, saved {info.generation} times"
    yield Finding("vault", State.WELL, f"{context.vault}: whole, {facts}")
    yield _password(context)


def _password(context: Context) -> Finding:
    if not context.input.scripted:
        return Finding("password", State.NOTE, "not tried; give it with --password-stdin")
    session = context.session()
    try:
        context.unlock(session)
    except AppError as problem:
        return Finding("password", State.PROBLEM, str(problem))
    count = len(session.store.accounts()) if session.store is not None else 0
    session.lock()
    return Finding("password", State.WELL, f"opens the vault; accounts: {count}")


def _folder(folder: Path) -> Iterator[Finding]:
    if not folder.is_dir():
        yield Finding("folder", State.NOTE, f"{folder} is not there yet")
        return
    if not _writable(folder):
        yield Finding("folder", State.PROBLEM, f"{folder} cannot be written to")
        return
    if sys.platform != "win32" and folder.stat().st_mode & 0o077:
        text = f"other users may look into {folder}; only its owner should: chmod 700"
        yield Finding("folder", State.PROBLEM, text)
        return
    whose = "" if sys.platform == "win32" else ", for its owner alone"  # Windows keeps no modes to look at
    yield Finding("folder", State.WELL, f"{folder} is writable{whose}")


def _writable(folder: Path) -> bool:
    """Whether a file can be made there; found out by making one, for Windows tells nothing else."""
    from warifu.vault import disk

    try:
        disk.discard(disk.write_aside(folder / "doctor", b""))
    except OSError:
        return False
    return True


def _backups(context: Context) -> Finding:
    from warifu.cli.backups import moment, services

    status = services(context, context.session())[0].status
    if status.problem is not None:
        return Finding("backups", State.PROBLEM, str(status.problem))
    last = status.record.succeeded
    if not status.on:
        return Finding("backups", State.NOTE, "turned off")
    if not last:
        return Finding("backups", State.NOTE, f"none yet; they will be in {status.folder}")
    facts = f"accounts: {status.record.accounts}; in {status.folder}"
    late = context.clock.now() - last > 7 * _DAY
    return Finding("backups", State.NOTE if late else State.WELL, f"the last is of {moment(last)}, {facts}")


def _disk(folder: Path) -> Finding:
    there = next((place for place in (folder, *folder.parents) if place.is_dir()), folder)
    try:
        free = shutil.disk_usage(there).free
    except OSError as problem:
        return Finding("disk", State.PROBLEM, problem.strerror or "cannot be asked")
    state = State.WELL if free >= _ENOUGH_DISK else State.PROBLEM
    return Finding("disk", state, f"{free // (1024 * 1024):,} MiB free")


def _clock(context: Context) -> Finding:
    """A clock that is minutes off makes every code wrong; only gross errors can be seen without a network."""
    now = uncorrected(context.clock).now()
    shown = datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    try:
        written = context.vault.stat().st_mtime
    except OSError:
        written = 0.0
    if now < BUILT or now < written - _DAY:
        return Finding("clock", State.PROBLEM, f"{shown} is in the past: set the clock, or codes are wrong")
    kept = system_sync() is Sync.KEPT
    said = "the system keeps it right" if kept else "compare it with a clock you trust, or: warifu clock"
    correction = context.clock.now() - now
    if abs(correction) >= 1:
        return Finding("clock", State.NOTE, f"{shown}; {said}. {corrected_by(correction)}")
    return Finding("clock", State.WELL, f"{shown}; {said}")


def _display() -> Finding:
    if sys.platform in {"win32", "darwin"}:
        return Finding("display", State.WELL, "the system's own")
    named = [name for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY") if os.environ.get(name)]
    if not named:
        return Finding("display", State.NOTE, "none: the window cannot open, the command line works")
    missing = [library for library in _QT_NEEDS if not _loads(library)]
    if missing:
        return Finding("display", State.PROBLEM, f"Qt lacks {', '.join(missing)} of the system")
    return Finding("display", State.WELL, ", ".join(f"{name}={os.environ[name]}" for name in named))


def _loads(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _keyring() -> Finding:
    """Whether “Remember on this computer” can be had."""
    from warifu.platforms.keystore import system_keystore

    reason = system_keystore().reason()
    if reason is None:
        return Finding("keyring", State.WELL, "can keep a key of the vault; nothing needs it")
    return Finding("keyring", State.NOTE, f"{reason} Nothing needs it")


def _memory() -> Finding:
    """This process closes its memory as the window does; what the system answered to that."""
    from warifu.platforms.hardening import memory_is_closed

    if memory_is_closed():
        return Finding("memory", State.WELL, "closed to other programs of this user, and to crash dumps")
    return Finding(
        "memory", State.NOTE, "other programs of this user may read it: the system cannot close it"
    )
