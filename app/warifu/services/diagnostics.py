"""What may be told to somebody who helps: an allow-list of facts, none of which names a person or a thing.

Numbers, choices out of fixed lists, and versions. Counts of accounts are rounded; there are no paths, no ids,
no times of day, no names of accounts, computers, cameras or folders. Whatever is not in ``ALLOWED``, or does
not look as a fact may look, does not get in.
"""

from __future__ import annotations

import platform
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import warifu
from warifu.core.errors import AppError
from warifu.settings import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import Any

    from warifu.services.look import SessionState
    from warifu.services.paths import Profile
    from warifu.settings.file import Settings
    from warifu.settings.schema import Setting

PARTS = ("PySide6-Essentials", "cryptography", "keyring", "pyotp", "zxcvbn", "zxing-cpp")
SETTINGS: tuple[Setting[Any], ...] = (
    schema.LANGUAGE, schema.THEME, schema.ROWS, schema.SORT, schema.HIDE_CODES, schema.SHOW_NEXT_SECONDS,
    schema.CLIPBOARD_SECONDS, schema.ALWAYS_ON_TOP, schema.CLOSE_TO_TRAY, schema.MINIMISE_AFTER_COPY,
    schema.HIDE_UNFOCUSED, schema.LOCK_IDLE_MINUTES, schema.LOCK_ON_SCREEN_LOCK, schema.LOCK_ON_SLEEP,
    schema.LOCK_ON_USER_SWITCH, schema.LOCK_ON_MINIMISE, schema.CAPTURE_GUARD, schema.RECOVERY_DAYS,
    schema.SYSTEM_REOPENS, schema.BACKUP_ON, schema.CLOCK_CORRECTION,
)  # fmt: skip
FEATURES = (
    "memory closed", "keystore", "system unlock", "idle time", "screenshot guard", "opens links",
    "desktop", "session", "clock kept right",
)  # fmt: skip
WINDOW = ("qt", "qt platform", "screens", "scale", "tray", "language shown", "colours shown")
ALLOWED: tuple[str, ...] = (
    "warifu", "built program", "python", "system", "machine", *PARTS, *WINDOW, *FEATURES,
    "vault", "vault format", "vault size", "vault opens by", "accounts",
    "backups", "backup folder", "last backup", "backup problem", "last test",
    *(f"setting {setting.key}" for setting in SETTINGS),
    "faults", *(f"fault {number}" for number in range(1, 6)),
)  # fmt: skip
_HARMLESS = re.compile(r"[A-Za-z0-9_ .,:;+<>()%–-]{1,120}")
_VERSION = re.compile(r"\d+(\.\d+)*", re.ASCII)
_MACHINES = ("x86_64", "amd64", "arm64", "aarch64", "armv7l", "i686", "riscv64")
_DAY = 86_400  # seconds
_KINDS = {"password": "password", "recovery": "recovery code", "keystore": "keystore", "platform": "system"}


@dataclass(frozen=True, slots=True)
class Subject:
    """What is looked at: whose files, and what only the main thread knows of the open vault."""

    profile: Profile
    vault: Path
    state: SessionState
    accounts: int | None  # None while the vault is locked


def collect(subject: Subject, settings: Settings, now: float) -> dict[str, str]:
    """The facts that need neither a window nor the system's services; reads files and may wait for them."""
    facts = _program() | _vault(subject) | _backups(subject.profile, settings, now)
    facts |= {f"setting {setting.key}": _said(settings.get(setting)) for setting in SETTINGS}
    return facts | _faults(subject.profile.logs)


def allowed(untrusted_facts: Mapping[str, str]) -> dict[str, str]:
    """What may be told of the facts, in the order of the list."""
    return {
        name: value if _HARMLESS.fullmatch(value) else "something else"
        for name in ALLOWED
        if (value := untrusted_facts.get(name)) is not None
    }


def as_text(untrusted_facts: Mapping[str, str]) -> str:
    """The file, as it is shown before it is saved."""
    facts = allowed(untrusted_facts)
    widest = max(map(len, facts), default=0)
    return "".join(f"{name:<{widest}}  {value}\n" for name, value in facts.items())


def save(path: Path, text: str) -> None:
    """Write what was shown. Raises AppError."""
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except OSError as problem:
        raise AppError(
            "The diagnostics could not be saved.", str(problem.strerror or ""), "Choose another folder."
        ) from None


def number_of(text: str) -> str:
    """The version number at the beginning of a text; what people add to one may name them."""
    found = _VERSION.match(text)
    return found[0] if found else "unknown"


def one_of(untrusted: str, known: Iterable[str]) -> str:
    """The word, if it is one of the known ones."""
    lowered = untrusted.lower()
    return lowered if lowered in known else "unknown"


def rounded(count: int) -> str:
    """How many, as far as it says nothing about whose they are."""
    if count < 1:
        return "none"
    lowest = 1
    while count >= lowest * 10:
        lowest *= 10
    return f"{lowest} to {lowest * 10 - 1}"


def _program() -> dict[str, str]:
    from importlib import metadata

    system = one_of(platform.system(), ("linux", "windows", "darwin"))
    facts = {
        "warifu": number_of(warifu.__version__),
        "built program": _said(bool(getattr(sys, "frozen", False))),
        "python": number_of(platform.python_version()),
        "system": f"{system} {number_of(platform.release())}",
        "machine": one_of(platform.machine(), _MACHINES),
    }
    for part in PARTS:
        try:
            facts[part] = number_of(metadata.version(part))
        except metadata.PackageNotFoundError:
            facts[part] = "not installed"
    return facts


def _vault(subject: Subject) -> dict[str, str]:
    from warifu.vault.look import vault_info

    facts = {"vault": subject.state.name.lower().replace("_", " ")}
    if subject.accounts is not None:
        facts["accounts"] = rounded(subject.accounts)
    try:
        info = vault_info(subject.vault)
    except AppError as problem:
        return facts | {"vault": f"{facts['vault']}, {type(problem).__name__}"}
    kinds = {_KINDS.get(slot.kind, "something newer") for slot in info.slots}
    return facts | {
        "vault format": f"{info.version}{', for reading only' if info.read_only else ''}",
        "vault size": f"{info.size // 4096 * 4} KiB",
        "vault opens by": ", ".join(sorted(kinds)),
    }


def _backups(profile: Profile, settings: Settings, now: float) -> dict[str, str]:
    from warifu.services import backup_record

    record = backup_record.read(profile.backup_record)
    own = bool(settings.get(schema.BACKUP_FOLDER))
    return {
        "backups": "on" if settings.get(schema.BACKUP_ON) else "off",
        "backup folder": "chosen by the user" if own else "the usual one",
        "last backup": _ago(record.succeeded, now),
        "backup problem": record.fault.value or "none",
        "last test": _ago(record.tested, now),
    }


def _faults(logs: Path) -> dict[str, str]:
    from warifu.services.logs import faults

    found = faults(logs)
    last = [f"{day}, {what}" for day, what in found[-5:]]
    return {"faults": rounded(len(found))} | {f"fault {n}": what for n, what in enumerate(last, 1)}


def _ago(time: int, now: float) -> str:
    if time <= 0:
        return "never"
    days = int(now - time) // _DAY
    return "in the future" if days < 0 else "within a day" if days == 0 else f"{min(days, 9999)} days ago"


def _said(value: str | int | bool) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)
