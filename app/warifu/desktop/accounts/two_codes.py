"""The card with two codes in a row, as AWS and others ask for when a device is set up."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from warifu.core.account import Account, OtpType
from warifu.core.errors import AppError
from warifu.core.otp import grouped
from warifu.desktop.accounts.code_pair import (
    Half,
    Moment,
    Pair,
    fresh_pair,
    half_of_current,
    hold,
    moment,
    pair_now,
    which_to_copy,
    with_copied,
)
from warifu.desktop.i18n import tr
from warifu.desktop.theme import current, font, watcher
from warifu.desktop.widgets import Card, CodeLabel, Muted, QuietButton
from warifu.services.copying import Which

if TYPE_CHECKING:
    from warifu.desktop.compose import Context
    from warifu.services.copying import Copied


_CODE = 72  # logical pixels at least; in a narrow window codes are drawn smaller


class _Head(QLabel):
    """The name of the card, and for whom it is, in one sentence that wraps."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setFont(font("body"))
        self._dye()
        watcher().theme_changed.connect(self._dye)

    def _dye(self) -> None:
        name, use = escape(tr("Two codes in a row")), escape(tr("for AWS’s “MFA code 1 / 2”"))
        muted = current().muted.name()
        self.setText(
            f'<span style="font-weight:600">{name}</span> <span style="color:{muted}">— {use}</span>'
        )
        self.setAccessibleName(f"{tr('Two codes in a row')} — {tr('for AWS’s “MFA code 1 / 2”')}")


class _Row:
    """One code: its name, the time it is valid, the code and its button."""

    def __init__(self, grid: QGridLayout, line: int, name: str) -> None:
        self.name = name
        self.when = Muted(role="small")
        self.when.setWordWrap(False)
        self.code = CodeLabel("code")
        self.code.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.button = QuietButton(tr("Copy"))
        self.button.setMinimumWidth(self.button.fontMetrics().horizontalAdvance(tr("Copied ✓")) + 28)
        words = QVBoxLayout()
        words.setSpacing(0)
        label = Muted(name)
        label.setWordWrap(False)
        words.addWidget(label)
        words.addWidget(self.when)
        grid.addLayout(words, line, 0)
        grid.addWidget(self.code, line, 1)
        grid.addWidget(self.button, line, 2)

    def show(self, text: str, when: str, *, muted: bool, copied: bool, enabled: bool) -> None:
        self.code.set_code(text, muted=muted)
        self.code.setMinimumWidth(min(self.code.sizeHint().width(), _CODE))
        self.when.setText(when)
        self.button.setText(tr("Copied ✓") if copied else tr("Copy"))
        self.button.setEnabled(enabled)
        self.button.setAccessibleName(
            tr("Copied: {name}", name=self.name) if copied else tr("Copy {name}", name=self.name)
        )


class TwoCodes(Card):
    """Shows the pair that ``code_pair`` holds, and copies its codes."""

    def __init__(self, context: Context, account_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id = account_id
        self._hidden = False
        self.pair: Pair | None = None
        grid = QGridLayout()
        self.rows = {
            Half.FIRST: _Row(grid, 0, tr("MFA code 1")),
            Half.SECOND: _Row(grid, 1, tr("MFA code 2")),
        }
        self.wait_button = QuietButton(tr("Copy code 2 as soon as it is valid"))
        self.cancel_button = QuietButton(tr("Cancel"))
        self.wait_line = Muted(role="small")
        self._waiting = QWidget()
        self._lay_out(grid)
        for half, row in self.rows.items():
            row.button.clicked.connect(partial(self.copy, half))
        self.wait_button.clicked.connect(self._wait_for_second)
        self.cancel_button.clicked.connect(self._cancel)

    def _lay_out(self, grid: QGridLayout) -> None:
        look = current()
        grid.setHorizontalSpacing(look.space_s)
        grid.setVerticalSpacing(look.space_s)
        grid.setColumnStretch(0, 1)
        waiting = QHBoxLayout(self._waiting)
        waiting.setContentsMargins(0, 0, 0, 0)
        waiting.addStrut(look.button_height)
        waiting.addWidget(self.wait_button, 1)
        waiting.addWidget(self.wait_line, 1)
        waiting.addWidget(self.cancel_button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(look.space_m, look.space_m, look.space_m, look.space_m)
        rows.setSpacing(look.space_s)
        rows.addWidget(_Head())
        rows.addLayout(grid)
        rows.addWidget(self._waiting)

    def set_hidden(self, hidden: bool) -> None:
        """Put dots where the digits are, or no longer."""
        self._hidden = hidden

    def show_at(self, account: Account, now: float) -> None:
        """Show the pair as it is at ``now``."""
        self.pair = pair_now(self.pair, account, now)
        for half, row in self.rows.items():
            text = grouped(self.pair.code(half).value)
            row.show(
                "".join(" " if letter == " " else "•" for letter in text) if self._hidden else text,
                _when(self.pair, half, account, now),
                muted=moment(self.pair, half, account, now) is not Moment.NOW,
                copied=half in self.pair.copied,
                enabled=which_to_copy(self.pair, half, account, now) is not None,
            )
        self._show_waiting(account, now)

    def _show_waiting(self, account: Account, now: float) -> None:
        waiting = self._context.copying.waiting
        is_ours = waiting is not None and waiting.account_id == self._id
        by_time = account.otp.type is not OtpType.HOTP
        can_wait = self.pair is not None and moment(self.pair, Half.SECOND, account, now) is Moment.COMING
        self._waiting.setVisible(by_time)
        self.wait_button.setVisible(can_wait and not is_ours)
        self.wait_line.setVisible(is_ours or not can_wait)
        self.wait_line.setText(tr("Code 2 is valid now."))
        if self.cancel_button.hasFocus() and not is_ours:
            (self.wait_button if can_wait else self.rows[Half.SECOND].button).setFocus()
        self.cancel_button.setVisible(is_ours)
        if waiting is not None and is_ours:
            seconds = max(0, math.ceil(waiting.valid_from - now))
            self.wait_line.setText(tr("Code 2 goes to the clipboard in {seconds} s", seconds=seconds))

    def copy(self, half: Half) -> None:
        """Copy one of the two, and keep the pair until it has been entered."""
        account = self._account()
        if account is None:
            return
        pair = self._hold(account)
        which = which_to_copy(pair, half, account, self._context.clock.now())
        if which is not None:
            self._copy(which)

    def copy_current(self) -> None:
        """Copy the account's current code, which is one of the two."""
        account = self._account()
        if account is not None:
            self._hold(account)
            self._copy(Which.CURRENT)

    def note(self, copied: Copied) -> None:
        """Mark the half that went to the clipboard, by whatever way."""
        account = self._account()
        if account is None or self.pair is None or copied.account_id != self._id:
            return
        now = self._context.clock.now()
        if copied.which is Which.NEXT:
            half: Half | None = Half.SECOND
        else:
            if account.otp.type is OtpType.HOTP:  # its counter has advanced by now
                account = replace(account, counter=account.counter - 1)
            half = half_of_current(self.pair, account, now)
        if half is not None:
            self.pair = with_copied(self.pair, half)

    def _hold(self, account: Account) -> Pair:
        now = self._context.clock.now()
        pair = pair_now(self.pair, account, now)
        if half_of_current(pair, account, now) is None:  # HOTP, and both were given out
            pair = fresh_pair(account, now)
        self.pair = hold(pair)
        return self.pair

    def _copy(self, which: Which) -> None:
        """Copy; a copy of code 1 takes nothing from a code 2 that is waiting for its moment."""
        copying, waiting = self._context.copying, self._context.copying.waiting
        try:
            copying.copy(self._id, which)
            if (
                waiting is not None
                and waiting.account_id == self._id
                and self._context.clock.now() < waiting.valid_from
            ):
                copying.copy_when_valid(self._id)
        except AppError as error:
            self._context.notify.error(error)
        self._show_now()

    def _wait_for_second(self) -> None:
        account = self._account()
        if account is None:
            return
        self._hold(account)
        try:
            self._context.copying.copy_when_valid(self._id)
        except AppError as error:
            self._context.notify.error(error)
        self._show_now()
        self.cancel_button.setFocus()

    def _cancel(self) -> None:
        self._context.copying.cancel_waiting()
        if self.pair is not None and not self.pair.copied:
            self.pair = None
        self._show_now()
        self.wait_button.setFocus()

    def _show_now(self) -> None:
        account = self._account()
        if account is not None:
            self.show_at(account, self._context.clock.now())

    def _account(self) -> Account | None:
        store = self._context.session.store
        return store.get(self._id) if store is not None else None


def _when(pair: Pair, half: Half, account: Account, now: float) -> str:
    """When a half is valid, in a few words."""
    code = pair.code(half)
    stands = moment(pair, half, account, now)
    if account.otp.type is OtpType.HOTP:
        words = {Moment.NOW: tr("now"), Moment.COMING: tr("after code 1"), Moment.OVER: tr("given out")}
        return words[stands]
    if stands is Moment.COMING:
        return tr("valid in {seconds} s", seconds=max(1, math.ceil(code.valid_from - now)))
    if stands is Moment.NOW:
        return tr("now, for {seconds} s", seconds=code.seconds_left(now))
    return tr("the one before")
