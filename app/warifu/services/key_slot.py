"""A slot of the vault whose key this computer can get: how it is added, opens the vault, and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.core.errors import NotPossible
from warifu.services.here import OwnSlots
from warifu.services.look import SessionState
from warifu.services.ports import Lane
from warifu.services.problems import as_app_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.core.errors import AppError
    from warifu.services.ports import Tasks
    from warifu.services.session import Session
    from warifu.settings.file import Settings
    from warifu.settings.schema import Setting
    from warifu.vault.kek import Kek
    from warifu.vault.saving import OpenVault

    Done = Callable[[], None]
    Failed = Callable[[AppError], None]


class KeySlot:
    """Slots of one kind that are this computer's own, in whatever vault the session has."""

    def __init__(
        self, session: Session, tasks: Tasks, settings: Settings, kind: str, own: Setting[str]
    ) -> None:
        self._session = session
        self._tasks = tasks
        self._kind = kind
        self._own = OwnSlots(settings, own)
        self._turn = 0
        session.subscribe(self._state_changed)

    def mine(self) -> tuple[str, dict[str, Any]] | None:
        """The vault's id and what is known of this computer's slot; None where it has none."""
        return self._own.of(self._session.vault_path)

    def lost(self) -> str | None:
        """The id of a vault that has our slot no more, which is forgotten by this."""
        if (found := self._own.lost(self._session.vault_path)) is None:
            return None
        self._own.drop(found[0])
        return found[0]

    def vault_id(self) -> str:
        """Of the vault that is open now. Raises VaultError."""
        from warifu.vault.held import vault_and_slots

        return vault_and_slots(self._session.vault_path)[0]

    def open_by(self, fetch: Callable[[], Kek], done: Done, failed: Failed) -> None:
        """Open the vault with what ``fetch`` gets on Lane.POOL.

        What comes when the user has opened or locked the vault meanwhile is thrown away in silence.
        """
        turn = self._turn

        def got(kek: Kek) -> None:
            def ended(then: Callable[[], None]) -> None:
                kek.forget()
                then()

            if turn != self._turn or self._session.state is not SessionState.LOCKED:
                kek.forget()
                return
            self._session.ways.unlock_with_key(
                self._kind, kek, lambda: ended(done), lambda problem: ended(lambda: failed(problem))
            )

        def refused(problem: Exception) -> None:
            if turn == self._turn:
                failed(as_app_error(problem))

        self._tasks.run(fetch, got, refused, Lane.POOL)

    def add(self, make: Callable[[str], tuple[Kek, dict[str, str]]], done: Done, failed: Failed) -> None:
        """Let a key open the vault that ``make`` gets on Lane.POOL; it is given the vault's id."""
        if self._session.store is None or self._session.read_only:
            failed(NotPossible("The vault is locked.") if self._session.store is None else _READ_ONLY)
            return
        vault_id = self.vault_id()

        def made(result: tuple[Kek, dict[str, str]]) -> None:
            kek, more = result

            def refused(problem: AppError) -> None:
                kek.forget()
                failed(problem)

            def find(opened: OpenVault) -> str:
                from warifu.vault.held import slot_of_key

                return slot_of_key(opened, self._kind, kek)

            def found(slot: str) -> None:
                kek.forget()
                self._own.note(vault_id, slot, **more)
                done()

            self._session.ways.add_key(
                self._kind,
                kek,
                _computer(),
                lambda: self._session.ask(find, found, refused),
                refused,
            )

        self._tasks.run(
            lambda: make(vault_id), made, lambda problem: failed(as_app_error(problem)), Lane.POOL
        )

    def remove(self, done: Callable[[str], None], failed: Failed) -> None:
        """Take this computer's slot out of the vault; ``done`` hears the vault's id."""
        if (found := self.mine()) is None:
            done(self.lost() or self.vault_id())
            return
        vault_id, entry = found

        def gone() -> None:
            self._own.drop(vault_id)
            done(vault_id)

        self._session.ways.remove(entry["slot"], gone, failed)

    def _state_changed(self, _state: SessionState) -> None:
        self._turn += 1


_READ_ONLY = NotPossible("This vault can only be read: a newer Warifu made it.")


def _computer() -> str:
    """The name of this computer, for the list of ways to unlock."""
    import platform

    return platform.node()[:60]
