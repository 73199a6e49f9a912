"""macOS: notifications of the workspace, and the one that the login window sends to everybody.

https://developer.apple.com/documentation/appkit/nsworkspace; that of the locked screen is not documented, and
has been the same since Mac OS X 10.7.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from warifu.services.ports import Absence

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.platforms.session_watch.base import Tell

_OF_WORKSPACE = {
    "NSWorkspaceWillSleepNotification": Absence.SLEEPING,
    "NSWorkspaceSessionDidResignActiveNotification": Absence.USER_SWITCHED,
}
_OF_EVERYBODY = {"com.apple.screenIsLocked": Absence.SCREEN_LOCKED}


class MacWatch:
    """Heard in the main thread's event loop. The workspace waits for whoever hears of sleep, up to 30 s."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._tokens: list[tuple[Any, Any]] = []

    def begin(self) -> None:
        """Begin to listen."""
        import AppKit
        import Foundation

        workspace = AppKit.NSWorkspace.sharedWorkspace().notificationCenter()
        everybody = Foundation.NSDistributedNotificationCenter.defaultCenter()
        for centre, names in ((workspace, _OF_WORKSPACE), (everybody, _OF_EVERYBODY)):
            for name, absence in names.items():
                token = centre.addObserverForName_object_queue_usingBlock_(
                    name, None, None, self._block(absence)
                )
                self._tokens.append((centre, token))

    def let_sleep(self) -> None:
        """Sleep waits for nothing but the notification itself."""

    def end(self) -> None:
        """Listen no more."""
        for centre, token in self._tokens:
            centre.removeObserver_(token)
        self._tokens.clear()

    def _block(self, absence: Absence) -> Callable[[object], None]:
        return lambda _notification: self._tell(absence)
