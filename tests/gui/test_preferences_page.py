"""Preferences take effect at once and are kept."""

from __future__ import annotations

import json
from operator import attrgetter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit

from warifu.desktop import i18n
from warifu.desktop.main_window import SMALLEST
from warifu.desktop.preferences.preferences_page import PreferencesPage
from warifu.settings import schema
from warifu.settings.file import Settings

LEFT = Qt.MouseButton.LeftButton
PASSWORD = "correct horse battery staple"


@pytest.fixture
def page(desk):
    return desk.open(PreferencesPage(desk.with_vault().context))


def choose(field: QComboBox, value) -> None:
    index = field.findData(value)
    assert index >= 0
    field.setCurrentIndex(index)
    field.activated.emit(index)


CHOICES = [
    ("language", schema.LANGUAGE),
    ("theme", schema.THEME),
    ("rows", schema.ROWS),
    ("sort", schema.SORT),
    ("show_next", schema.SHOW_NEXT_SECONDS),
    ("clipboard", schema.CLIPBOARD_SECONDS),
    ("locking.idle", schema.LOCK_IDLE_MINUTES),
]
SWITCHES = [
    ("hide_codes", schema.HIDE_CODES),
    ("minimise", schema.MINIMISE_AFTER_COPY),
    ("on_top", schema.ALWAYS_ON_TOP),
    ("to_tray", schema.CLOSE_TO_TRAY),
    ("locking.with_screen", schema.LOCK_ON_SCREEN_LOCK),
    ("locking.sleep", schema.LOCK_ON_SLEEP),
    ("locking.user", schema.LOCK_ON_USER_SWITCH),
    ("locking.minimise", schema.LOCK_ON_MINIMISE),
    ("privacy.unfocused", schema.HIDE_UNFOCUSED),
]


@pytest.mark.parametrize(("name", "setting"), CHOICES)
def test_every_choice_is_a_value_that_is_kept(desk, page, name, setting) -> None:
    field = attrgetter(name)(page).field
    assert field.currentData() == desk.settings.get(setting)
    for value in [field.itemData(index) for index in range(field.count())]:
        choose(field, value)
        assert Settings(desk.profile.settings).get(setting) == value


@pytest.mark.parametrize(("name", "setting"), SWITCHES)
def test_every_switch_goes_on_and_off(desk, page, name, setting) -> None:
    field, before = attrgetter(name)(page).field, desk.settings.get(setting)
    for expected in (not before, before):
        desk.qtbot.keyClick(field, Qt.Key.Key_Space)
        assert Settings(desk.profile.settings).get(setting) is expected


def test_a_number_that_is_not_on_the_list_is_shown_and_kept(desk) -> None:
    desk.with_vault()
    desk.settings.set(schema.CLIPBOARD_SECONDS, 47)
    page = desk.open(PreferencesPage(desk.context))
    assert page.clipboard.field.currentData() == 47
    assert json.loads(desk.profile.settings.read_text())["clipboard_seconds"] == 47


def test_every_field_has_a_name_and_the_keyboard_reaches_it(desk, page) -> None:
    fields = [w for kind in (QAbstractButton, QComboBox, QLabel, QLineEdit) for w in page.findChildren(kind)]
    reachable = [
        w for w in fields if w.isVisible() and w.isEnabled() and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert all(w.accessibleName() or w.text() for w in reachable)
    page.back.setFocus()
    seen = []
    while (focused := desk.host.focusWidget()) not in seen:
        seen.append(focused)
        desk.qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert set(reachable) <= set(seen)


def test_the_password_is_changed_here_with_the_keyboard_alone(desk, page) -> None:
    page.change.setFocus()
    desk.qtbot.keyClick(page.change, Qt.Key.Key_Space)
    assert desk.host.focusWidget() is page.form.old
    desk.qtbot.keyClicks(page.form.old, PASSWORD)
    for field in (page.form.new.first, page.form.new.again):
        desk.qtbot.keyClicks(field, "a wholly different sentence")
    desk.advance(0.3)
    desk.qtbot.keyClick(page.form.new.again, Qt.Key.Key_Return)
    assert page.form is None
    assert "changed" in desk.notify.text
    desk.session.lock()
    refused: list = []
    desk.session.unlock("a wholly different sentence", lambda: None, refused.append)
    assert not refused


def test_escape_closes_the_password_form_first(desk, page) -> None:
    desk.qtbot.mouseClick(page.change, LEFT)
    desk.qtbot.keyClick(page.form.old, Qt.Key.Key_Escape)
    assert page.form is None
    assert desk.nav.went == []
    desk.qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert desk.nav.went == [("back",)]


def test_where_the_vault_lies(desk, page) -> None:
    assert page.path.toolTip() == str(desk.profile.vault)


def test_a_setting_that_cannot_be_kept_is_told_and_holds_for_now(desk, page) -> None:
    desk.profile.settings.unlink(missing_ok=True)
    desk.profile.settings.mkdir()
    desk.qtbot.keyClick(page.hide_codes.field, Qt.Key.Key_Space)
    assert desk.settings.get(schema.HIDE_CODES) is True
    assert desk.notify.text


@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_sentence_is_cut_in_the_narrowest_window(desk, qapp, language: str) -> None:
    i18n.install(qapp, language)
    try:
        page = PreferencesPage(desk.with_vault().context)
    finally:
        i18n.install(qapp, "en")
    desk.host.resize(SMALLEST)
    desk.open(page)
    labels = [label for label in page.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    assert len(labels) > len(CHOICES) + len(SWITCHES)

    def is_whole(label: QLabel) -> bool:
        return label.height() >= label.heightForWidth(label.width())

    desk.qtbot.waitUntil(lambda: all(map(is_whole, labels)))
