"""The tray's words follow the language of the settings, as the window's do."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from warifu.desktop import i18n
from warifu.desktop.tray import Tray
from warifu.desktop.widgets.buttons import LinkButton
from warifu.settings import schema


@pytest.fixture
def tray(desk, qapp):
    desk.with_vault()
    desk.settings.subscribe(lambda _setting: i18n.install(qapp, desk.settings.get(schema.LANGUAGE)))
    tray = Tray(desk.context, desk.host)
    tray.begin()
    tray._add_icon()  # there is no tray offscreen
    yield tray
    tray.end()
    i18n.install(qapp, "en")


def said(widget: QWidget) -> list[str]:
    return [link.text() for link in widget.findChildren(LinkButton)]


@pytest.mark.qt_log_ignore("This plugin does not support", "systemTrayWindowChanged")
def test_another_language_reaches_tip_menu_and_panel(tray, desk) -> None:
    tray._open_panel()
    assert "Lock" in said(tray.panel)
    tray.panel.hide()
    desk.settings.set(schema.LANGUAGE, "ja")
    assert "ロック" in [action.text() for action in tray.menu.actions()]
    assert "Lock" not in [action.text() for action in tray.menu.actions()]
    tray._open_panel()
    assert "ロック" in said(tray.panel)
    desk.session.lock()
    assert "(locked)" not in tray.icon.toolTip()
