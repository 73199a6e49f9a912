"""The window as a stack of pages, and what leads in and out."""

from __future__ import annotations

import hashlib
import re

import pytest
from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from warifu.core.account import Account, Otp
from warifu.core.secret import Secret
from warifu.desktop import leaving, theme
from warifu.desktop.accounts.list_page import ListPage
from warifu.desktop.compose import build
from warifu.desktop.main_window import SMALLEST, MainWindow
from warifu.desktop.unlock.broken_page import BrokenPage
from warifu.desktop.unlock.first_run_page import FirstRunPage
from warifu.desktop.unlock.locked_page import LockedPage
from warifu.services.paths import Profile
from warifu.settings import schema
from warifu.settings.file import Settings

CTRL = Qt.KeyboardModifier.ControlModifier
PASSWORD = "correct horse battery staple"


@pytest.fixture
def start(qapp, qtbot, profile, fake_clock, cheap_kdf):
    """Starts the window of the profile, as ``app`` does."""
    theme.apply(qapp, "light")
    contexts = []

    def start_window() -> MainWindow:
        settings = Settings(Profile.at(profile).settings)
        window = MainWindow()
        qtbot.addWidget(window, before_close_func=_let_it_close)
        window.take_place(settings)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        context = build(Profile.at(profile), window, window.notify, settings=settings, clock=fake_clock)
        contexts.append((window, context))
        window.start(context)
        return window

    yield start_window
    for window, context in contexts:
        window.stop()
        context.session.lock()
        context.tasks.close()


def _let_it_close(window: MainWindow) -> None:
    """A window that quits ends the event loop of all tests behind it."""
    window.keep_running = lambda: True


@pytest.fixture
def ended(monkeypatch):
    """How often the event loop was told to end."""
    calls = []
    monkeypatch.setattr(leaving, "end_loop", lambda: calls.append(1))
    return calls


def unlocked(qtbot, window: MainWindow, *titles: str) -> MainWindow:
    session = window.context.session
    failures = []
    session.create(PASSWORD, lambda: None, failures.append)
    qtbot.waitUntil(lambda: session.store is not None or bool(failures))
    assert not failures
    session.store.add(*(Account(Otp(Secret(hashlib.sha1(t.encode()).digest())), title=t) for t in titles))
    saved = []
    session.flush(lambda: saved.append(1), failures.append)
    qtbot.waitUntil(lambda: bool(saved))
    return window


def test_the_vault_file_decides_the_first_page(start, qtbot, profile) -> None:
    window = start()
    assert isinstance(window.page, FirstRunPage)
    unlocked(qtbot, window, "GitHub")
    assert isinstance(window.page, ListPage)
    assert isinstance(start().page, LockedPage)
    Profile.at(profile).vault.write_bytes(b"not a vault")
    assert isinstance(start().page, BrokenPage)


@pytest.mark.safety(22)
def test_locking_by_keyboard_takes_every_page_with_secrets_away(start, qtbot) -> None:
    window = unlocked(qtbot, start(), "GitHub")
    chosen = window.context.session.store.accounts()[0].id
    window.open_account(chosen)
    window.open_edit(chosen)
    gone = [window._pages[0], window._pages[1], window._pages[2]]
    destroyed = []
    for page in gone:
        page.destroyed.connect(lambda: destroyed.append(1))
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_L, CTRL)
    assert isinstance(window.page, LockedPage)
    del gone, page
    qtbot.waitUntil(lambda: len(destroyed) == 3)


def test_pages_lie_on_each_other(start, qtbot) -> None:
    window = unlocked(qtbot, start(), "GitHub")
    home = window.page
    window.open_preferences()
    window.open_trash()
    window.back()
    window.back()
    assert window.page is home
    window.back()
    assert window.page is home
    window.open_add("otpauth://totp/x?secret=JBSWY3DPEHPK3PXP")
    window.open_list()
    assert window.page is home


def test_no_page_flashes_as_a_window_of_its_own(start, qtbot, qapp) -> None:
    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                shown.append(type(watched).__name__)
            return False

    shown: list[str] = []
    watch = Watch()
    window = start()
    qapp.installEventFilter(watch)
    unlocked(qtbot, window, "GitHub", "Google")
    chosen = window.context.session.store.accounts()[0].id
    window.open_account(chosen)
    window.open_edit(chosen)
    window.open_trash()
    window.open_preferences()
    window.open_list()
    window.page.search.setText("nothing of the kind")
    window.lock()
    qapp.removeEventFilter(watch)
    assert shown == []


def test_the_place_of_the_window_is_remembered(start, qtbot) -> None:
    window = start()
    assert window.size() == QSize(440, 700)
    window.resize(500, 620)
    window.stop()
    assert start().size() == QSize(500, 620)
    Settings(window.context.profile.settings).set(schema.WINDOW_GEOMETRY, "nonsense")
    assert start().size() == QSize(440, 700)


def test_the_window_is_never_too_small(start) -> None:
    window = start()
    window.resize(10, 10)
    assert window.size() == SMALLEST


def test_closing_hides_where_something_keeps_running(start, ended) -> None:
    window = start()
    window.keep_running = lambda: True
    window.close()
    assert not window.isVisible()
    assert ended == []
    window.raise_window()
    assert window.isVisible()


def test_closing_quits_otherwise_after_saving(start, qtbot, ended) -> None:
    window = unlocked(qtbot, start(), "GitHub")
    window.context.session.store.add(Account(Otp(Secret(b"0123456789")), title="Last"))
    window.close()
    qtbot.waitUntil(lambda: ended == [1])
    assert not window.context.session.unsaved


@pytest.mark.safety(43)
@pytest.mark.parametrize("answer", ["Try again", "Quit and lose them", "Stay"])
def test_quitting_with_a_change_that_cannot_be_saved_asks(start, qtbot, ended, monkeypatch, answer) -> None:
    window = unlocked(qtbot, start(), "GitHub")
    folder = window.context.profile.root
    folder.rename(folder.with_name("away"))
    folder.write_text("in the way")
    window.context.session.store.add(Account(Otp(Secret(b"0123456789")), title="Last"))
    asked = []

    def answer_box(box: QMessageBox) -> int:
        asked.append(box.text())
        if answer == "Try again":
            folder.unlink()
            folder.with_name("away").rename(folder)
        chosen = next(button for button in box.buttons() if button.text() == answer)
        monkeypatch.setattr(box, "clickedButton", lambda: chosen, raising=False)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer_box)
    window.quit()
    qtbot.waitUntil(lambda: bool(asked))
    if answer == "Stay":
        assert ended == []
        assert window.context.session.unsaved
    else:
        qtbot.waitUntil(lambda: bool(ended))
        assert window.context.session.unsaved is (answer != "Try again")
    if answer != "Try again":
        folder.unlink()
        folder.with_name("away").rename(folder)


def test_always_on_top(start) -> None:
    window = start()
    window.set_always_on_top(True)
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.isVisible()
    window.context.settings.set(schema.ALWAYS_ON_TOP, True)
    assert start().windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_another_language_makes_the_pages_anew(start, qtbot) -> None:
    window = unlocked(qtbot, start(), "GitHub")
    before = window.page
    window.rebuild()
    assert window.page is not before
    assert isinstance(window.page, ListPage)


def test_the_mark_of_the_window_is_that_of_the_file() -> None:
    from warifu.desktop.theme import mark
    from warifu.resources import resource

    text = resource("app-icon.svg").read_text()
    assert "#1D1C1A" in text
    numbers = [float(n) for n in re.findall(r"M42 2 ([\d. ]+)H12", text)[0].split()]
    assert numbers == [n for point in mark._TEAR[1:] for n in point]
