"""Seconds are counted while they are seen, also after a window has been away."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from warifu.core.clock import SystemClock
from warifu.desktop.ticker import Ticker


class Covered(QWidget):
    """A widget with a child that paints nothing of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.child = QWidget()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.child)


@pytest.fixture
def watched(qtbot):
    window = Covered()
    qtbot.addWidget(window)
    window.resize(200, 200)
    ticker = Ticker(SystemClock())
    ticks: list[float] = []
    ticker.watch(window.child, ticks.append)
    yield window, ticker, ticks
    ticker.unwatch(window.child)


def test_it_rests_until_the_window_is_shown_and_when_it_is_hidden(qtbot, watched) -> None:
    window, ticker, ticks = watched
    assert not ticker.running
    window.show()
    qtbot.waitUntil(lambda: len(ticks) >= 2, timeout=5000)
    window.hide()
    assert not ticker.running


def test_it_goes_on_at_once_when_a_minimised_window_comes_back(qtbot, watched) -> None:
    window, ticker, ticks = watched
    window.show()
    qtbot.waitUntil(lambda: bool(ticks), timeout=5000)
    window.showMinimized()
    qtbot.waitUntil(lambda: not ticker.running, timeout=5000)
    before = len(ticks)
    window.showNormal()
    qtbot.waitUntil(lambda: len(ticks) > before, timeout=700)
    qtbot.waitUntil(lambda: ticker.running, timeout=700)
