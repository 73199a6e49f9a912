"""What the commands about backups share."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from warifu.core.errors import AppError, BackupError
from warifu.services.backing_up import BackingUp
from warifu.services.paths import in_full
from warifu.services.restoring import Restoring, backups_in, newest_of
from warifu.settings.file import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from warifu.cli.context import Context
    from warifu.services.session import Session

T = TypeVar("T")


def services(context: Context, session: Session) -> tuple[BackingUp, Restoring]:
    """The use cases for one command."""
    backing_up = BackingUp(session, context.clock, Settings(context.profile.settings))
    return backing_up, Restoring(session, backing_up, context.clock)


def answer(start: Callable[[Callable[[T], None], Callable[[AppError], None]], None]) -> T:
    """Run a use case to its end, which is at once here; its result, or its error raised."""
    results: list[T] = []
    problems: list[AppError] = []
    start(results.append, problems.append)
    for problem in problems:
        raise problem
    return results[0]


def chosen(name: str | None, context: Context, folder: Path) -> Path:
    """The backup of that path or name, the vault's newest for None. Raises BackupError."""
    if name is not None:
        path = in_full(name)
        return path if path.exists() or path.is_absolute() else folder / name
    newest = newest_of(backups_in(folder), context.vault, context.clock.now())
    if newest is None:
        raise BackupError("There is no backup in this folder.")
    return newest.path


def typed(context: Context) -> str:
    """The password of a backup, or the recovery code where that was offered."""
    return context.input.recovery_code() if context.input.by_code else context.input.password()


def accounts(count: int) -> str:
    """A number of accounts."""
    return "1 account" if count == 1 else f"{count} accounts"


def moment(time: int) -> str:
    """A time for people, in the computer's own zone."""
    if not time:
        return "unknown time"
    return datetime.fromtimestamp(time, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
