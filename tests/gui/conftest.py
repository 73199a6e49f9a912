"""What tests of pages stand on: the real services on a profile folder, a clock that the test moves."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QWidget

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
            parts=Parts(self.session, self.scheduler, clock, self.settings, self.clipboard),
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
