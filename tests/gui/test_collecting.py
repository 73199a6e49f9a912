"""Garbage of the window dies on the window's thread, whatever other threads are doing."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QTimer

from warifu.desktop.collecting import collect_if_due
from warifu.desktop.tasks import QtTasks
from warifu.services.ports import Lane


class Ring:
    """Something that only the collector can free, with a timer that runs."""

    def __init__(self) -> None:
        self.me = self
        self.timer = QTimer()
        self.timer.start(60_000)


def test_what_the_window_left_is_collected_on_its_own_thread(qtbot) -> None:
    gc.collect()
    where: list[int] = []
    weakref.finalize(Ring(), lambda: where.append(threading.get_ident()))
    tasks = QtTasks()
    ended: list[int] = []
    tasks.run(lambda: len([[] for _ in range(200_000)]), ended.append, ended.append, Lane.POOL)
    qtbot.waitUntil(lambda: bool(ended))
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]
    collect_if_due()
    assert where == [threading.get_ident()]
    assert kept
    tasks.close()
