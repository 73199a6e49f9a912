"""What the use cases need from outside, as protocols. The core decides, the shell asks."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Lane(Enum):
    """Where work runs: VAULT has one thread (KDF, seal, open, file), POOL several."""

    VAULT = auto()
    POOL = auto()


class Tasks(Protocol):
    """The only way off the main thread."""

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        lane: Lane = Lane.VAULT,
    ) -> None:
        """Run ``work`` elsewhere; ``done`` or ``failed`` is called on the main thread, never before return
        unless the implementation has no threads.
        """


class Timer(Protocol):
    """A call that is still to come."""

    def cancel(self) -> None:
        """Forget the call; harmless when it has happened."""


class Scheduler(Protocol):
    """Calls on the main thread after a while."""

    def after(self, seconds: float, call: Callable[[], object]) -> Timer:
        """Call once, ``seconds`` from now."""


class Clipboard(Protocol):
    """The system clipboard. Entries are marked confidential as far as the system knows such a mark.

    All but ``read_text`` raise NotPossible while another program keeps the clipboard for itself.
    """

    def put(self, text: str) -> None:
        """Replace the clipboard (never the primary selection) with ``text``, marked confidential."""

    def holds(self, text: str) -> bool:
        """Whether the entry is still the one that ``put`` left there."""

    def clear(self) -> None:
        """Empty the clipboard."""

    def read_text(self) -> str:
        """The text on the clipboard, or nothing."""
