"""Adding an account from what was pasted, and changing one that exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from warifu.core.account import Icon
from warifu.core.errors import AppError
from warifu.core.intake import Intake, recognise
from warifu.desktop.accounts.actions import Actions
from warifu.desktop.editor.draft import (
    Draft,
    built,
    draft_of,
    is_several,
    missing,
    pasted,
    replaced,
    suggested,
    typed,
)
from warifu.desktop.editor.form import Form
from warifu.desktop.editor.notices import Notices
from warifu.desktop.editor.preview import Preview
from warifu.desktop.editor.saving import save_changes, save_many, save_new
from warifu.desktop.editor.secret_row import SecretRow
from warifu.desktop.editor.several import Several, said_problem
from warifu.desktop.editor.source import Source
from warifu.desktop.frame import Page
from warifu.desktop.i18n import shown, tr, tr_n
from warifu.desktop.theme import current
from warifu.desktop.widgets import (
    Heading,
    Muted,
    PrimaryButton,
    QuietButton,
)
from warifu.services.scanning import Gathering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account
    from warifu.desktop.compose import Context


class EditorPage(Page):
    """The form, the code it gives now, and Save. With an ``account_id`` it changes that account."""

    def __init__(self, context: Context, account_id: str | None = None, text: str = "") -> None:
        super().__init__()
        self._context = context
        store = context.session.store
        self._before = store.get(account_id) if store is not None and account_id is not None else None
        self._draft = draft_of(self._before) if self._before is not None else Draft()
        self._intake: Intake | None = None
        self._gathering = Gathering()
        self._make_parts()
        self._lay_out()
        self._connect()
        if text:
            self.source.paste.set_text(text)
        self._show_draft()

    @property
    def draft(self) -> Draft:
        """The form as it is."""
        return self._draft

    @property
    def footer_height(self) -> int:
        """Toasts leave the buttons free."""
        return self.bar.sizeHint().height()

    @property
    def takes_texts(self) -> bool:
        """Whether there is room for a secret: on a new account, or where one is being replaced."""
        return not self.source.isHidden()

    @property
    def unsaved(self) -> bool:
        """Whether leaving the page would lose something that was entered."""
        return self._draft != (draft_of(self._before) if self._before is not None else Draft())

    def _make_parts(self) -> None:
        new = self._before is None
        store = self._context.session.store
        tags = {tag for account in (store.accounts() if store else ()) for tag in account.tags}
        self.heading = Heading(tr("Add account") if new else tr("Edit account"))
        self.source = Source(self._context)
        self.secret = SecretRow(self._before.otp.secret) if self._before is not None else None
        self.notices = Notices()
        self.several = Several()
        self.form = Form(self._context, tags)
        self.preview = Preview()
        self.promise = Muted(
            tr("The code it gives now. AWS asks for two in a row: both are on the next page."), role="small"
        )
        self.reason = Muted(role="small")
        self.trash = QuietButton(tr("Move to the trash"))
        self.cancel = QuietButton(tr("Cancel"))
        self.save = PrimaryButton(tr("Save"))

    def _lay_out(self) -> None:
        look = current()
        new = self._before is None
        self.body.addWidget(self.heading)
        if new:
            sentence = tr("Paste the secret key or link the site gives you, or scan its QR code.")
            self.body.addWidget(Muted(sentence))
            self.body.addSpacing(look.space_s)
        if self.secret is not None:
            self.body.addWidget(self.secret)
        for widget in (self.source, self.notices, self.several, self.form):
            self.body.addWidget(widget)
        self.body.addSpacing(look.space_xs)
        self.body.addWidget(self.preview)
        self.body.addWidget(self.promise)
        self.body.addStretch(1)
        self.source.setVisible(new)
        self.source.other_app.setVisible(new)
        reason = QHBoxLayout()
        reason.setContentsMargins(look.page_margin, look.space_xs, look.page_margin, 0)
        reason.addWidget(self.reason)
        self.layout().insertLayout(1, reason)  # type: ignore[union-attr]
        self.bar.addWidget(self.trash)
        self.trash.setVisible(not new)
        self.bar.addStretch(1)
        self.bar.addWidget(self.cancel)
        self.bar.addWidget(self.save)

    def _connect(self) -> None:
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.activated.connect(self.source.scanner.paste)  # where no field has the keyboard
        self.source.edited.connect(self._read)
        self.source.taken.connect(self.form.title.setFocus)
        self.form.edited.connect(self._typed)
        self.several.chosen_changed.connect(self._show_buttons)
        self.notices.open_wanted.connect(self._open_existing)
        self.cancel.clicked.connect(self.leave)
        self.save.clicked.connect(self.accept)
        self.trash.clicked.connect(self._trash)
        if self.secret is not None:
            self.secret.replace_wanted.connect(self._replace_secret)
        self._context.ticker.watch(self.preview, self.preview.tick)

    def shown(self) -> None:
        """Offer what the clipboard holds, and put the keyboard where work begins."""
        self.source.begin()
        if self._before is None and not self._many and not self.source.paste.text():
            self.source.setFocus()
        else:
            self._focus_found()

    def hidden(self) -> None:
        """Keep no secret on a page that nobody sees."""
        if self.secret is not None:
            self.secret.conceal()

    def closed(self) -> None:
        """End the process that looked at pictures: it has seen secrets."""
        if self._context.parts.made("pictures"):
            self._context.pictures.close()

    def take(self, untrusted_texts: Sequence[str]) -> None:
        """Take what was read from codes, besides what is here already; one account fills the form as pasting
        does.
        """
        alone = len(untrusted_texts) == 1 and not self._gathering.intake.accounts
        if alone:
            self.source.paste.set_text(untrusted_texts[0])
        if not alone or self._many:
            self._gathering.add(untrusted_texts)
            self.source.paste.set_quietly("")
            self._show_intake(self._gathering.intake)
        self._focus_found()

    def continues(self, untrusted_text: str) -> bool:
        """Whether a text is a part of a transfer that is being taken in here."""
        return self._gathering.continues(untrusted_text)

    def _focus_found(self) -> None:
        (self.several.list if self._many else self.form.title).setFocus()

    def _replace_secret(self) -> None:
        self.source.show()
        self.source.begin()
        self.source.setFocus()

    def _read(self, untrusted_text: str) -> None:
        """Take what the field holds in place of all that was there."""
        intake = recognise(untrusted_text)
        self._gathering = Gathering()
        if intake.accounts:
            self._gathering.add((untrusted_text,))
        self._show_intake(intake)

    def _show_intake(self, intake: Intake) -> None:
        self._intake = intake
        if self._before is not None:
            self._draft = replaced(self._draft, self._before, self._intake)
        else:
            self._draft = pasted(self._draft, self._intake)
            if is_several(self._intake):
                self.several.show_intake(self._intake, self._twin_of, self._gathering.transfers)
        self._suggest_icon()
        self._show_draft()

    def _typed(self, values: dict[str, object]) -> None:
        self._draft = typed(self._draft, **values)
        if values.keys() & {"title", "issuer"}:
            self._suggest_icon()
        self._show_draft()

    def _suggest_icon(self) -> None:
        from warifu.icons.match import suggest

        slug = suggest(self._context.catalogue, self._draft.title, self._draft.issuer)
        self._draft = suggested(self._draft, Icon(brand=slug))

    @property
    def _many(self) -> bool:
        return self._before is None and self._intake is not None and is_several(self._intake)

    def _show_draft(self) -> None:
        draft = self._draft
        account = built(draft)
        self.source.problem.show_error(said_problem(draft.problem) if draft.problem is not None else "")
        self.several.setVisible(self._many)
        self.form.setVisible(not self._many)
        self.form.show_draft(draft)
        self.form.show_icon(draft.icon, draft.title)
        self.notices.show_secret(draft.secret, self._twin_of(account) if account is not None else None)
        self.preview.show_account(account, self._context.clock.now())
        self.promise.setVisible(account is not None and self._before is None)
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen = len(self.several.chosen()) if self._many else 0
        reason = None if self._many else missing(self._draft)
        self.save.setEnabled(chosen > 0 if self._many else reason is None)
        said = "" if reason is None or self._draft.problem is not None else shown(reason)
        self.reason.setText(tr("Tick at least one account.") if self._many and not chosen else said)
        self.reason.setVisible(bool(self.reason.text()))
        self.save.setToolTip(
            "" if self.save.isEnabled() else self.reason.text() or self.source.problem.text()
        )
        if self._many:
            self.save.setText(tr_n(chosen, "Save {n} account", "Save {n} accounts"))
        else:
            self.save.setText(tr("Save anyway") if self.notices.has_twin else tr("Save"))
        self.save.updateGeometry()

    def _twin_of(self, account: Account) -> Account | None:
        """Another account with the same secret, except when the secret was there before this edit."""
        store = self._context.session.store
        if store is None or (self._before is not None and self._before.otp.secret == account.otp.secret):
            return None
        return next((twin for twin in store.twins(account.otp)), None)

    def accept(self) -> None:
        """Save."""
        if not self.save.isEnabled():
            return
        try:
            if self._many:
                save_many(self._context, self.several.chosen())
            elif self._before is not None:
                save_changes(self._context, self._draft, self._before)
            else:
                save_new(self._context, self._draft)
        except AppError as error:
            self._context.notify.error(error)

    def _open_existing(self, account_id: str) -> None:
        nav = self._context.nav
        nav.back()
        nav.open_account(account_id)

    def _trash(self) -> None:
        store, before = self._context.session.store, self._before
        if store is None or before is None:
            return
        Actions(self._context).delete(before)
        now = store.get(before.id)
        if now is None or now.trashed:
            self._context.nav.open_list()

    def leave(self) -> None:
        """Go back without saving."""
        self._context.nav.back()
