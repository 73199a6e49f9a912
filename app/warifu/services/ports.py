"""What the use cases need from outside, as protocols. The core decides, the shell asks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.core.clock import Clock
    from warifu.core.text import Text

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


class Absence(Enum):
    """How the user of the computer goes away, as the system tells it."""

    SCREEN_LOCKED = auto()
    SLEEPING = auto()
    USER_SWITCHED = auto()


class Sync(Enum):
    """Whether the system keeps its clock right, as it says itself."""

    KEPT = auto()
    NOT_KEPT = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class ServerName:
    """A time server."""

    host: str
    port: int = 123


@dataclass(frozen=True, slots=True)
class Measured:
    """What a time server said. ``offset`` (seconds) is positive where this computer's clock is slow, and is
    right to half of ``delay``; ``at`` and ``at_monotonic`` are that clock's own times.
    """

    offset: float
    delay: float
    at: float
    at_monotonic: float


class TimeServer(Protocol):
    """Time servers of the network."""

    def ask(self, server: ServerName, clock: Clock) -> Measured:
        """Compare the clock with the server's, by one question. May take seconds. Raises ClockTrouble."""


class Idle(Protocol):
    """How long nobody has touched the computer, or Warifu where the system does not tell."""

    def seconds(self) -> float:
        """Seconds since the last key or movement of the mouse; never raises."""


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


class Keystore(Protocol):
    """Where the system keeps keys for its user. Every call may wait for seconds and belongs on Lane.POOL.

    All raise KeystoreTrouble, and never wait longer than their time-out.
    """

    def reason(self) -> Text | None:
        """Why it cannot be used; None when it can."""

    def store(self, vault_id: str, key: bytearray) -> None:
        """Keep the 32 bytes for this vault instead of those that were kept before."""

    def load(self, vault_id: str) -> bytearray:
        """The 32 bytes that are kept for this vault, in a buffer of the caller's own."""

    def delete(self, vault_id: str) -> None:
        """Keep nothing for this vault; that nothing was kept is no error."""

    def close(self) -> None:
        """Send away at once whoever waits; the program ends."""


class QuickUnlock(Protocol):
    """A question of the system's own to its user. Every call may wait for minutes and belongs on Lane.POOL.

    Only where ``releases_key`` may it open a vault that was not open in this run: there the system itself
    keeps what the vault is opened with. All else is a yes or no, which another program could answer as well.
    """

    name: str
    releases_key: bool

    def reason(self) -> Text | None:
        """Why it cannot be used; None when it can."""

    def enrol(self) -> None:
        """Prepare the system for being asked. Raises NotConfirmed."""

    def ask(self, challenge: bytes) -> bytearray:
        """Ask the user. What the system makes of the challenge, the same each time, where it releases a key;
        else nothing, and returning means yes. Raises NotConfirmed.
        """

    def close(self) -> None:
        """Give up asking; the program ends."""
