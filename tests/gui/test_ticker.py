"""One wake-up a second while something is to be seen, none otherwise."""

from __future__ import annotations

import time

import pytest
from PySide6.QtWidgets import QWidget

from warifu.core.clock import SystemClock
from warifu.desktop.ticker import Ticker


@pytest.fixture
def shown(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def test_it_ticks_just_after_the_full_second(qtbot, shown) -> None:
    ticks: list[float] = []
    ticker = Ticker(SystemClock())
    ticker.watch(shown, ticks.append)
    qtbot.waitUntil(lambda: len(ticks) >= 2, timeout=5000)
    assert int(ticks[1]) - int(ticks[0]) in (1, 2)
    assert abs(ticks[0] - time.time()) < 10
    ticker.unwatch(shown)


def test_nothing_wakes_while_nothing_is_seen(qtbot, shown) -> None:
    ticker = Ticker(SystemClock())
    ticker.watch(shown, lambda _now: None)
    assert ticker.running
    shown.hide()
    assert not ticker.running
    shown.show()
    qtbot.waitUntil(lambda: ticker.running)
    shown.showMinimized()
    qtbot.waitUntil(lambda: not ticker.running, timeout=5000)
    shown.showNormal()
    qtbot.waitUntil(lambda: ticker.running)


def test_a_destroyed_watcher_is_forgotten(qtbot) -> None:
    widget = QWidget()
    with qtbot.waitExposed(widget):
        widget.show()
    ticker = Ticker(SystemClock())
    ticker.watch(widget, lambda _now: None)
    widget.deleteLater()
    qtbot.waitUntil(lambda: not ticker.running, timeout=5000)


def test_a_page_that_is_covered_does_not_tick(qtbot, shown) -> None:
    ticks: list[float] = []
    child = QWidget(shown)
    ticker = Ticker(SystemClock())
    ticker.watch(child, ticks.append)
    child.show()
    assert ticker.running
    child.hide()
    assert not ticker.running
