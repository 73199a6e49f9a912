"""What tests of pages stand on: the real services on a profile folder, a clock that the test moves."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from warifu.desktop.collecting import collect_if_due

PASSWORD = "correct horse battery staple"


class MemoryClipboard:
    """``services.ports.Clipboard`` without a system."""

    def __init__(self) -> None:
        self.text = ""

    def put(self, text: str) -> None:
        self.text = text

    def holds(self, text: str) -> bool:
        return bool(text) and self.text == text

    def clear(self) -> None:
        self.text = ""

    def read_text(self) -> str:
        return self.text


class ClockScheduler:
    """``services.ports.Scheduler`` that calls when the test moves the clock."""

    def __init__(self, clock) -> None:
        self._clock = clock
        self._calls: list[list] = []

    def after(self, seconds, call):
        entry = [self._clock.now() + seconds, call]
        self._calls.append(entry)
        return _Cancel(self._calls, entry)

    def run_due(self) -> None:
        while due := [entry for entry in self._calls if entry[0] <= self._clock.now()]:
            first = min(due, key=lambda entry: entry[0])
            self._calls.remove(first)
            first[1]()


@dataclass
class _Cancel:
    calls: list
    entry: list

    def cancel(self) -> None:
        if self.entry in self.calls:
            self.calls.remove(self.entry)


@dataclass
class RecordingNav:
    """``pages.Navigator`` that notes where it was sent."""

    went: list[tuple] = field(default_factory=list)

    def __getattr__(self, name: str):
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *arguments: self.went.append((name, *arguments))


class Desk:
    """A context whose parts the test holds in its hands."""

    def __init__(self, qtbot, profile, clock, tasks) -> None:
        from warifu.desktop.compose import Context, Parts
        from warifu.desktop.notify import Notify
        from warifu.desktop.ticker import Ticker
        from warifu.services.paths import Profile
        from warifu.services.session import Session
        from warifu.settings.file import Settings

        self.qtbot = qtbot
        self.clock = clock
        self.clipboard = MemoryClipboard()
        self.scheduler = ClockScheduler(clock)
        self.nav = RecordingNav()
        self.host = QWidget()
        qtbot.addWidget(self.host)
        self.host.resize(440, 700)
        self.profile = Profile.at(profile)
        self.settings = Settings(self.profile.settings)
        self.tasks = tasks
        self.session = Session(self.profile, self.tasks, clock, self.settings)
        self.notify = Notify(self.host)
        self.ticker = Ticker(clock)
        self.context = Context(
            profile=self.profile,
            session=self.session,
            settings=self.settings,
            tasks=self.tasks,
            scheduler=self.scheduler,
            clock=clock,
            ticker=self.ticker,
            notify=self.notify,
            nav=self.nav,
            parts=Parts(self.session, self.scheduler, clock, self.settings, self.clipboard, tasks),
        )

    @property
    def store(self):
        return self.session.store

    def with_vault(self) -> Desk:
        """Make a vault and leave it open."""
        failures: list = []
        self.session.create(PASSWORD, lambda: None, failures.append)
        assert not failures, failures
        return self

    def open(self, page: QWidget) -> QWidget:
        """Show a page in the window, as the navigator does."""
        page.setParent(self.host)
        page.resize(self.host.size())
        page.show()
        with self.qtbot.waitActive(self.host):
            self.host.show()
            self.host.activateWindow()
        page.shown()
        return page

    def advance(self, seconds: float) -> None:
        """Let time go by, second by second as far as calls are due."""
        self.clock.advance(seconds)
        self.scheduler.run_due()


@pytest.fixture(autouse=True)
def _garbage_of_the_main_thread():
    """As in the program: what a test leaves is collected here, not on a thread of a later one."""
    gc.disable()
    yield
    collect_if_due()


@pytest.fixture(scope="session")
def picture_reader():
    """The real process that looks at pictures, started once for all tests."""
    from warifu.services.scanning import PictureReader

    reader = PictureReader()
    yield reader
    reader.close()


@pytest.fixture
def desk(qtbot, profile, fake_clock, cheap_kdf, picture_reader) -> Desk:
    """A desktop without a vault yet; ``desk.with_vault()`` makes one."""
    from warifu.services.immediate import ImmediateTasks

    made = Desk(qtbot, profile, fake_clock, ImmediateTasks())
    made.context.parts.pictures = picture_reader
    yield made
    made.session.lock()


@pytest.fixture
def threaded_desk(qtbot, profile, fake_clock, cheap_kdf, picture_reader) -> Desk:
    """The same with the real threads."""
    from warifu.desktop.tasks import QtTasks

    made = Desk(qtbot, profile, fake_clock, QtTasks())
    made.context.parts.pictures = picture_reader
    yield made
    made.session.lock()
    made.tasks.close()


class Home:
    """The real window on a vault with one account; its threads are the real ones."""

    def __init__(self, qtbot, window) -> None:
        self.qtbot = qtbot
        self.window = window
        self.context = window.context
        self.session = window.context.session

    @property
    def page(self):
        return self.window.page

    def wait_for(self, kind: type) -> None:
        self.qtbot.waitUntil(lambda: type(self.page) is kind, timeout=20_000)

    def press(self, button) -> None:
        self.qtbot.waitUntil(lambda: button.isVisible() and button.isEnabled(), timeout=20_000)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def type_password(self, fields, password: str) -> None:
        for each in (fields.first, fields.again):
            self.qtbot.keyClicks(each, password)
        self.qtbot.waitUntil(lambda: not fields.problem(), timeout=20_000)

    def waited(self, start, *arguments) -> None:
        ended = []
        start(*arguments, lambda: ended.append(None), ended.append)
        self.qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
        assert ended == [None]

    def with_code(self) -> str:
        """Give the vault a confirmed recovery code."""
        from warifu.vault import recovery_code

        code = recovery_code.new()
        text = code.text()
        self.waited(self.session.ways.add_code, code)
        self.waited(self.session.ways.confirm_code, text)
        return text

    def kinds(self) -> list[str]:
        seen = []
        self.session.ask(
            lambda opened: [slot["kind"] for slot in opened.header.slots], seen.append, seen.append
        )
        self.qtbot.waitUntil(lambda: bool(seen), timeout=20_000)
        return seen[0]


@pytest.fixture
def home(qapp, qtbot, profile, fake_clock, cheap_kdf):
    """A window whose vault is open."""
    from warifu.core.account import Account, Otp
    from warifu.core.secret import Secret
    from warifu.desktop import theme
    from warifu.desktop.compose import build
    from warifu.desktop.main_window import MainWindow
    from warifu.services.paths import Profile
    from warifu.settings.file import Settings

    theme.apply(qapp, "light")
    window = MainWindow()
    window.keep_running = lambda: True
    qtbot.addWidget(window)
    settings = Settings(Profile.at(profile).settings)
    context = build(Profile.at(profile), window, window.notify, settings=settings, clock=fake_clock)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.start(context)
    made = Home(qtbot, window)
    made.waited(context.session.create, PASSWORD)
    context.session.store.add(Account(Otp(Secret(b"12345678901234567890")), title="AWS"))
    made.waited(context.session.flush)
    yield made
    window.stop()
    context.session.lock()
    context.tasks.close()
