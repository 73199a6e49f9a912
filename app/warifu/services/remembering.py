"""“Remember on this computer”: a random key in the system's keystore opens the vault when Warifu starts.

It is tried once in a run. Whoever locks wants it locked, so after that the vault asks for something that a
person has. Nothing ever waits for the keystore: whatever is wrong with it is one sentence, and the password
opens the vault as before.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from warifu.core.errors import AppError
from warifu.services.key_slot import KeySlot
from warifu.services.look import SessionState
from warifu.services.ports import Lane
from warifu.settings.schema import REMEMBERED

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.core.text import Text
    from warifu.services.ports import Keystore, Tasks
    from warifu.services.session import Session
    from warifu.settings.file import Settings
    from warifu.vault.kek import Kek

    Done = Callable[[], None]
    Failed = Callable[[AppError], None]

KIND = "keystore"  # vault.slots.KEYSTORE, which a locked window does not import


class Remembering:
    """``keystore`` makes the system's, when it is first needed."""

    def __init__(
        self, session: Session, tasks: Tasks, settings: Settings, keystore: Callable[[], Keystore]
    ) -> None:
        self._session = session
        self._tasks = tasks
        self._make = keystore
        self._keystore: Keystore | None = None
        self._slot = KeySlot(session, tasks, settings, KIND, REMEMBERED)
        self._started = True  # and nobody has opened anything yet
        session.subscribe(self._state_changed)

    @property
    def on(self) -> bool:
        """Whether the keystore of this computer should have a key of this vault."""
        return self._slot.mine() is not None

    def look(self, found: Callable[[Text | None], None]) -> None:
        """Why the keystore cannot be used, or None; it is asked behind the scenes."""
        self._tasks.run(self.keystore().reason, found, lambda _problem: found(None), Lane.POOL)

    def start(self, done: Done, failed: Failed) -> bool:
        """Try to open a vault that was locked when Warifu started; false where there is nothing to try.

        ``failed`` hears the one sentence to show; nothing is called once the user has opened the vault.
        """
        if not self._started or self._session.state is not SessionState.LOCKED:
            return False
        self._started = False
        if (mine := self._slot.mine()) is None:
            return False
        vault_id = mine[0]

        def fetch() -> Kek:
            return _as_key(self.keystore().load(vault_id))

        self._slot.open_by(fetch, done, failed)
        return True

    def turn_on(self, done: Done, failed: Failed) -> None:
        """Put a new key into the keystore, see that it comes back, and let it open the vault."""

        def make(vault_id: str) -> tuple[Kek, dict[str, str]]:
            from warifu.vault.kek import Kek

            kek, keystore = Kek.random(), self.keystore()
            keystore.store(vault_id, kek.raw)
            came_back = keystore.load(vault_id)
            if came_back != kek.raw:
                raise AppError("The keystore of this computer does not work.")
            came_back[:] = bytes(len(came_back))
            return kek, {}

        self._slot.add(make, done, failed)

    def turn_off(self, done: Done, failed: Failed) -> None:
        """Let the key open the vault no more, then delete it; a broken keystore is no hindrance."""

        def gone(vault_id: str) -> None:
            self._delete(vault_id)
            done()

        self._slot.remove(gone, failed)

    def close(self) -> None:
        """The program ends."""
        if self._keystore is not None:
            self._keystore.close()

    def keystore(self) -> Keystore:
        """The system's keystore."""
        if self._keystore is None:
            self._keystore = self._make()
        return self._keystore

    def _delete(self, vault_id: str) -> None:
        """What cannot be deleted opens nothing any more."""

        def delete() -> None:
            with contextlib.suppress(AppError):
                self.keystore().delete(vault_id)

        self._tasks.run(delete, lambda _nothing: None, lambda _problem: None, Lane.POOL)

    def _state_changed(self, state: SessionState) -> None:
        """A vault opened in this run is not opened again by this; a slot that is gone takes its key along."""
        if state is SessionState.UNLOCKED:
            self._started = False
            if (vault_id := self._slot.lost()) is not None:
                self._delete(vault_id)


def _as_key(raw: bytearray) -> Kek:
    from warifu.vault.kek import Kek

    try:
        return Kek(raw)
    except (TypeError, ValueError):
        raise AppError("What the keystore of this computer has is not the key any more.") from None
