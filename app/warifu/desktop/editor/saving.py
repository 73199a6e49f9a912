"""What Save does: one new account, several, or changes of one that exists; then the page that follows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from warifu.desktop.editor.draft import built, changes
from warifu.desktop.i18n import tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account
    from warifu.desktop.compose import Context
    from warifu.desktop.editor.draft import Draft


def save_new(context: Context, draft: Draft) -> None:
    """Add the account that the draft describes, and show it. Raises AppError."""
    store, account = context.session.store, built(draft)
    if store is None or account is None:
        return
    (account_id,) = store.add(account)
    context.nav.back()
    context.nav.open_account(account_id)


def save_changes(context: Context, draft: Draft, before: Account) -> None:
    """Change the account as the draft says, and go back. Raises AppError."""
    store = context.session.store
    if store is not None and (changed := changes(draft, before)):
        store.edit(before.id, **changed)
    context.nav.back()


def save_many(context: Context, accounts: Sequence[Account]) -> None:
    """Add accounts with their brands’ icons in one step that can be undone, and go back. Raises AppError."""
    store = context.session.store
    if store is None:
        return
    from warifu.icons.match import icon_for

    ids = store.add(*(replace(account, icon=icon_for(context.catalogue, account)) for account in accounts))
    context.nav.back()
    said = tr_n(len(ids), "{n} account added", "{n} accounts added")
    context.notify.say(said, tr("Undo"), store.undoing())
