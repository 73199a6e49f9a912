"""The ways off the main thread and back, and calls after a while."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from warifu.desktop.collecting import collect_if_due
from warifu.services.ports import Lane

if TYPE_CHECKING:
    from collections.abc import Callable
    from queue import SimpleQueue

    from warifu.services.ports import Timer

T = TypeVar("T")
_THREADS = {Lane.VAULT: 1, Lane.POOL: 3}
_LONGEST = 2_000_000.0  # seconds; QTimer counts milliseconds in 32 bits


class QtTasks(QObject):
    """``services.ports.Tasks`` with threads; results come back through the main thread's event loop."""

    _came_back = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queues: dict[Lane, SimpleQueue[Callable[[], None] | None]] = {}
        self._threads: dict[Lane, list[threading.Thread]] = {lane: [] for lane in Lane}
        self._came_back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        lane: Lane = Lane.VAULT,
    ) -> None:
        """Run ``work`` on a thread of ``lane``; then call ``done`` or ``failed`` on the main thread."""

        def job() -> None:
            try:
                result = work()
            except Exception as problem:  # noqa: BLE001 - all of it belongs to whoever asked
                self._send_back(partial(failed, problem))
            else:
                self._send_back(partial(done, result))

        from queue import SimpleQueue

        queue = self._queues.setdefault(lane, SimpleQueue())
        queue.put(job)
        threads = self._threads[lane]
        if len(threads) < _THREADS[lane]:
            threads.append(_start(queue, f"warifu-{lane.name.lower()}-{len(threads) + 1}"))

    def close(self, seconds: float = 10.0) -> None:
        """Let the work that is under way end, waiting at most ``seconds`` for each thread."""
        for lane, queue in self._queues.items():
            for _thread in self._threads[lane]:
                queue.put(None)
        for threads in self._threads.values():
            for thread in threads:
                thread.join(seconds)
            threads.clear()

    @Slot(object)
    def _deliver(self, call: Callable[[], None]) -> None:
        call()
        collect_if_due()

    def _send_back(self, call: Callable[[], Any]) -> None:
        try:
            self._came_back.emit(call)
        except RuntimeError:
            return  # the application has ended meanwhile, nobody listens


def _start(queue: SimpleQueue[Callable[[], None] | None], name: str) -> threading.Thread:
    def serve() -> None:
        while (job := queue.get()) is not None:
            job()
            del job  # its result may hold secrets

    thread = threading.Thread(target=serve, name=name, daemon=True)
    thread.start()
    return thread


class QtScheduler(QObject):
    """``services.ports.Scheduler`` with timers of the main thread's event loop."""

    def after(self, seconds: float, call: Callable[[], object]) -> Timer:
        """Call once, ``seconds`` from now, never sooner."""
        return _QtTimer(self, seconds, call)


class _QtTimer:
    __slots__ = ("_timer",)

    def __init__(self, parent: QObject, seconds: float, call: Callable[[], object]) -> None:
        timer = QTimer(parent)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._end)
        timer.timeout.connect(call)
        self._timer: QTimer | None = timer
        timer.start(-int(-min(max(seconds, 0.0), _LONGEST) * 1000 // 1))

    def cancel(self) -> None:
        """Forget the call."""
        if self._timer is not None:
            self._timer.stop()
            self._end()

    def _end(self) -> None:
        if self._timer is not None:
            self._timer.deleteLater()
            self._timer = None
