"""Calls that may never come back, each on a thread of its own, for a time that somebody is ready to wait."""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class TooLong(Exception):
    """The time is over, or the program ends; the call may still be going on and its answer is lost."""


class Patience:
    """Waits for calls that know no time-out."""

    def __init__(self) -> None:
        self._waiting: set[SimpleQueue[Any]] = set()
        self._lock = threading.Lock()
        self._closed = False

    def wait(self, work: Callable[[], T], seconds: float) -> T:
        """What ``work`` gives or raises. Raises TooLong."""
        came: SimpleQueue[Callable[[], T] | None] = SimpleQueue()
        with self._lock:
            if self._closed:
                raise TooLong
            self._waiting.add(came)
        try:
            threading.Thread(target=_call, args=(work, came), name="warifu-ask", daemon=True).start()
            answer = came.get(timeout=seconds)
        except Empty:
            raise TooLong from None
        finally:
            with self._lock:
                self._waiting.discard(came)
        if answer is None:
            raise TooLong
        return answer()

    def close(self) -> None:
        """Send everybody away who waits, and whoever comes later."""
        with self._lock:
            self._closed = True
            for came in self._waiting:
                came.put(None)


def _call(work: Callable[[], T], came: SimpleQueue[Callable[[], T] | None]) -> None:
    try:
        result = work()
    except BaseException as problem:  # noqa: BLE001 - all of it belongs to whoever waits
        failure = problem

        def fail() -> T:
            raise failure

        came.put(fail)
    else:
        came.put(lambda: result)
