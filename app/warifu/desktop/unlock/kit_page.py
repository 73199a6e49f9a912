"""Making a recovery code: what it is for, the code, shown once, and the proof that it was written down."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from warifu.core.errors import AppError
from warifu.desktop.frame import flush_left
from warifu.desktop.i18n import tr
from warifu.desktop.theme import current
from warifu.desktop.unlock.code_entry import CodeEntry
from warifu.desktop.unlock.code_groups import CodeGroups
from warifu.desktop.unlock.titled_page import TitledPage
from warifu.desktop.widgets import LinkButton, Muted, PrimaryButton, QuietButton
from warifu.desktop.wording import long_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.desktop.compose import Context
    from warifu.desktop.unlock.kit_sheet import Sheet
    from warifu.vault.recovery_code import RecoveryCode

_WHY, _CODE, _PROOF = range(3)


class KitPage(TitledPage):
    """Three steps on one page. The code is forgotten when the page is left, confirmed or not."""

    def __init__(self, context: Context, *, first: bool = False) -> None:
        super().__init__(context, tr("Recovery code"))
        self._code: RecoveryCode | None = None
        self.later = QuietButton(tr("Not now") if first else tr("Cancel"))
        self.next = PrimaryButton()
        self.groups = CodeGroups()
        self.print = QuietButton(tr("Print…"))
        self.save = QuietButton(tr("Save as PDF…"))
        self.entry = CodeEntry()
        self.again = LinkButton(tr("Show the code again"))
        self._steps = QStackedLayout()
        self.body.addLayout(self._steps)  # before it is filled, or its first step is shown as a window
        for step in (self._why(), self._shown_code(), self._proof()):
            self._steps.addWidget(step)
        self.body.addStretch(1)
        self.foot(self.later, self.next)
        self.back.setVisible(not first)
        self.later.clicked.connect(self.leave)
        self.next.clicked.connect(self.accept)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.again.clicked.connect(partial(self._go_to, _CODE))
        self._go_to(_WHY)

    @property
    def undisturbed(self) -> bool:
        """The code would be gone when another page covers this one."""
        return self._code is not None

    def _why(self) -> QWidget:
        return _step(
            Muted(
                tr(
                    "If you forget the password, nobody can reset it. A recovery code opens the vault and "
                    "its backups all the same, and lets you set a new password."
                )
            ),
            Muted(
                tr(
                    "It is shown once. Have a pen and paper or a printer ready, and nobody looking at "
                    "the screen."
                )
            ),
        )

    def _shown_code(self) -> QWidget:
        buttons = QHBoxLayout()
        buttons.addWidget(self.print)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        return _step(
            Muted(tr("Write down the W and the six groups, or print the page with instructions.")),
            self.groups,
            buttons,
            Muted(
                tr(
                    "Keep it apart from this PC. Whoever has it and a copy of the vault opens it, so a "
                    "printed page is better than a file. Warifu never puts the code on the clipboard."
                ),
                role="small",
            ),
        )

    def _proof(self) -> QWidget:
        return _step(
            Muted(tr("Type the code from your paper, to be sure that every character is right.")),
            self.entry,
            flush_left(self.again),
        )

    def _go_to(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self.next.setText((tr("Show the code"), tr("I have it on paper"), tr("Confirm"))[step])
        self.next.setEnabled(True)
        if step != _WHY:
            self.later.setText(tr("Later"))
        (self.entry if step == _PROOF else self.next).setFocus()
        self.scroller.verticalScrollBar().setValue(0)

    def shown(self) -> None:
        """Put the keyboard on what comes next."""
        self._go_to(self._steps.currentIndex())

    def closed(self) -> None:
        """Forget the code."""
        super().closed()
        self._forget()

    def _forget(self) -> None:
        self.groups.forget()
        self.entry.forget()
        if self._code is not None:
            self._code.forget()
            self._code = None

    def accept(self) -> None:
        """Go on to the next step."""
        step = self._steps.currentIndex()
        if not self.next.isEnabled():
            return
        if step == _WHY:
            self._make()
        elif step == _CODE:
            self._go_to(_PROOF)
        elif self.entry.text().strip():
            self.next.setEnabled(False)
            self.entry.wait(tr("Looking whether it opens the vault…"))
            self._context.session.ways.confirm_code(self.entry.text(), self._confirmed, self._mistaken)

    def _make(self) -> None:
        from warifu.vault import recovery_code

        self._code = recovery_code.new()
        self.next.setEnabled(False)
        self._context.session.ways.add_code(self._code, self._made, self._failed)

    def _made(self) -> None:
        if self._code is not None:
            self.groups.show_groups(self._code.groups())
            self._go_to(_CODE)

    def _failed(self, error: AppError) -> None:
        self._forget()
        if not self.over:
            self.next.setEnabled(True)
        self._context.notify.error(error)

    def _confirmed(self) -> None:
        if not self.over:
            self._context.nav.back()
        self._context.notify.say(tr("The recovery code is confirmed. Keep it well."))

    def _mistaken(self, error: AppError) -> None:
        if not self.over:
            self.next.setEnabled(True)
            self.entry.refuse(error)

    def _sheet(self) -> Sheet:
        from warifu.desktop.unlock.kit_sheet import Sheet
        from warifu.vault.look import look_at_beginning

        path = self._context.session.vault_path
        groups = self._code.groups() if self._code is not None else ()
        made = long_day(self._context.clock.now())
        return Sheet(groups, path.name, look_at_beginning(path).vault_id, made)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from warifu.desktop.paper import page_size
        from warifu.desktop.unlock.kit_sheet import print_sheet

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(page_size())
        printer.setDocName("Warifu")
        dialog = QPrintDialog(printer, self)
        if dialog.exec() != QPrintDialog.DialogCode.Accepted:
            return
        if printer.outputFileName():  # the printer that writes files; Qt would let everybody read them
            self.save_to(Path(printer.outputFileName()))
        else:
            self._try(lambda: print_sheet(self._sheet(), printer), tr("The page was given to the printer."))

    def _save(self) -> None:
        chosen, _filter = QFileDialog.getSaveFileName(
            self,
            tr("Save the recovery kit"),
            str(Path.home() / (tr("Warifu recovery kit") + ".pdf")),
            tr("PDF files (*.pdf)"),
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the page as a PDF there."""
        from warifu.desktop.paper import page_size
        from warifu.desktop.unlock.kit_sheet import write_pdf

        path = path if path.suffix else path.with_suffix(".pdf")
        done = tr("Saved. A file on this PC is lost with it: print it, or put it on a stick.")
        self._try(lambda: write_pdf(self._sheet(), path, page_size()), done)

    def _try(self, what: Callable[[], None], done: str) -> None:
        try:
            what()
        except AppError as problem:
            self._context.notify.error(problem)
        else:
            self._context.notify.say(done)


def _step(*parts: object) -> QWidget:
    held = QWidget()
    rows = QVBoxLayout(held)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(current().space_m)
    for part in parts:
        if isinstance(part, QWidget):
            rows.addWidget(part)
        else:
            rows.addLayout(part)  # type: ignore[arg-type]
    rows.addStretch(1)
    return held
