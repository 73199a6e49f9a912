"""Puts the desktop together: what every page is given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from warifu.core.clock import CorrectedClock, SystemClock, uncorrected
from warifu.desktop.tasks import QtScheduler, QtTasks
from warifu.desktop.ticker import Ticker

if TYPE_CHECKING:
    from pathlib import Path

    from warifu.core.clock import Clock
    from warifu.desktop.capture import Shield
    from warifu.desktop.notify import Notify
    from warifu.desktop.pages import Navigator
    from warifu.icons.catalogue import Catalogue
    from warifu.services.backing_up import BackingUp
    from warifu.services.copying import Copying
    from warifu.services.importing import Importing
    from warifu.services.paths import Profile
    from warifu.services.ports import Clipboard, Measured, ServerName
    from warifu.services.quick_ways import QuickWays
    from warifu.services.restoring import Restoring
    from warifu.services.scanning import PictureReader
    from warifu.services.session import Session
    from warifu.services.time_check import TimeCheck
    from warifu.settings.file import Settings


class Parts:
    """What is made when it is first asked for, so that a locked window costs little."""

    def __init__(
        self,
        session: Session,
        scheduler: QtScheduler,
        clock: Clock,
        settings: Settings,
        clipboard: Clipboard | None,
        tasks: QtTasks,
    ) -> None:
        self._session = session
        self._tasks = tasks
        self._scheduler = scheduler
        self._clock = clock
        self._settings = settings
        self._clipboard = clipboard

    @cached_property
    def clipboard(self) -> Clipboard:
        """The system's clipboard."""
        if self._clipboard is not None:
            return self._clipboard
        from warifu.desktop.strategies.clipboard import system_clipboard

        return system_clipboard()

    @cached_property
    def copying(self) -> Copying:
        """The only way of a code to the clipboard."""
        from warifu.services.copying import Copying

        return Copying(self._session, self.clipboard, self._scheduler, self._clock, self._settings)

    @cached_property
    def pictures(self) -> PictureReader:
        """The process that looks at pictures."""
        from warifu.services.scanning import PictureReader

        return PictureReader()

    @cached_property
    def backing_up(self) -> BackingUp:
        """The backups of the vault."""
        from warifu.services.backing_up import BackingUp

        return BackingUp(self._session, self._clock, self._settings, self._scheduler)

    @cached_property
    def restoring(self) -> Restoring:
        """The way back from backups."""
        from warifu.services.restoring import Restoring

        return Restoring(self._session, self.backing_up, self._clock)

    @cached_property
    def importing(self) -> Importing:
        """Accounts of other apps' files; those without a picture get the sign of their brand."""
        from dataclasses import replace

        from warifu.icons.catalogue import Catalogue
        from warifu.icons.match import icon_for
        from warifu.services.importing import Importing

        own = Catalogue.open(None)  # of another thread
        return Importing(
            self._session,
            self.backing_up,
            self._clock,
            lambda account: replace(account, icon=icon_for(own, account)),
        )

    @cached_property
    def quick(self) -> QuickWays:
        """The quick ways to unlock; made before the vault opens where the user wants any."""
        from warifu.platforms.keystore import system_keystore
        from warifu.platforms.quick_unlock import system_unlock
        from warifu.services.quick_ways import quick_ways

        return quick_ways(self._session, self._tasks, self._settings, system_keystore, system_unlock)

    @cached_property
    def shield(self) -> Shield:
        """What keeps our windows out of pictures of the screen."""
        from warifu.desktop.capture import Shield
        from warifu.platforms.capture_guard import capture_guard

        return Shield(capture_guard(), self._settings, self._scheduler, self._clock)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The brands with an icon."""
        from warifu.icons.catalogue import Catalogue

        return Catalogue.open(None)

    @cached_property
    def time_check(self) -> TimeCheck:
        """Whether the clock is right; it sends nothing unless it is asked to."""
        from warifu.platforms.clock import system_sync
        from warifu.services.time_check import TimeCheck

        clock = uncorrected(self._clock)
        return TimeCheck(self._settings, self._tasks, clock, _SomeTimeServer(), system_sync)

    def made(self, name: str) -> bool:
        """Whether somebody has asked for the part ``name`` already."""
        return name in self.__dict__


class _SomeTimeServer:
    """The code that asks one is loaded with the first question; most people never ask."""

    def ask(self, server: ServerName, clock: Clock) -> Measured:
        from warifu.platforms.clock.udp import UdpTimeServer

        return UdpTimeServer().ask(server, clock)


@dataclass(frozen=True, slots=True)
class Context:
    """What a page works with. ``nav`` is the window that holds it."""

    profile: Profile
    session: Session
    settings: Settings
    tasks: QtTasks
    scheduler: QtScheduler
    clock: Clock
    ticker: Ticker
    notify: Notify
    nav: Navigator
    parts: Parts

    @property
    def copying(self) -> Copying:
        """The only way of a code to the clipboard."""
        return self.parts.copying

    @property
    def backing_up(self) -> BackingUp:
        """The backups of the vault."""
        return self.parts.backing_up

    @property
    def restoring(self) -> Restoring:
        """The way back from backups."""
        return self.parts.restoring

    @property
    def importing(self) -> Importing:
        """Accounts of other apps' files."""
        return self.parts.importing

    @property
    def catalogue(self) -> Catalogue:
        """The brands with an icon."""
        return self.parts.catalogue

    @property
    def pictures(self) -> PictureReader:
        """The process that looks at pictures; its calls block and belong on ``Lane.POOL``."""
        return self.parts.pictures

    @property
    def quick(self) -> QuickWays:
        """The keystore, the PIN and the system's own question."""
        return self.parts.quick

    @property
    def time_check(self) -> TimeCheck:
        """Whether the clock is right."""
        return self.parts.time_check

    @property
    def clipboard(self) -> Clipboard:
        """The system's clipboard, for offering what it already holds."""
        return self.parts.clipboard


def build(
    profile: Profile,
    nav: Navigator,
    notify: Notify,
    *,
    settings: Settings,
    vault_path: Path | None = None,
    clock: Clock | None = None,
    clipboard: Clipboard | None = None,
) -> Context:
    """The context of one window; without a clock or a clipboard, the system's own."""
    from warifu.services.session import Session
    from warifu.settings import schema

    clock = CorrectedClock(clock or SystemClock(), lambda: settings.get(schema.CLOCK_CORRECTION) / 1000)
    tasks = QtTasks()
    scheduler = QtScheduler()
    session = Session(profile, tasks, clock, settings, vault_path, scheduler)
    return Context(
        profile=profile,
        session=session,
        settings=settings,
        tasks=tasks,
        scheduler=scheduler,
        clock=clock,
        ticker=Ticker(clock),
        notify=notify,
        nav=nav,
        parts=Parts(session, scheduler, clock, settings, clipboard, tasks),
    )
