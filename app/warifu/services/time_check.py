"""Whether the clock is right, and a correction of it that Warifu alone uses.

Nothing is sent unless ``ask`` is called, and nothing is corrected unless ``apply`` is. What a time server
said holds until the clock is set or the computer slept; then it is forgotten rather than guessed on.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from warifu.core.errors import ClockTrouble, NotPossible
from warifu.core.text import Text
from warifu.services.ports import Lane, Measured, ServerName, Sync
from warifu.services.problems import as_app_error
from warifu.settings import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.core.clock import Clock
    from warifu.core.errors import AppError
    from warifu.services.ports import Tasks, TimeServer
    from warifu.settings.file import Settings
    from warifu.settings.schema import Setting

TOLERATED = 10.0  # seconds; sites accept the code before and after, so most take 30
LARGEST = 86_400.0  # seconds of a correction
BUILT = datetime(2026, 11, 1, tzinfo=UTC).timestamp()  # no clock that is right is before this
_JUMP = 3.0  # seconds by which the clock and the measure of durations may part
_HOST = re.compile(r"(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")


class TimeCheck:
    """``clock`` is the computer's own, without the correction. Listeners hear of every change."""

    def __init__(
        self, settings: Settings, tasks: Tasks, clock: Clock, server: TimeServer, sync: Callable[[], Sync]
    ) -> None:
        self._settings = settings
        self._tasks = tasks
        self._clock = clock
        self._server = server
        self._read_sync = sync
        self._measured: Measured | None = None
        self._listeners: list[Callable[[], None]] = []
        self.sync = Sync.UNKNOWN
        settings.subscribe(self._setting_changed)

    @property
    def correction(self) -> float:
        """Seconds that are added to the computer's clock; 0 for none."""
        return self._settings.get(schema.CLOCK_CORRECTION) / 1000

    @property
    def measured(self) -> Measured | None:
        """What a time server said in this run, while it still holds."""
        found = self._measured
        if found is None:
            return None
        gone, counted = self._clock.now() - found.at, self._clock.monotonic() - found.at_monotonic
        return found if abs(gone - counted) < _JUMP else None

    @property
    def error(self) -> float | None:
        """Seconds by which codes come too late now (too early below 0), the correction included; None where
        that is not known.
        """
        found = self.measured
        return None if found is None else found.offset - self.correction

    def look(self, done: Callable[[Sync], None] = lambda _sync: None) -> None:
        """Ask the system, without a network, whether it keeps its clock right."""

        def told(sync: Sync) -> None:
            self.sync = sync
            done(sync)
            self._tell()

        self._tasks.run(self._read_sync, told, lambda _problem: told(Sync.UNKNOWN), Lane.POOL)

    def ask(
        self, untrusted_server: str, done: Callable[[Measured], None], failed: Callable[[AppError], None]
    ) -> None:
        """Send one question to the server, and keep its name for the next time."""
        try:
            server = server_of(untrusted_server)
        except ClockTrouble as problem:
            failed(problem)
            return
        self._settings.set(schema.CLOCK_SERVER, untrusted_server.strip())

        def came(found: Measured) -> None:
            self._measured = found
            done(found)
            self._tell()

        self._tasks.run(
            lambda: self._server.ask(server, self._clock),
            came,
            lambda problem: failed(as_app_error(problem)),
            Lane.POOL,
        )

    def apply(self) -> None:
        """Make codes for the time that the server told; the user wants it. Raises NotPossible."""
        found = self.measured
        if found is None:
            raise NotPossible("The clock was set meanwhile.", hint="Check it again.")
        if abs(found.offset) > LARGEST:
            raise NotPossible(
                "The clock is more than a day off.", hint="Set the date of this computer, then check again."
            )
        self._settings.set(schema.CLOCK_DOUBTED, self.sync is Sync.KEPT)
        self._settings.set(schema.CLOCK_CORRECTION, round(found.offset * 1000))

    def reset(self) -> None:
        """Use the computer's clock as it is."""
        self._settings.set(schema.CLOCK_CORRECTION, 0)

    def warning(self) -> Text | None:
        """One sentence where the codes of now are known to be wrong, or likely to be."""
        now, error = self._clock.now() + self.correction, self.error
        if now < BUILT:
            day = datetime.fromtimestamp(max(now, 0), UTC).date().isoformat()
            return Text("The clock is wrong: it shows {day}. So are the codes.", day=day)
        if error is not None and abs(error) >= TOLERATED:
            return _off(error)
        stale = self.correction and error is None and self.sync is Sync.KEPT
        if stale and not self._settings.get(schema.CLOCK_DOUBTED):
            time = lasting(self.correction)
            return Text("The clock is kept right again, but still corrected by {time}.", time=time)
        return None

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call ``listener`` after each change; the returned function ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    def _setting_changed(self, setting: Setting[Any]) -> None:
        if setting is schema.CLOCK_CORRECTION:
            self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()


def server_of(untrusted: str) -> ServerName:
    """``host``, ``host:port``, or an address of either kind. Raises ClockTrouble."""
    text = untrusted.strip()
    host, port = text, "123"
    if text.startswith("["):
        host, bracket, rest = text[1:].partition("]")
        port = rest.removeprefix(":") if rest else bracket and "123"
    elif text.count(":") == 1:
        host, _colon, port = text.partition(":")
    number = int(port) if port.isascii() and port.isdecimal() and len(port) <= 5 else 0
    if not 1 <= number <= 65_535 or not (_HOST.fullmatch(host) or _is_address(host)):
        raise ClockTrouble("This is no name of a time server.", hint="Names look like time.example.org.")
    return ServerName(host, number)


def described(found: Measured) -> Text:
    """What a server said, in one sentence."""
    if abs(found.offset) < 1:
        return Text("The clock is right, to within a second.")
    if found.offset > 0:
        return Text("The clock is {time} slow.", time=lasting(found.offset))
    return Text("The clock is {time} fast.", time=lasting(found.offset))


def corrected_by(seconds: float) -> Text:
    """What a correction does, in one sentence."""
    if seconds > 0:
        return Text("Codes are made for {time} later than the computer’s clock says.", time=lasting(seconds))
    return Text("Codes are made for {time} earlier than the computer’s clock says.", time=lasting(seconds))


def lasting(seconds: float) -> Text:
    """A duration in the two largest units that it has."""
    whole = round(abs(seconds))
    if whole < 60:
        return Text("{seconds} s", seconds=whole)
    if whole < 3_600:
        return Text("{minutes} min {seconds} s", minutes=whole // 60, seconds=whole % 60)
    if whole < 86_400:
        return Text("{hours} h {minutes} min", hours=whole // 3_600, minutes=whole // 60 % 60)
    return Text("{days} d {hours} h", days=whole // 86_400, hours=whole // 3_600 % 24)


def _off(error: float) -> Text:
    if error > 0:
        return Text("The clock is {time} slow: sites may refuse codes.", time=lasting(error))
    return Text("The clock is {time} fast: sites may refuse codes.", time=lasting(error))


def _is_address(host: str) -> bool:
    import ipaddress

    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
