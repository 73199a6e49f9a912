"""Toasts and refusals."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from warifu.core.errors import VaultUnwritable
from warifu.core.text import Text
from warifu.desktop import notify as module
from warifu.desktop import theme
from warifu.desktop.icon_painter import contrast
from warifu.desktop.notify import Notify
from warifu.desktop.widgets import IconButton

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qapp, qtbot):
    theme.apply(qapp, "light")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(440, 700)
    window.show()
    return window


def test_a_toast_goes_by_itself(qtbot, window, monkeypatch) -> None:
    monkeypatch.setattr(module, "SAID_FOR", 0.05)
    notify = Notify(window)
    notify.say("Copied GitHub")
    assert notify.text == "Copied GitHub"
    qtbot.waitUntil(lambda: notify.toast is None)


def test_the_last_word_counts(window) -> None:
    notify = Notify(window)
    notify.say("One")
    notify.say("Two")
    assert notify.text == "Two"
    assert len([toast for toast in window.findChildren(module.Toast) if toast.isVisible()]) == 1


def test_an_offer_is_taken_once(qtbot, window) -> None:
    taken: list[str] = []
    notify = Notify(window)
    notify.say("Deleted", "Undo", lambda: taken.append("undo"))
    qtbot.mouseClick(notify.toast.findChild(object, "toast_action"), LEFT)
    assert taken == ["undo"]
    assert notify.toast is None


def test_a_refusal_says_what_why_and_what_to_do_and_stays(qtbot, window) -> None:
    notify = Notify(window)
    path = "/<b>media</b>/stick"
    notify.error(VaultUnwritable("The disk is full.", Text("It is at {path}.", path=path), "Make room."))
    assert notify.text == f"The disk is full. It is at {path}. Make room."
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in notify.toast.findChildren(QLabel))
    assert not notify._timer.isActive()
    qtbot.mouseClick(notify.toast.findChild(IconButton), LEFT)
    assert notify.toast is None


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_sign_that_takes_a_refusal_away_can_be_seen(qapp, window, colours: str) -> None:
    theme.apply(qapp, colours)
    notify = Notify(window)
    notify.error(VaultUnwritable("The disk is full."))
    _ground, _edge, sign = notify.toast.findChild(IconButton).colours()
    assert contrast(sign, theme.current().urgent) >= 3


@pytest.mark.parametrize("width", [340, 440, 900])
def test_a_toast_stays_within_the_window_and_above_the_footer(window, width) -> None:
    notify = Notify(window)
    notify.lift = 38
    window.resize(width, 480)
    notify.error(VaultUnwritable("The vault could not be saved. " * 3, "The folder cannot be written. " * 4))
    inside = QRect(0, 0, width, 480 - 38)
    assert inside.contains(notify.toast.geometry())
    window.resize(340, 480)
    assert QRect(0, 0, 340, 480 - 38).contains(notify.toast.geometry())


def test_a_toast_makes_room_for_a_bar_that_comes_up_below_it(window) -> None:
    notify = Notify(window)
    notify.say("2 accounts added")
    bottom = notify.toast.geometry().bottom()
    notify.lift = 100
    assert notify.toast.geometry().bottom() == bottom - 100
