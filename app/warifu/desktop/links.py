"""What a link of an account does: it opens the editor, filled, and nothing else. Storing is the user's.

A link may come at any moment, also from a hostile page. So it never covers a password that is being typed,
never replaces a page where something is, waits its turn behind the link before it, and cannot be saved by a
key or click that was on its way to another page. Parts of one transfer are gathered on one page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from warifu.core.errors import AppError
from warifu.core.intake import recognise
from warifu.desktop.i18n import tr
from warifu.platforms.url_scheme.links import TOO_LONG, accepted
from warifu.services.look import SessionState

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.desktop.compose import Context
    from warifu.desktop.editor.editor_page import EditorPage
    from warifu.desktop.main_window import MainWindow
    from warifu.services.ports import Timer

MOST_WAITING = 8
LONGEST_WAIT = 300.0  # seconds that a link waits for the password; it is a secret
HANDS_OFF = 700  # milliseconds in which keys and clicks are not meant for the new page
_GLANCE = 0.25  # seconds between looks whether the next link may come
_HANDS = {
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.Shortcut,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
}


class Links(QObject):
    """Opens links in one window, one after the other."""

    def __init__(self, context: Context, window: MainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._waiting: list[str] = []
        self._open_page: EditorPage | None = None
        self._open_link = ""
        self._glance = _Once(context)
        self._forgetting = _Once(context)
        self._hands_off: _HandsOff | None = None
        self._unsubscribe = context.session.subscribe(self._session_changed)

    @property
    def waiting(self) -> int:
        """How many links wait for the password or for the page of another one."""
        return len(self._waiting)

    @property
    def hands_off(self) -> bool:
        """Whether keys and clicks are still taken for what was meant for the page before."""
        return self._hands_off is not None and not self._hands_off.over

    def open(self, untrusted_link: str) -> None:
        """Show the account of a link for the user to decide, or say in one sentence why there is none."""
        self._window.raise_window()
        link = accepted(untrusted_link)
        if (problem := _problem(link)) is not None:
            self._context.notify.error(problem)
            return
        if self._open_page is not None and self._is_open():
            if link == self._open_link:
                return
            if self._open_page.continues(link):
                self._open_page.take((link,))
                return
        if link not in self._waiting and len(self._waiting) < MOST_WAITING:
            self._waiting.append(link)
        self._go_on()
        if self._waiting and self._context.session.state is SessionState.UNLOCKED:
            self._context.notify.say(tr("A link has come. It opens when this page is done."))

    def end(self) -> None:
        """Forget all links."""
        self._unsubscribe()
        self._forget()
        if self._hands_off is not None:
            self._hands_off.end()

    def _session_changed(self, state: SessionState) -> None:
        if state is SessionState.UNLOCKED:
            QTimer.singleShot(0, self, self._go_on)  # behind the window, which is told of the state, too
        else:
            self._forget()

    def _go_on(self) -> None:
        """Open the next link if it may come, or say what it waits for."""
        if not self._waiting:
            return
        state = self._context.session.state
        if state is SessionState.UNLOCKED:
            self._open_next()
        elif state is SessionState.BROKEN:
            self._forget()
            self._context.notify.say(tr("As long as the vault cannot be opened, no account can be added."))
        else:
            words = (
                tr("Unlock Warifu, and the account of the link opens.")
                if state is SessionState.LOCKED
                else tr("Create the vault, and the account of the link opens.")
            )
            self._context.notify.say(words, tr("Forget the link"), self._forget)
            self._forgetting.after(LONGEST_WAIT, self._forget)

    def _open_next(self) -> None:
        self._forgetting.cancel()
        if self._must_wait():
            self._glance.after(_GLANCE, self._go_on)
            return
        link = self._waiting.pop(0)
        if (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        if self._hands_off is not None:
            self._hands_off.end()
        self._hands_off = _HandsOff(self)
        self._window.open_add(link)
        from warifu.desktop.editor.editor_page import EditorPage

        page = self._window.page
        self._open_page = page if isinstance(page, EditorPage) else None
        self._open_link = link
        if self._open_page is not None:
            self._open_page.destroyed.connect(lambda: self._closed(link))
        self._context.notify.say(tr("From a link. Nothing is stored before you save it."))
        if self._waiting:
            self._glance.after(_GLANCE, self._go_on)

    def _must_wait(self) -> bool:
        """Whether another link is still open, or the page on top would lose what is being typed."""
        return self._is_open() or bool(getattr(self._window.page, "undisturbed", False))

    def _is_open(self) -> bool:
        return self._open_page is not None and self._window.holds(self._open_page)

    def _closed(self, link: str) -> None:
        if self._open_link == link and not self._is_open():
            self._open_page, self._open_link = None, ""

    def _forget(self) -> None:
        self._waiting.clear()
        self._glance.cancel()
        self._forgetting.cancel()


class _HandsOff(QObject):
    """Swallows keys and clicks for a moment: they were meant for what was there before."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.over = False
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        QTimer.singleShot(HANDS_OFF, self, self.end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() in _HANDS and event.spontaneous()

    def end(self) -> None:
        """Let them through again."""
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.over = True


def _problem(link: str) -> AppError | None:
    """Why a link opens nothing."""
    if link == TOO_LONG:
        return AppError("This link is too long to be that of an account.")
    found = recognise(link)
    if found.accounts:
        return None
    if not found.problems:
        return AppError("This link holds no account.")
    first = found.problems[0]
    return AppError(first.title, hint=first.hint)


class _Once:
    """A call that is still to come, replaced by the next one."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._timer: Timer | None = None

    def after(self, seconds: float, call: Callable[[], None]) -> None:
        """Call then, and not when was said before."""
        self.cancel()
        self._timer = self._context.scheduler.after(seconds, call)

    def cancel(self) -> None:
        """Forget the call."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
