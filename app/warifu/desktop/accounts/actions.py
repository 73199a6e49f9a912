"""What can be done with an account of the list, each under one name for menus and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.clean import clean_tags
from warifu.core.errors import AppError
from warifu.desktop.accounts.face import title_of
from warifu.desktop.i18n import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warifu.core.account import Account
    from warifu.desktop.compose import Context
    from warifu.services.copying import Copied, Which
    from warifu.services.store import Store


class Actions:
    """Every refusal of a lower layer ends in ``notify.error``. Nothing happens while the vault is locked."""

    def __init__(self, context: Context) -> None:
        self._context = context

    @property
    def store(self) -> Store | None:
        """The accounts, while the vault is unlocked."""
        return self._context.session.store

    def copy(self, account_id: str) -> Copied | None:
        """Copy the code of this moment; None where that was refused, and the user has been told."""
        from warifu.services.copying import Which

        return self._copy(account_id, Which.CURRENT)

    def copy_next(self, account_id: str) -> Copied | None:
        """Copy the code after this one."""
        from warifu.services.copying import Which

        return self._copy(account_id, Which.NEXT)

    def tell_copied(self, copied: Copied) -> None:
        """Say whose code was copied, and for how long."""
        account = self.store.get(copied.account_id) if self.store is not None else None
        title = title_of(account) if account is not None else copied.title
        words = tr("Copied {title} · clears in {seconds} s", title=title, seconds=copied.clears_in)
        self._context.notify.say(words)

    def open(self, account_id: str) -> None:
        """Show the account with its big code and the two in a row."""
        self._context.nav.open_account(account_id)

    def edit(self, account_id: str) -> None:
        """Change the account."""
        self._context.nav.open_edit(account_id)

    def show_code(self, account_id: str) -> None:
        """Show the account's QR code."""
        self._context.nav.open_code(account_id)

    def transfer(self, ids: Sequence[str]) -> None:
        """Show accounts as codes for a phone."""
        self._context.nav.open_transfer(ids)

    def export(self, ids: Sequence[str]) -> None:
        """Take accounts out into a file."""
        self._context.nav.open_export(ids)

    def pin(self, account: Account, *, pinned: bool) -> None:
        """Keep the account at the top, or no longer."""
        self.pin_all([account], pinned=pinned)

    def pin_all(self, accounts: Sequence[Account], *, pinned: bool) -> bool:
        """Do so with several, in one step. Says whether it was done."""
        changes = {account.id: {"pinned": pinned} for account in accounts}
        return self._change(lambda store: store.edit_all(changes))

    def tag_all(self, accounts: Sequence[Account], tag: str, *, tagged: bool) -> bool:
        """Give accounts a tag, or take it off, in one step. Says whether it was done."""
        changes = {
            account.id: {"tags": _retagged(account.tags, tag, tagged=tagged)}
            for account in accounts
            if (tag in account.tags) is not tagged
        }
        return self._change(lambda store: store.edit_all(changes))

    def move(self, account_id: str, before_id: str) -> None:
        """Place the account before another one of the user's order; an empty id is the end."""
        self._change(lambda store: store.move(account_id, before_id or None))

    def move_by(self, rows: Sequence[Account], account_id: str, steps: int) -> None:
        """Move the account up (-1) or down (1) among ``rows``, which are listed in the user's order."""
        place = next((row for row, account in enumerate(rows) if account.id == account_id), -1)
        target = place + steps
        if place < 0 or not 0 <= target < len(rows):
            return
        after = target + 1 if steps > 0 else target
        self.move(account_id, rows[after].id if after < len(rows) else "")

    def move_to_edge(self, rows: Sequence[Account], account_id: str, *, top: bool) -> None:
        """Move the account to the top or the end of ``rows``."""
        others = [account.id for account in rows if account.id != account_id]
        if others:
            self.move(account_id, others[0] if top else "")

    def delete(self, account: Account) -> None:
        """Put the account into the trash, and offer to take that back."""
        if self._change(lambda store: store.trash(account.id)):
            text = tr("Moved {title} to the trash", title=title_of(account))
            self._context.notify.say(text, tr("Undo"), self.undoing())

    def delete_all(self, accounts: Sequence[Account]) -> bool:
        """Put several into the trash in one step, and offer to take that back. Says whether it was done."""
        done = self._change(lambda store: store.trash(*(account.id for account in accounts)))
        if done:
            text = tr_n(len(accounts), "Moved {n} account to the trash", "Moved {n} accounts to the trash")
            self._context.notify.say(text, tr("Undo"), self.undoing())
        return done

    def undo(self) -> None:
        """Take back the last step, whatever it was."""
        if self.store is not None:
            self._take_back(self.store, self.store.undo)

    def undoing(self) -> Callable[[], None]:
        """What takes back the step made last and no other, unless Warifu was locked meanwhile."""
        store = self.store
        step = store.undoing() if store is not None else None

        def undo_it() -> None:
            if store is not None and step is not None and self.store is store:
                self._take_back(store, step)

        return undo_it

    def _take_back(self, store: Store, step: Callable[[], bool]) -> None:
        before = len(store.accounts())
        try:
            undone = step()
        except AppError as error:
            self._context.notify.error(error)
            return
        back = len(store.accounts()) - before
        if back > 0:
            self._context.notify.say(tr_n(back, "{n} account is back", "{n} accounts are back"))
        elif undone:
            self._context.notify.say(tr("Undone"))
        else:
            self._context.notify.say(tr("Nothing to undo"))

    def _copy(self, account_id: str, which: Which) -> Copied | None:
        try:
            return self._context.copying.copy(account_id, which)
        except AppError as error:
            self._context.notify.error(error)
            return None

    def _change(self, change: Callable[[Store], object]) -> bool:
        if self.store is None:
            return False
        try:
            change(self.store)
        except AppError as error:
            self._context.notify.error(error)
            return False
        return True


def _retagged(tags: tuple[str, ...], tag: str, *, tagged: bool) -> tuple[str, ...]:
    return clean_tags((*tags, tag)) if tagged else tuple(each for each in tags if each != tag)
