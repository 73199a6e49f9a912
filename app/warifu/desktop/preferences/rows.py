"""One line per setting: its sentence on the left, its value on the right, applied at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from warifu.desktop.theme import current, font
from warifu.desktop.widgets import Caption, Card, ChoiceField, Line, Switch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from warifu.settings.file import Settings
    from warifu.settings.schema import Setting


class Group(Card):
    """A card with a name and lines."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = current()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(look.space_l, look.space_m, look.space_l, look.space_s)
        self._rows.setSpacing(look.space_s)
        self._rows.addWidget(Caption(name))

    def add(self, widget: QWidget) -> None:
        """Put a line below the others, under a rule."""
        self._rows.addWidget(Line())
        self._rows.addWidget(widget)


class SettingRow(QWidget):
    """A sentence and the field for its value. ``field`` is what takes the keyboard."""

    def __init__(self, sentence: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        label = QLabel(sentence)
        label.setFont(font("body"))
        label.setWordWrap(True)
        label.setBuddy(field)
        policy = label.sizePolicy()  # which lets the height go with the width
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        label.setSizePolicy(policy)
        field.setAccessibleName(sentence)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current().space_m)
        row.addWidget(label, 1)
        row.addWidget(field)


def switch_row(settings: Settings, setting: Setting[bool], sentence: str) -> SettingRow:
    """A line for a setting that is on or off."""
    switch = Switch()
    switch.setFixedWidth(44)
    switch.setChecked(settings.get(setting))
    switch.toggled.connect(lambda on: settings.set(setting, on))
    return SettingRow(sentence, switch)


def choice_row(
    settings: Settings, setting: Setting[Any], sentence: str, names: Mapping[Any, str]
) -> SettingRow:
    """A line for one of several values; a value that has no name, as from a file, is shown as it is."""
    field = ChoiceField()
    value = settings.get(setting)
    for choice, name in names.items():
        field.addItem(name, choice)
    if value not in names:
        field.addItem(str(value), value)
    field.setCurrentIndex(field.findData(value))
    field.activated.connect(lambda _index: settings.set(setting, field.currentData()))
    return SettingRow(sentence, field)
