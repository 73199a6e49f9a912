"""A PIN of six digits or more that opens again what this run has locked; after five wrong ones the password.

The PIN never wraps a key on the disk: there a million tries would open the vault. The settings hold the PIN
itself, encrypted with the vault's key, so that it can be made ready when the password has opened the vault.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from warifu.core.errors import AppError, NotPossible, PasswordTooWeak, WrongKey
from warifu.core.text import Text
from warifu.services.look import SessionState
from warifu.settings.schema import QUICK_PIN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from warifu.services.session import Session
    from warifu.settings.file import Settings
    from warifu.vault.held import HeldKey
    from warifu.vault.saving import OpenVault

    Done = Callable[[], None]
    Failed = Callable[[AppError], None]

SHORTEST = 6
LONGEST = 32
TRIES = 5


class QuickPin:
    """``ready`` says whether the PIN would be asked for now."""

    def __init__(self, session: Session, settings: Settings) -> None:
        self._session = session
        self._settings = settings
        self._held: HeldKey | None = None
        self.tries_left = 0
        session.subscribe(self._state_changed)

    @property
    def on(self) -> bool:
        """Whether a PIN is set for the vault that is open."""
        return self._held is not None

    @property
    def ready(self) -> bool:
        """Whether a PIN can open the vault that was locked in this run."""
        return self._held is not None and self.tries_left > 0

    def set(self, pin: str, done: Done, failed: Failed) -> None:
        """Let this PIN open the vault again, in this run and in later ones after the password."""
        try:
            require_good(pin)
        except PasswordTooWeak as problem:
            failed(problem)
            return
        secret = bytearray(pin.encode("ascii"))

        def make(opened: OpenVault) -> tuple[str, HeldKey]:
            from warifu.vault.held import hold, seal_pin

            try:
                sealed = f"{opened.header.vault_id} {seal_pin(opened, secret)}"
                return sealed, hold(opened, secret)
            finally:
                secret[:] = bytes(len(secret))

        def made(result: tuple[str, HeldKey]) -> None:
            self._settings.set(QUICK_PIN, result[0])
            self._take(result[1])
            done()

        self._session.ask(make, made, failed)

    def remove(self) -> None:
        """Have no PIN."""
        self._settings.set(QUICK_PIN, "")
        self._drop()

    def close(self) -> None:
        """The program ends."""
        self._drop()

    def unlock(self, pin: str, done: Done, failed: Failed) -> None:
        """Open the vault again. A wrong PIN is one try less, also when Warifu is locked anew between them."""
        held = self._held
        if held is None:
            failed(NotPossible("Only the password opens the vault now."))
            return
        self.tries_left -= 1
        secret = bytearray(pin.encode("utf-8"))

        def open_it(path: Path) -> OpenVault:
            from warifu.vault.held import reopen

            try:
                return reopen(path, held, secret)
            finally:
                secret[:] = bytes(len(secret))

        def refused(problem: AppError) -> None:
            failed(self._after(problem))

        self._session.unlock_with(open_it, done, refused)

    def confirm(self, pin: str, done: Done, failed: Failed) -> None:
        """Have the PIN typed again while the vault is open; a wrong one is one try less, as for unlocking."""
        held = self._held
        if held is None or not self.ready:
            failed(_password_only())
            return
        self.tries_left -= 1
        secret = bytearray(pin.encode("utf-8"))

        def check(_opened: OpenVault) -> None:
            from warifu.vault.held import confirm

            try:
                confirm(held, secret)
            finally:
                secret[:] = bytes(len(secret))

        def confirmed(_nothing: None) -> None:
            self.tries_left = TRIES
            done()

        self._session.ask(check, confirmed, lambda problem: failed(self._after(problem)))

    def _after(self, problem: AppError) -> AppError:
        """What to say of a failure; only a wrong PIN costs a try."""
        from warifu.vault.held import Stale

        if isinstance(problem, Stale):
            self._drop()
        elif not isinstance(problem, WrongKey):
            self.tries_left += 1
        elif self.tries_left <= 0:
            self._drop()
            return _too_many()
        else:
            return WrongKey("This is not the PIN.", Text("Tries left: {n}.", n=self.tries_left))
        return problem

    def _state_changed(self, state: SessionState) -> None:
        """Make the PIN ready when the vault is open, and all its tries with it."""
        if state is not SessionState.UNLOCKED:
            return
        if self._held is not None:
            self.tries_left = TRIES
            return
        vault_id, _space, sealed = self._settings.get(QUICK_PIN).partition(" ")
        if not sealed:
            return

        def make(opened: OpenVault) -> HeldKey | None:
            from warifu.vault.held import hold, unseal_pin

            if opened.header.vault_id != vault_id:
                return None
            pin = unseal_pin(opened, sealed)
            if pin is None:
                return None
            try:
                return hold(opened, pin)
            finally:
                pin[:] = bytes(len(pin))

        def made(held: HeldKey | None) -> None:
            if held is not None:
                self._take(held)

        self._session.ask(make, made, lambda _problem: None)

    def _take(self, held: HeldKey) -> None:
        self._drop()
        self._held, self.tries_left = held, TRIES

    def _drop(self) -> None:
        if self._held is not None:
            self._held.forget()
        self._held, self.tries_left = None, 0


def require_good(pin: str) -> None:
    """Refuse what is no PIN, or the first that anybody would try. Raises PasswordTooWeak."""
    if not (pin.isascii() and pin.isdecimal() and SHORTEST <= len(pin) <= LONGEST):
        raise PasswordTooWeak(Text("A PIN has {n} digits or more.", n=SHORTEST))
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if steps in ({0}, {1}, {9}) or len(set(pin)) < 3:
        raise PasswordTooWeak("Digits in a row or all alike are the first that anybody tries.")


def _password_only() -> NotPossible:
    return NotPossible("Only the password will do now.")


def _too_many() -> NotPossible:
    return NotPossible("Only the password opens the vault now.", hint="Five wrong PINs were typed.")
