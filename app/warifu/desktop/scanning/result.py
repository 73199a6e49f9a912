"""What was read, below the picture: the account with its live code, or how many, and what else was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.core.account import Icon
from warifu.core.intake import Intake
from warifu.desktop.accounts.face import subtitle_of, title_of
from warifu.desktop.editor.draft import Draft, built, pasted, suggested
from warifu.desktop.editor.preview import Preview
from warifu.desktop.i18n import shown, tr, tr_n
from warifu.desktop.theme import current
from warifu.desktop.widgets import Caption, Card, Muted, announce
from warifu.icons.match import suggest

if TYPE_CHECKING:
    from warifu.core.account import Account
    from warifu.desktop.compose import Context
    from warifu.desktop.scanning.reading import Reading


class Result(QWidget):
    """Keeps its room while it is empty, so that nothing moves when a code is read."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._said = ""
        look = current()
        self.preview = Preview()
        self.many = Card()
        self.count = Caption()
        self.parts = Muted(role="small")
        self.remark = Muted(role="small")
        inside = QVBoxLayout(self.many)
        inside.setContentsMargins(look.space_m, look.space_m, look.space_m, look.space_m)
        inside.setSpacing(2)
        inside.addWidget(self.count)
        inside.addWidget(self.parts)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(look.space_s)
        for widget in (self.preview, self.many, self.remark):
            rows.addWidget(widget)
        rows.addStretch(1)
        kept = self.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.setSizePolicy(kept)
        line = self.remark.fontMetrics().height()
        self.setMinimumHeight(look.tile_normal + 2 * look.space_m + look.space_s + line)
        self.preview.hide()
        self.many.hide()
        context.ticker.watch(self.preview, self.preview.tick)

    def show_reading(self, reading: Reading) -> None:
        """Show it, and have news read out."""
        intake = reading.intake
        one = len(intake.accounts) == 1 and reading.parts[1] <= 1
        account = self._as_saved(intake.accounts[0]) if one else None
        self.preview.show_account(account, self._context.clock.now())
        self._show_many(reading, visible=bool(intake.accounts) and not one)
        self.remark.setText(self._remark(reading))
        self.remark.setVisible(bool(self.remark.text()))
        news = self._news(reading, account)
        if news and news != self._said:
            announce(self, news)
        self._said = news

    def _as_saved(self, account: Account) -> Account | None:
        """The account with its icon, as the editor will show it."""
        draft = pasted(Draft(), Intake((account,)))
        slug = suggest(self._context.catalogue, draft.title, draft.issuer)
        return built(suggested(draft, Icon(brand=slug)))

    def _show_many(self, reading: Reading, *, visible: bool) -> None:
        self.many.setVisible(visible)
        count = len(reading.intake.accounts)
        self.count.setText(tr_n(count, "{n} account read", "{n} accounts read"))
        self.parts.setText(_parts(reading) or tr("Which of them are added is asked next."))

    def _remark(self, reading: Reading) -> str:
        if reading.problem is not None:
            return shown(reading.problem.title)
        return "" if reading.texts else tr("Looking for a code…")

    def _news(self, reading: Reading, account: Account | None) -> str:
        if reading.problem is not None:
            return shown(reading.problem.title)
        if account is not None:
            words = ", ".join(part for part in (title_of(account), subtitle_of(account)) if part)
            return tr("Read: {account}. Press Enter to continue.", account=words)
        if not reading.texts:
            return ""
        return f"{self.count.text()}. {self.parts.text()}"


def _parts(reading: Reading) -> str:
    """How far the codes of a transfer are read; nothing where there is none."""
    read, size = reading.parts
    if size <= 1:
        return ""
    if read < size:
        return tr(
            "{read} of {size} codes read. Show the next one, or continue with these.", read=read, size=size
        )
    return tr("All {size} codes of the transfer are read.", size=size)
