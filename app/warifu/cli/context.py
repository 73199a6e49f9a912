"""What every command works with: the profile, its input, and the vault once it is open."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from warifu.core.clock import CorrectedClock, SystemClock
from warifu.core.errors import AppError, VaultMissing, VaultUnwritable
from warifu.core.text import Text
from warifu.services.immediate import ImmediateTasks
from warifu.services.look import SessionState
from warifu.services.session import Session
from warifu.settings.file import Settings
from warifu.settings.schema import CLOCK_CORRECTION

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from warifu.cli.input import Input
    from warifu.core.clock import Clock
    from warifu.services.paths import Profile
    from warifu.services.store import Store


def clock_of(profile: Profile) -> Clock:
    """The computer's clock with the correction that the user took for this profile."""
    correction = Settings(profile.settings).get(CLOCK_CORRECTION) / 1000
    return CorrectedClock(SystemClock(), lambda: correction)


@dataclass(frozen=True, slots=True)
class Context:
    """One run of one command."""

    profile: Profile
    vault: Path
    input: Input
    json: bool
    clock: Clock = field(default_factory=SystemClock)

    def session(self) -> Session:
        """The vault, not opened yet."""
        settings = Settings(self.profile.settings)
        return Session(self.profile, ImmediateTasks(), self.clock, settings, self.vault)

    def opened(self) -> OpenedVault:
        """The vault, opened with the password."""
        session = self.session()
        self.unlock(session)
        self._back_up(session)
        return OpenedVault(session)

    def _back_up(self, session: Session) -> None:
        """Let changes of this command be backed up as it ends; a failure is shown by the window."""
        from warifu.services.backing_up import BackingUp

        BackingUp(session, self.clock, Settings(self.profile.settings)).begin()

    def unlock(self, session: Session) -> str:
        """Open the vault and return its password, asked for only when there is something to open.

        Where the recovery code opens it, there is no password to return.
        """
        if session.state is SessionState.NO_VAULT:
            where = Text("Nothing lies at {path}.", path=str(self.vault))
            raise VaultMissing("There is no vault.", where, "Make one with: warifu init")
        if session.problem is not None:
            raise session.problem
        if self.input.by_code:
            code = self.input.recovery_code()
            settled(lambda done, failed: session.ways.unlock_with_code(code, done, failed))
            return ""
        password = self.input.password()
        settled(lambda done, failed: session.unlock(password, done, failed))
        return password


@dataclass(frozen=True, slots=True)
class OpenedVault:
    """An open vault, for one ``with`` block; the keys are forgotten at its end."""

    session: Session

    @property
    def store(self) -> Store:
        """The accounts."""
        if self.session.store is None:
            raise AppError("The vault is locked.")
        return self.session.store

    def save(self) -> None:
        """Bring every change to the disk. Raises what kept it from there."""
        try:
            settled(self.session.flush)
        except VaultUnwritable as problem:
            raise VaultUnwritable(problem.title, "The vault is as it was before.", problem.hint) from None

    def __enter__(self) -> OpenedVault:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.session.lock()


def settled(start: Callable[[Callable[[], None], Callable[[AppError], None]], None]) -> None:
    """Run something of the session to its end, which is at once here, and raise its error."""
    problems: list[AppError] = []
    start(lambda: None, problems.append)
    for problem in problems:
        raise problem
