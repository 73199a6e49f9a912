"""Notices that another process wrote the vault: the command line, or what keeps a folder alike on computers;
and the settings, where they lie beside it.

The window looks at the file when it comes to the front. This is for all other times: for one that is seen
beside a terminal, and for the tray, which never comes to the front.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from warifu.services.look import SessionState
from warifu.settings.schema import CLOCK_CORRECTION

if TYPE_CHECKING:
    from warifu.services.session import Session
    from warifu.settings.file import Settings

SETTLED = 200  # milliseconds without news of the folder; a save changes it several times


class VaultWatch(QObject):
    """Has the session look at the file when something happens in its folder, from unlocking to locking, and
    takes over a correction of the clock that ``warifu clock`` made.
    """

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self._session = session
        self._watcher: QFileSystemWatcher | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLED)
        self._soon.timeout.connect(session.join_disk)
        self._soon.timeout.connect(lambda: settings.reread(CLOCK_CORRECTION))
        self._unsubscribe = session.subscribe(self._state_changed)
        self._state_changed(session.state)

    def end(self) -> None:
        """Look no more."""
        self._unsubscribe()
        self._rest()

    def _state_changed(self, state: SessionState) -> None:
        self._rest()
        if state is SessionState.UNLOCKED:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(lambda _folder: self._soon.start())
            self._watcher.addPath(str(self._session.vault_path.resolve().parent))

    def _rest(self) -> None:
        self._soon.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
