"""The window: a stack of pages of which the state of the session decides the lowest.

``PySide6.QtCore.Qt`` is imported inside the functions that need it: its hundred enumerations take 25 ms, and
the frame of the window comes up without them.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedLayout, QWidget

from warifu.desktop.collecting import collect_if_due
from warifu.desktop.openings import Openings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warifu.desktop.compose import Context
    from warifu.desktop.notify import Notify
    from warifu.settings.file import Settings

DEFAULT_SIZE = QSize(440, 700)
_LONGEST_WAIT = 2000  # milliseconds for the first picture, which a covered window is never asked for
_COMING = (QEvent.Type.ActivationChange, QEvent.Type.WindowStateChange)  # one minimised may stay active
SMALLEST = QSize(340, 480)


class MainWindow(Openings, QMainWindow):  # which screen readers know as a window
    """Implements ``pages.Navigator``. ``keep_running`` decides on closing whether the window only hides, and
    ``first_painted`` tells when there is something to look at.
    """

    first_painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Warifu")
        self.setMinimumSize(SMALLEST)
        self.keep_running: Callable[[], bool] = lambda: False
        holder = QWidget()
        self.setCentralWidget(holder)
        self._stack = QStackedLayout(holder)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._pages: list[QWidget] = []
        self._context: Context | None = None
        self._painted = False
        self._unsubscribe: Callable[[], None] = lambda: None

    @property
    def context(self) -> Context:
        """What the pages are given."""
        if self._context is None:
            raise RuntimeError("the window was not started")
        return self._context

    @property
    def page(self) -> QWidget | None:
        """The page on top."""
        return self._pages[-1] if self._pages else None

    def holds(self, page: QWidget) -> bool:
        """Whether a page is open, on top or below others."""
        return page in self._pages

    @cached_property
    def notify(self) -> Notify:
        """Tells what happened, over the bottom of the window."""
        from warifu.desktop.notify import Notify

        return Notify(self)

    def take_place(self, settings: Settings) -> None:
        """Be where and as large as the window was left."""
        from warifu.settings import schema

        geometry = settings.get(schema.WINDOW_GEOMETRY)
        if not (geometry and self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "ignore")))):
            self.resize(DEFAULT_SIZE)
        if settings.get(schema.ALWAYS_ON_TOP):
            self.set_always_on_top(True)

    def start(self, context: Context) -> None:
        """Take the context, follow the session, and show its page."""
        self._context = context
        for keys, call in (
            (QKeySequence("Ctrl+L"), self.lock),
            (QKeySequence("Ctrl+Q"), self.quit),  # StandardKey.Quit is nothing at all on Windows
        ):
            QShortcut(keys, self).activated.connect(call)
        self._unsubscribe = context.session.subscribe(lambda _state: self.open_list())
        self.open_list()

    def rebuild(self) -> None:
        """Make the pages anew, as after a change of the language."""
        self._drop_above(0)
        self.open_list()

    def stop(self) -> None:
        """Follow the session no more; the application ends."""
        self._unsubscribe()
        self._remember_geometry()
        if self._context is not None and self._context.parts.made("pictures"):
            self._context.pictures.close()
        if self._context is not None and self._context.parts.made("quick"):
            self._context.quick.close()

    def open_list(self) -> None:
        """Show the page that the session's state asks for, and nothing above it."""
        home = self._home_page()
        if self._pages and type(self._pages[0]) is home:
            self._drop_above(1)
        else:
            self._drop_above(0)
            self.push(home(self.context))

    def _home_page(self) -> Callable[[Context], QWidget]:
        from warifu.services.look import SessionState

        state = self.context.session.state
        if state is SessionState.UNLOCKED:
            from warifu.desktop.accounts.list_page import ListPage

            return ListPage
        if state is SessionState.LOCKED:
            from warifu.desktop.unlock.locked_page import LockedPage

            return LockedPage
        if state is SessionState.NO_VAULT:
            from warifu.desktop.unlock.first_run_page import FirstRunPage

            return FirstRunPage
        from warifu.desktop.unlock.broken_page import BrokenPage

        return BrokenPage

    def open_account(self, account_id: str) -> None:
        """Show one account with its big code."""
        from warifu.desktop.accounts.account_page import AccountPage

        self.push(AccountPage(self.context, account_id))

    def open_add(self, text: str = "") -> None:
        """Add an account, beginning with ``text`` in the field for secrets."""
        from warifu.desktop.editor.editor_page import EditorPage

        self.push(EditorPage(self.context, text=text))

    def take_texts(self, untrusted_texts: Sequence[str]) -> None:
        """Bring what was read from codes to the editor: the one below this page, or a new one."""
        from warifu.desktop.editor.editor_page import EditorPage

        for count, page in reversed(list(enumerate(self._pages, start=1))):
            if isinstance(page, EditorPage) and page.takes_texts:
                page.take(untrusted_texts)
                self._drop_above(count)
                return
        page = EditorPage(self.context)
        page.take(untrusted_texts)
        self.push(page)

    def open_camera(self) -> None:
        """Scan codes with the camera."""
        from warifu.desktop.scanning.camera_page import CameraPage

        self.push(CameraPage(self.context))

    def open_edit(self, account_id: str) -> None:
        """Change an account."""
        from warifu.desktop.editor.editor_page import EditorPage

        self.push(EditorPage(self.context, account_id))

    def open_trash(self) -> None:
        """Show deleted accounts."""
        from warifu.desktop.trash_page import TrashPage

        self.push(TrashPage(self.context))

    def open_preferences(self) -> None:
        """Show the preferences."""
        from warifu.desktop.preferences.preferences_page import PreferencesPage

        self.push(PreferencesPage(self.context))

    def open_page(self, make: Callable[[Context], QWidget]) -> None:
        """Show a page that its caller makes, above this one."""
        self.push(make(self.context))

    def back(self) -> None:
        """Leave the page on top for the one below it."""
        if len(self._pages) > 1:
            self._drop_above(len(self._pages) - 1)

    def lock(self) -> None:
        """Forget the keys and show the locked page; harmless when there is nothing to lock."""
        self.context.session.lock()

    def set_always_on_top(self, wanted: bool) -> None:
        """Keep the window above all others, or no longer."""
        from PySide6.QtCore import Qt

        if bool(self.windowFlags() & Qt.WindowType.WindowStaysOnTopHint) == wanted:
            return
        was_visible = self.isVisible()
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, wanted)
        if was_visible:
            self.show()

    def raise_window(self) -> None:
        """Show the window and bring it to the front."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def quit(self) -> None:
        """Save, then end the event loop; ``running`` cleans up behind it."""
        from warifu.desktop.leaving import leave

        leave(self, self.context)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._painted:
            self.windowHandle().installEventFilter(self)
            QTimer.singleShot(_LONGEST_WAIT, self._tell_painted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear when the system wants the first picture; a page that covers the window hides its painting."""
        if event.type() == QEvent.Type.Expose:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell_painted)
        return False

    def _tell_painted(self) -> None:
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Look, on coming to the front, whether another process wrote the vault meanwhile."""
        super().changeEvent(event)
        if event.type() in _COMING and self.isActiveWindow() and self._context is not None:
            self.context.session.join_disk()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide into the tray where there is one, else quit; a window that cannot save stays."""
        app: QGuiApplication | None = QGuiApplication.instance()  # type: ignore[assignment]
        event.setAccepted(app is not None and app.isSavingSession())  # else the user could not log out
        self._remember_geometry()
        if self.keep_running():
            self.hide()
        else:
            self.quit()

    def push(self, page: QWidget) -> None:
        """Show a page above the others."""
        if self._pages:
            _tell(self._pages[-1], "hidden")
        self._pages.append(page)
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.notify.lift = getattr(page, "footer_height", 0)
        _tell(page, "shown")
        collect_if_due()

    def _drop_above(self, count: int) -> None:
        if len(self._pages) <= count:
            return
        while len(self._pages) > count:
            page = self._pages.pop()
            _tell(page, "hidden")
            _tell(page, "closed")
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        if self._pages:
            self._stack.setCurrentWidget(self._pages[-1])
            self.notify.lift = getattr(self._pages[-1], "footer_height", 0)
            _tell(self._pages[-1], "shown")

    def _remember_geometry(self) -> None:
        if self._context is not None:
            from warifu.settings import schema

            self.context.settings.set(
                schema.WINDOW_GEOMETRY, bytes(self.saveGeometry().toBase64().data()).decode("ascii")
            )


def _tell(page: QWidget, hook: str) -> None:
    call = getattr(page, hook, None)
    if callable(call):
        call()
