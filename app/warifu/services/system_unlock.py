"""Windows Hello, Touch ID and polkit as quick ways to unlock.

Where the system releases a key, the key opens a slot of the vault, also after a fresh start. A mere yes opens
what was locked in this run and nothing else: the key of the vault is then held in memory for it, which is why
it is off until the user wants it.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final

from warifu.core.errors import AppError, NotConfirmed
from warifu.services.key_slot import KeySlot
from warifu.services.look import SessionState
from warifu.services.ports import Lane
from warifu.services.problems import as_app_error
from warifu.settings.schema import SYSTEM_REOPENS, SYSTEM_SLOTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeVar

    from warifu.core.text import Text
    from warifu.services.ports import QuickUnlock, Tasks
    from warifu.services.session import Session
    from warifu.settings.file import Settings
    from warifu.vault.held import HeldKey
    from warifu.vault.kek import Kek
    from warifu.vault.saving import OpenVault

    Done = Callable[[], None]
    Failed = Callable[[AppError], None]
    T = TypeVar("T")

KIND: Final = "platform"  # vault.slots.PLATFORM, which a locked window does not import
_CHALLENGE_BYTES: Final = 32
_FEWEST_BYTES: Final = 32  # of what a system makes of a challenge; signatures have 64 and more
_KEY_INFO: Final = b"warifu platform key 1"


class SystemUnlock:
    """``unlocker`` makes the system's, when it is first needed; None where this system has none."""

    def __init__(
        self, session: Session, tasks: Tasks, settings: Settings, unlocker: Callable[[], QuickUnlock | None]
    ) -> None:
        self._session = session
        self._tasks = tasks
        self._settings = settings
        self._make = unlocker
        self._asked: QuickUnlock | None = None
        self._made = False
        self._slot = KeySlot(session, tasks, settings, KIND, SYSTEM_SLOTS)
        self._held: tuple[HeldKey, bytearray] | None = None
        session.subscribe(self._state_changed)

    @property
    def system(self) -> QuickUnlock | None:
        """The system's way, if it has one."""
        if not self._made:
            self._asked, self._made = self._make(), True
        return self._asked

    @property
    def on(self) -> bool:
        """Whether the user has turned it on for this vault."""
        if self.system is None:
            return False
        return (
            self._slot.mine() is not None if self.system.releases_key else self._settings.get(SYSTEM_REOPENS)
        )

    @property
    def ready(self) -> bool:
        """Whether it can open the locked vault now."""
        return self.on and (self._held is not None or (self.system is not None and self.system.releases_key))

    def look(self, found: Callable[[Text | None], None]) -> None:
        """Why the system's way cannot be used, or None; it is asked behind the scenes."""
        system = self.system
        if system is not None:
            self._tasks.run(system.reason, found, lambda _problem: found(None), Lane.POOL)

    def turn_on(self, done: Done, failed: Failed) -> None:
        """Have the system ask its user once, and let it open the vault from now on."""
        system = self.system
        if system is None:
            failed(NotConfirmed("This system has no such way to unlock."))
        elif system.releases_key:
            self._slot.add(lambda vault_id: _enrolled(system, vault_id), done, failed)
        else:
            self._turn_on_yes(system, done, failed)

    def turn_off(self, done: Done, failed: Failed) -> None:
        """Let it open the vault no more."""
        self._settings.set(SYSTEM_REOPENS, False)
        self._drop()
        if self.system is not None and self.system.releases_key:
            self._slot.remove(lambda _vault_id: done(), failed)
        else:
            done()

    def unlock(self, done: Done, failed: Failed) -> None:
        """Have the system ask its user, and open the vault. Whatever goes wrong, the password field stays."""
        system = self.system
        if system is None:
            failed(NotConfirmed("This system has no such way to unlock."))
        elif system.releases_key:
            self._unlock_by_key(system, done, failed)
        else:
            self._unlock_by_yes(system, done, failed)

    def confirm(self, done: Done, failed: Failed) -> None:
        """Have the system ask its user again while the vault is open; only where it may open the vault.

        A key that it releases must be the one that opens the vault.
        """
        system = self.system
        if system is None or not self.on:
            failed(NotConfirmed("This system has no such way to unlock."))
        elif system.releases_key:
            self._run(self._fetch(system), lambda kek: self._prove(kek, done, failed), failed)
        else:
            self._run(lambda: system.ask(b""), lambda _yes: done(), failed)

    def close(self) -> None:
        """The program ends."""
        self._drop()
        if self._asked is not None:
            self._asked.close()

    def _unlock_by_key(self, system: QuickUnlock, done: Done, failed: Failed) -> None:
        if self._slot.mine() is None:
            failed(NotConfirmed("Only the password opens the vault now."))
        else:
            self._slot.open_by(self._fetch(system), done, failed)

    def _fetch(self, system: QuickUnlock) -> Callable[[], Kek]:
        """Work for the POOL lane: the key that the system makes for this vault."""
        vault_id, entry = self._slot.mine() or ("", {})

        def fetch() -> Kek:
            try:
                challenge = base64.b64decode(str(entry.get("challenge", "")), validate=True)
            except ValueError:
                raise NotConfirmed("Only the password opens the vault now.") from None
            return _key(system, challenge, vault_id)

        return fetch

    def _prove(self, kek: Kek, done: Done, failed: Failed) -> None:
        """Ask the open vault whether this key opens it."""

        def check(opened: OpenVault) -> None:
            from warifu.vault.held import slot_of_key

            slot_of_key(opened, KIND, kek)

        def ended(then: Callable[[], None]) -> None:
            kek.forget()
            then()

        self._session.ask(check, lambda _nothing: ended(done), lambda problem: ended(lambda: failed(problem)))

    def _run(self, work: Callable[[], T], done: Callable[[T], None], failed: Failed) -> None:
        self._tasks.run(work, done, lambda problem: failed(as_app_error(problem)), Lane.POOL)

    def _unlock_by_yes(self, system: QuickUnlock, done: Done, failed: Failed) -> None:
        held = self._held
        if held is None:
            failed(NotConfirmed("Only the password opens the vault now."))
            return

        def answered(_yes: object) -> None:
            if self._held is not held or self._session.state is not SessionState.LOCKED:
                return

            def open_it(path: Path) -> OpenVault:
                from warifu.vault.held import reopen

                return reopen(path, *held)

            self._session.unlock_with(open_it, done, failed)

        self._tasks.run(
            lambda: system.ask(b""), answered, lambda problem: failed(as_app_error(problem)), Lane.POOL
        )

    def _turn_on_yes(self, system: QuickUnlock, done: Done, failed: Failed) -> None:
        def answered(_yes: object) -> None:
            self._settings.set(SYSTEM_REOPENS, True)
            self._hold()
            done()

        self._tasks.run(
            lambda: system.ask(b""), answered, lambda problem: failed(as_app_error(problem)), Lane.POOL
        )

    def _hold(self) -> None:
        """Keep the key of the open vault for the next yes."""

        def make(opened: OpenVault) -> tuple[HeldKey, bytearray]:
            from warifu.vault.aead import random_key
            from warifu.vault.held import hold

            secret = random_key()
            return hold(opened, secret), secret

        def made(held: tuple[HeldKey, bytearray]) -> None:
            self._drop()
            self._held = held

        self._session.ask(make, made, lambda _problem: None)

    def _state_changed(self, state: SessionState) -> None:
        if state is SessionState.UNLOCKED:
            self._slot.lost()
            if self._settings.get(SYSTEM_REOPENS):
                self._hold()

    def _drop(self) -> None:
        if self._held is not None:
            held, secret = self._held
            held.forget()
            secret[:] = bytes(len(secret))
            self._held = None


def _enrolled(system: QuickUnlock, vault_id: str) -> tuple[Kek, dict[str, str]]:
    """A key of the system's, and the challenge that it comes from. The system must give it twice."""
    from warifu.vault.aead import random_bytes

    system.enrol()
    challenge = random_bytes(_CHALLENGE_BYTES)
    kek = _key(system, challenge, vault_id)
    return kek, {"challenge": base64.b64encode(challenge).decode("ascii")}


def _key(system: QuickUnlock, challenge: bytes, vault_id: str) -> Kek:
    """The key that a system makes of a challenge. Raises NotConfirmed, also for a bare yes."""
    from warifu.vault.aead import hkdf
    from warifu.vault.kek import Kek

    released = system.ask(challenge)
    try:
        if not isinstance(released, bytearray) or len(released) < _FEWEST_BYTES or len(set(released)) < 8:
            raise NotConfirmed("The system said yes but gave no key.")
        return Kek(hkdf(released, challenge, _KEY_INFO + vault_id.encode("ascii")))
    finally:
        if isinstance(released, bytearray):
            released[:] = bytes(len(released))
