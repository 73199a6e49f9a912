"""Brings the store's changes to disk, one save after another, and never loses one.

The opened vault belongs to the VAULT lane: only work that runs there reads or replaces it. Changes made while
a save runs go with the next one. A save that fails leaves the change in memory, is told once, and is tried
again with the next change or flush. A save that finds another process's changes joins them, and the store
adopts the result. Counting a use costs no save of its own: it goes with the next change, a flush, locking, or
after a while.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from warifu.core.errors import AppError, VaultRekeyed
from warifu.services.changes import Change, ChangeKind, Origin
from warifu.services.problems import as_app_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.services.ports import Scheduler, Tasks, Timer
    from warifu.services.store import Store
    from warifu.vault.container import Header, Keys
    from warifu.vault.document import Document
    from warifu.vault.file import OpenVault

COUNTS_AFTER = 60.0  # seconds until a use that was counted is saved, where nothing else is


T = TypeVar("T")


class Left(NamedTuple):
    """Changes that could not be saved, sealed; with their keys where the vault has got others meanwhile."""

    content: bytes
    keys: Keys | None = None


class Saver:
    """Saves one unlocked vault. Lives on the main thread from unlocking to locking."""

    def __init__(
        self,
        opened: OpenVault,
        store: Store,
        tasks: Tasks,
        tell: Callable[[AppError | None], None],
        scheduler: Scheduler | None = None,
    ) -> None:
        self._opened = opened  # the VAULT lane's own
        self._store = store
        self._tasks = tasks
        self._tell = tell
        self._scheduler = scheduler
        self._saved = None if opened.needs_save else store.document
        self._busy = False
        self._urgent = False
        self._closing = False
        self._timer: Timer | None = None
        self._waiters: list[tuple[Callable[[], None], Callable[[AppError], None]]] = []
        self._end_listening = store.subscribe(self._changed)
        self.problem: AppError | None = None

    @property
    def unsaved(self) -> bool:
        """Whether the store holds something that is not on disk."""
        return self._store.document is not self._saved and not self._store.read_only

    def flush(self, done: Callable[[], None], failed: Callable[[AppError], None]) -> None:
        """Save whatever is not saved; ``done`` when all is on disk."""
        if not self.unsaved and not self._busy:
            done()
            return
        self._waiters.append((done, failed))
        self._start()

    def join_disk(self) -> None:
        """Take in what another process wrote, without writing; the next save tells of problems."""
        if self._busy or self._saved is None:
            return
        self._busy, saved = True, self._saved

        def joined(written: Document) -> None:
            self._busy = False
            self._take(saved, written)
            self._go_on()

        def refused(problem: Exception) -> None:
            self._busy = False
            if isinstance(problem, VaultRekeyed):
                self._failed(problem)
            else:
                self._go_on()

        self._tasks.run(self._reread, joined, refused)

    def alter(
        self,
        change: Callable[[OpenVault], OpenVault],
        done: Callable[[], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Save what is not saved, then change more than accounts; ``change`` saves the file itself."""

        def alter() -> Document:
            before, self._opened = self._opened, change(self._opened)
            if self._opened.keys is not before.keys:
                before.forget()
            return self._opened.document

        def altered(submitted: Document, written: Document) -> None:
            self._busy = False
            self._take(submitted, written)
            done()
            self._go_on()

        def refused(problem: Exception) -> None:
            self._busy = False
            failed(as_app_error(problem))
            self._go_on()

        def saved() -> None:
            submitted = self._saved or self._store.document  # what is edited from now on is not in the file
            self._busy = True
            self._tasks.run(alter, lambda written: altered(submitted, written), refused)

        self.flush(saved, failed)

    def ask(
        self,
        question: Callable[[OpenVault], T],
        done: Callable[[T], None],
        failed: Callable[[AppError], None],
    ) -> None:
        """Have something answered that only the opened vault tells."""
        self._tasks.run(lambda: question(self._opened), done, lambda problem: failed(as_app_error(problem)))

    def lend(self, *, saved: bool = False) -> Callable[[], OpenVault]:
        """Work for the VAULT lane: the vault as the store holds it now, or as it was ``saved`` last, with
        keys of its own that the borrower forgets.
        """
        document = None if saved else self._store.document

        def lent() -> OpenVault:
            opened = self._opened
            return dataclasses.replace(opened, document=document or opened.document, keys=opened.keys.copy())

        return lent

    def close(self, keep: Callable[[Left], None], closed: Callable[[AppError | None], None]) -> None:
        """Save what is left and forget the keys. What cannot be saved goes sealed to ``keep``."""
        self._closing = True
        self._end_listening()
        self._cancel_timer()
        left = self._store.document if self.unsaved else None

        def last() -> AppError | None:
            try:
                return None if left is None else self._last_save(left, keep)
            finally:
                self._opened.forget()

        def ended(problem: AppError | None) -> None:
            self._answer(problem)
            closed(problem)

        self._tasks.run(last, ended, lambda problem: ended(as_app_error(problem)))

    def _last_save(self, left: Document, keep: Callable[[Left], None]) -> AppError | None:
        try:
            self._write(left)
        except AppError as problem:
            keys = self._opened.keys.copy() if isinstance(problem, VaultRekeyed) else None
            keep(Left(sealed(self._opened, left), keys))
            return problem
        return None

    def _changed(self, change: Change) -> None:
        if change.origin is Origin.DISK:
            return
        if change.kind is ChangeKind.USED:
            self._save_later()
            return
        self._urgent = True
        self._start()

    def _save_later(self) -> None:
        if self._scheduler is not None and self._timer is None:
            self._timer = self._scheduler.after(COUNTS_AFTER, self._start)

    def _cancel_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _start(self) -> None:
        if self.unsaved and not self._busy:
            self._save()

    def _save(self) -> None:
        self._cancel_timer()
        self._busy, self._urgent = True, False
        document = self._store.document
        self._tasks.run(lambda: self._write(document), lambda w: self._done(document, w), self._failed)

    def _write(self, document: Document) -> Document:
        """On the VAULT lane: save, and give what the file holds now."""
        from warifu.vault.file import save_vault

        self._opened = save_vault(self._opened, document)
        return document if self._opened.document == document else self._opened.document

    def _reread(self) -> Document:
        """On the VAULT lane: the document of the file, joined with the one saved last."""
        from warifu.vault import aead, places

        content = places.read(self._opened.path)
        digest = aead.digest(content)
        if digest != self._opened.seen:
            header, document = unsealed(self._opened, content)
            self._opened = dataclasses.replace(self._opened, document=document, header=header, seen=digest)
        return self._opened.document

    def _done(self, submitted: Document, written: Document) -> None:
        self._busy = False
        self._take(submitted, written)
        if self.problem is not None:
            self.problem = None
            self._tell(None)
        self._go_on()

    def _take(self, submitted: Document, written: Document) -> None:
        """Note what is on disk, and adopt what was joined there."""
        if written is submitted or written == submitted:
            self._saved = submitted
            return
        self._saved = written
        if self._closing:
            return
        if self._store.document is submitted:
            self._store.adopt(written)
        else:
            from warifu.vault.merge import merge

            self._store.adopt(merge(self._store.document, written))

    def _go_on(self) -> None:
        if self._busy or self._closing:
            return
        if self.unsaved and (self._urgent or self._waiters):
            self._save()
        else:
            self._answer(None)

    def _failed(self, problem: Exception) -> None:
        self._busy = False
        error = as_app_error(problem)
        news = self.problem is None or str(self.problem) != str(error)
        self.problem = error
        if news:
            self._tell(error)
        if not self._closing:
            self._answer(error)

    def _answer(self, problem: AppError | None) -> None:
        """Tell whoever waits for a flush how it ended."""
        waiters, self._waiters = self._waiters, []
        for done, failed in waiters:
            if problem is None:
                done()
            else:
                failed(problem)


def sealed(opened: OpenVault, document: Document) -> bytes:
    """The document as a vault file in memory, for the time when its keys are forgotten."""
    from warifu.vault.container import seal

    return seal(opened.header, opened.keys, document.to_json())


def unsealed(opened: OpenVault, content: bytes, keys: Keys | None = None) -> tuple[Header, Document]:
    """The document of a vault file, joined with the open one; of another master key only with its ``keys``.

    Raises VaultRekeyed for a later master key, VaultDamaged for anything else that does not fit.
    """
    from warifu.vault.container import fits, parse, unseal
    from warifu.vault.document import Document
    from warifu.vault.merge import merge
    from warifu.vault.saving import another_vault

    parts = parse(content)
    header = parts.header
    if keys is None and header.vault_id == opened.header.vault_id and not fits(parts, opened.keys):
        raise another_vault(rekeyed=header.epoch > opened.header.epoch)
    return header, merge(opened.document, Document.from_json(unseal(parts, keys or opened.keys)))
