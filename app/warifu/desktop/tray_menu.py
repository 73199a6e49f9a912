"""The menu of the tray icon: pinned and recent accounts, the rest by first letter, and a few commands."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from warifu.core.search import fold
from warifu.desktop.accounts.face import title_of
from warifu.desktop.i18n import tr
from warifu.services.look import SessionState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warifu.core.account import Account
    from warifu.desktop.compose import Context

FEW = 14  # accounts that are listed without submenus
_FIRST = 8  # pinned and recent ones above the submenus
_MOST = 40  # entries of a submenu; the window has the rest
_LONGEST = 48  # characters of an entry
_KANA_ROWS = {
    row[0]: row
    for row in (
        "アイウエオ",
        "カキクケコ",
        "サシスセソ",
        "タチツテト",
        "ナニヌネノ",
        "ハヒフヘホ",
        "マミムメモ",
        "ヤユヨ",
        "ラリルレロ",
        "ワヲン",
    )
}
_SMALL_KANA = str.maketrans("ァィゥェォッャュョヮヵヶヴ", "アイウエオツヤユヨワカケウ")
OTHERS = "…"


@dataclass(frozen=True, slots=True)
class Listing:
    """The accounts as the menu holds them."""

    first: tuple[Account, ...]
    groups: tuple[tuple[str, tuple[Account, ...]], ...] = ()


def arrange(accounts: Sequence[Account]) -> Listing:
    """Pinned and then recently used ones first; of many accounts, the rest by first letter."""
    ranked = sorted(accounts, key=lambda account: (not account.pinned, -account.last_used))
    if len(ranked) <= FEW:
        return Listing(tuple(ranked))
    first = [account for account in ranked if account.pinned or account.last_used][:_FIRST]
    chosen = {account.id for account in first}
    rest = sorted(
        (
            (_initial(account), fold(account.name), account)
            for account in accounts
            if account.id not in chosen
        ),
        key=lambda entry: (entry[0] == OTHERS, _script(entry[0]), entry[0], entry[1]),
    )
    groups = groupby(rest, key=lambda entry: entry[0])
    return Listing(tuple(first), tuple((name, tuple(entry[2] for entry in group)) for name, group in groups))


def _initial(account: Account) -> str:
    """The heading under which an account is looked for: a letter, a row of kana, or the rest."""
    first = unicodedata.normalize("NFKD", account.name.strip())[:1].upper()
    if first.isdigit():
        return "0–9"
    if "ぁ" <= first <= "ゖ":
        first = chr(ord(first) + 0x60)
    kana = first.translate(_SMALL_KANA)
    for row, letters in _KANA_ROWS.items():
        if kana in letters and kana:
            return row
    return first if first.isalpha() and not _is_ideograph(first) else OTHERS


def _is_ideograph(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith(("CJK ", "HANGUL "))


def _script(initial: str) -> int:
    """Digits, Latin, kana, other letters."""
    return 0 if initial == "0–9" else 1 if initial.isascii() else 2 if initial in _KANA_ROWS else 3


class TrayMenu(QMenu):
    """Stale from the moment that something changes; built anew when it is about to show."""

    def __init__(self, context: Context, copy: Callable[[str], object]) -> None:
        super().__init__()
        self._context = context
        self._copy = copy
        self._through_dbus = False
        self._stale = True
        self.aboutToShow.connect(self.refresh)
        self.refresh()

    def take_underscores(self, *, through_dbus: bool) -> None:
        """Know whether the menu travels through D-Bus, where a single underscore marks a key."""
        self._stale = self._stale or through_dbus != self._through_dbus
        self._through_dbus = through_dbus

    def mark_stale(self) -> None:
        """Build anew when next opened."""
        self._stale = True

    def refresh(self) -> None:
        """Build now if anything has changed. A locked vault's titles never stay in the menu."""
        if not self._stale:
            return
        self._stale = False
        self._empty()
        session = self._context.session
        if session.state is SessionState.UNLOCKED and session.store is not None:
            self._add_accounts(arrange(session.store.accounts()))
        self._add_commands(session.state)

    def _empty(self) -> None:
        for action in self.actions():
            self.removeAction(action)
            if (submenu := action.menu()) is not None and isinstance(submenu, QMenu):
                submenu.deleteLater()
            action.deleteLater()

    def _add_accounts(self, listing: Listing) -> None:
        for account in listing.first:
            self._add_account(self, account)
        if listing.first and listing.groups:
            self.addSeparator()
        for name, accounts in listing.groups:
            submenu = self.addMenu(tr("Others") if name == OTHERS else name)
            for account in accounts[:_MOST]:
                self._add_account(submenu, account)
            if len(accounts) > _MOST:
                submenu.addSeparator()
                submenu.addAction(tr("More in Warifu"), self._context.nav.raise_window)
        if listing.first or listing.groups:
            self.addSeparator()

    def _add_account(self, menu: QMenu, account: Account) -> None:
        chosen = account.id
        menu.addAction(self._label(title_of(account), account.account), lambda: self._copy(chosen))

    def _label(self, title: str, user: str) -> str:
        text = f"{title} ({user})" if user and user != title else title
        if len(text) > _LONGEST:
            text = text[: _LONGEST - 1] + "…"
        text = text.replace("&", "&&")
        return text.replace("_", "__") if self._through_dbus else text

    def _add_commands(self, state: SessionState) -> None:
        nav, session = self._context.nav, self._context.session
        if state is SessionState.LOCKED:
            self.addAction(tr("Unlock"), nav.raise_window)
        self.addAction(tr("Open Warifu"), nav.raise_window)
        if state is SessionState.UNLOCKED:
            self.addAction(tr("Lock"), session.lock)
        self.addSeparator()
        self.addAction(tr("Quit"), nav.quit)
