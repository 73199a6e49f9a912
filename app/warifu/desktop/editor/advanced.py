"""How a code is made: type, algorithm, digits, period, counter, PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from warifu.core.account import Algorithm, OtpType
from warifu.desktop.editor.draft import FIXED, NEEDS_PIN
from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.theme import current
from warifu.desktop.widgets import ChoiceField, FieldLabel, PasswordField, TextField

if TYPE_CHECKING:
    from warifu.desktop.editor.draft import Draft

LONGEST_PERIOD = 86_400  # seconds
DIGITS = range(5, 11)
HASHES = {
    Algorithm.SHA1: "SHA-1",
    Algorithm.SHA256: "SHA-256",
    Algorithm.SHA512: "SHA-512",
    Algorithm.MD5: "MD5",
}


def type_names() -> dict[OtpType, str]:
    """What each type is called."""
    return {
        OtpType.TOTP: tr("By time (TOTP)"),
        OtpType.HOTP: tr("By counter (HOTP)"),
        OtpType.STEAM: "Steam",
        OtpType.MOTP: "mOTP",
        OtpType.YANDEX: "Yandex",
    }


def summary(draft: Draft) -> str:
    """The parameters in one line, as "6 digits · 30 s · SHA-1"."""
    name = () if draft.type in (OtpType.TOTP, OtpType.HOTP) else (type_names()[draft.type],)
    length = tr_n(draft.digits, "{n} digit", "{n} digits")
    if draft.type in (OtpType.STEAM, OtpType.YANDEX):
        length = tr_n(draft.digits, "{n} letter", "{n} letters")
    by_counter = draft.type is OtpType.HOTP
    beat = tr("counter {n}", n=draft.counter) if by_counter else tr("{n} s", n=draft.period)
    return " · ".join((*name, length, beat, HASHES[draft.algorithm]))


class Advanced(QWidget):
    """The fields; ``edited`` carries the one that the person has changed."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.type = ChoiceField()
        self.algorithm = ChoiceField()
        self.digits = ChoiceField()
        self.period = TextField()
        self.counter = TextField()
        self.pin = PasswordField()
        self._cells: dict[QWidget, QWidget] = {}
        self._fill()
        self._lay_out()
        self._connect()

    def _fill(self) -> None:
        for kind, name in type_names().items():
            self.type.addItem(name, kind)
        for algorithm, name in HASHES.items():
            if algorithm is not Algorithm.MD5:
                self.algorithm.addItem(name, algorithm)
        for count in DIGITS:
            self.digits.addItem(str(count), count)
        self.period.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{1,5}"), self))
        self.counter.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{1,18}"), self))

    def _lay_out(self) -> None:
        look = current()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.space_m)
        grid.setVerticalSpacing(look.space_s)
        names = (
            (self.type, tr("Type")),
            (self.algorithm, tr("Algorithm")),
            (self.digits, tr("Digits")),
            (self.period, tr("Period in seconds")),
            (self.counter, tr("Counter")),
            (self.pin, tr("PIN")),
        )
        places = ((0, 0), (0, 1), (1, 0), (1, 1), (1, 1), (2, 0))
        for (field, name), (row, column) in zip(names, places, strict=True):
            cell = QWidget()
            rows = QVBoxLayout(cell)
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(look.space_xs)
            rows.addWidget(FieldLabel(name, field))
            rows.addWidget(field)
            self._cells[field] = cell
            grid.addWidget(cell, row, column)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        self.type.activated.connect(lambda: self.edited.emit({"type": OtpType(self.type.currentData())}))
        self.algorithm.activated.connect(
            lambda: self.edited.emit({"algorithm": Algorithm(self.algorithm.currentData())})
        )
        self.digits.activated.connect(lambda: self.edited.emit({"digits": int(self.digits.currentData())}))
        self.period.textEdited.connect(lambda text: self._number("period", text, 1, LONGEST_PERIOD))
        self.counter.textEdited.connect(lambda text: self._number("counter", text, 0, 2**63 - 1))
        self.pin.textEdited.connect(lambda text: self.edited.emit({"pin": text}))

    def _number(self, name: str, text: str, low: int, high: int) -> None:
        """Pass on a number that can be meant; half-typed ones wait."""
        if text.isdecimal() and low <= int(text) <= high:
            self.edited.emit({name: int(text)})

    def show_draft(self, draft: Draft) -> None:
        """Show the parameters, and only the fields that the type asks for."""
        self.type.setCurrentIndex(self.type.findData(draft.type))
        self.algorithm.setCurrentIndex(self.algorithm.findData(draft.algorithm))
        self.digits.setCurrentIndex(self.digits.findData(draft.digits))
        for field, value in (
            (self.period, str(draft.period)),
            (self.counter, str(draft.counter)),
            (self.pin, draft.pin),
        ):
            if field.text() != value and not field.hasFocus():
                field.setText(value)
        free = draft.type not in FIXED
        by_counter = draft.type is OtpType.HOTP
        self._cells[self.algorithm].setVisible(free)
        self._cells[self.digits].setVisible(free)
        self._cells[self.period].setVisible(free and not by_counter)
        self._cells[self.counter].setVisible(by_counter)
        self._cells[self.pin].setVisible(draft.type in NEEDS_PIN)
