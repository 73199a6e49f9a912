"""Times, places and differences, as the pages about backups say them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale

from warifu.core.text import Text
from warifu.desktop.i18n import shown, tr, tr_n
from warifu.desktop.wording import breakable, day
from warifu.services.backup_record import Fault
from warifu.vault.backups import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warifu.services.restoring import Held

_MINUTE, _HOUR, _DAY = 60, 3600, 86_400  # seconds
_CAUSES = {
    Fault.FULL: Text("No backup: the disk is full"),
    Fault.FORBIDDEN: Text("No backup: the folder is read-only"),
    Fault.MISSING: Text("No backup: the folder is not there"),
    Fault.SILENT: Text("No backup: the folder does not answer"),
    Fault.UNPROVED: Text("No backup: the disk may be failing"),
}
_REASONS = {
    Kind.BEFORE_RESTORE: Text("made before a restore"),
    Kind.BEFORE_IMPORT: Text("made before an import"),
    Kind.BEFORE_UPDATE: Text("made before an update"),
    Kind.BEFORE_LOSS: Text("made when accounts were about to vanish"),
    Kind.COPY: Text("a copy of the vault"),
}


def moment(time: int) -> str:
    """A date and a time of day, in the computer's own zone."""
    if not time:
        return tr("Unknown date")
    clock = QLocale().toString(QDateTime.fromSecsSinceEpoch(time).time(), "HH:mm")
    return tr("{day}, {time}", day=day(time), time=clock)


def ago(time: int, now: float) -> str:
    """How long ago, in the largest unit that says it; the date for what is long ago or not yet."""
    seconds = int(now) - time
    if seconds < 0 or seconds >= 30 * _DAY:
        return moment(time)
    if seconds < _MINUTE:
        return tr("just now")
    if seconds < _HOUR:
        return tr_n(seconds // _MINUTE, "{n} minute ago", "{n} minutes ago")
    if seconds < _DAY:
        return tr_n(seconds // _HOUR, "{n} hour ago", "{n} hours ago")
    return tr_n(seconds // _DAY, "{n} day ago", "{n} days ago")


def place(folder: Path) -> str:
    """A folder without what goes without saying; it may be broken over lines after its separators."""
    try:
        text = str(folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        text = str(folder)
    return breakable(text)


def listed(parts: Iterable[str]) -> str:
    """What is not empty, with dots between that stay at the end of a line."""
    return "\u00a0· ".join(part for part in parts if part)


def accounts(count: int) -> str:
    """A number of accounts."""
    return tr_n(count, "{n} account", "{n} accounts")


def cause(fault: Fault) -> str:
    """Why no backup is made, in a few words."""
    return shown(_CAUSES.get(fault, Text("No backup could be made")))


def reason(kind: Kind) -> str:
    """Why a backup was made, where that is worth telling."""
    return shown(_REASONS[kind]) if kind in _REASONS else ""


def differences(held: Held) -> str:
    """How a backup differs from today."""
    if held.accounts is None:
        return tr("of another vault or an earlier key, or damaged")
    parts = [
        text
        for count, text in (
            (held.missing, tr_n(held.missing, "{n} missing today", "{n} missing today")),
            (held.changed, tr_n(held.changed, "{n} changed since", "{n} changed since")),
            (held.newer, tr_n(held.newer, "{n} newer account", "{n} newer accounts")),
        )
        if count
    ]
    return listed([accounts(held.accounts), *(parts or [tr("as today")])])
