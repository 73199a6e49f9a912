"""The quick ways on the pages: what the user switches, sees and types, and what gets in nobody's way."""

from __future__ import annotations

import hashlib
import threading

import pytest
from PySide6.QtCore import Qt

from warifu.core.errors import KeystoreTrouble, NotConfirmed
from warifu.core.text import Text
from warifu.desktop import theme
from warifu.desktop.accounts.list_page import ListPage
from warifu.desktop.compose import build
from warifu.desktop.main_window import MainWindow
from warifu.desktop.unlock.locked_page import LockedPage
from warifu.desktop.unlock.ways_page import WaysPage
from warifu.services.look import SessionState
from warifu.services.paths import Profile
from warifu.services.quick_ways import quick_ways
from warifu.settings.file import Settings

PASSWORD = "correct horse battery staple"
PIN = "294817"


class HandKeystore:
    """``services.ports.Keystore`` that waits as long as the test wants."""

    def __init__(self):
        self.kept = {}
        self.fault = ""
        self.go = threading.Event()
        self.go.set()

    def _wait(self):
        self.go.wait(30)
        if self.fault:
            raise KeystoreTrouble(self.fault)

    def reason(self):
        return Text(self.fault) if self.fault else None

    def store(self, vault_id, key):
        self._wait()
        self.kept[vault_id] = bytes(key)

    def load(self, vault_id):
        self._wait()
        return bytearray(self.kept[vault_id])

    def delete(self, vault_id):
        self._wait()
        self.kept.pop(vault_id, None)

    def close(self):
        self.fault = "It ends."
        self.go.set()


class HandSystem:
    """``services.ports.QuickUnlock`` that answers what the test wants."""

    def __init__(self, name, *, releases_key):
        self.name, self.releases_key = name, releases_key
        self.problem = None
        self.why_not = None

    def reason(self):
        return self.why_not

    def enrol(self):
        pass

    def ask(self, challenge):
        if self.problem:
            raise self.problem
        return bytearray(hashlib.sha512(b"chip" + challenge).digest()) if self.releases_key else bytearray()

    def close(self):
        pass


class Runs:
    """Runs of Warifu one after the other; ``again`` ends one and begins the next."""

    def __init__(self, qtbot, root, clock):
        self.qtbot, self._root, self._clock = qtbot, root, clock
        self.keystore = HandKeystore()
        self.system = HandSystem("Windows Hello", releases_key=True)
        self.window = self.context = None
        self.begin()

    def begin(self):
        window = MainWindow()
        window.keep_running = lambda: True
        self.qtbot.addWidget(window)
        profile = Profile.at(self._root)
        context = build(
            profile, window, window.notify, settings=Settings(profile.settings), clock=self._clock
        )
        context.parts.__dict__["quick"] = quick_ways(
            context.session, context.tasks, context.settings, lambda: self.keystore, lambda: self.system
        )
        self.window, self.context = window, context
        with self.qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.start(context)

    def end(self):
        fault = self.keystore.fault
        self.window.stop()
        self.context.session.lock()
        self.context.tasks.close()
        self.keystore.fault = fault
        self.window.hide()

    def again(self):
        self.end()
        self.begin()

    @property
    def page(self):
        return self.window.page

    @property
    def state(self):
        return self.context.session.state

    def wait_for(self, kind):
        self.qtbot.waitUntil(lambda: type(self.page) is kind, timeout=5_000)
        return self.page

    def press(self, button):
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def open_ways(self):
        self.window.open_page(WaysPage)
        self.qtbot.waitUntil(lambda: bool(self.page._built), timeout=5_000)
        self.qtbot.waitUntil(self.page.quick.remember.isEnabled, timeout=5_000)
        return self.page

    def switch(self, name):
        page = self.open_ways()
        self.qtbot.waitUntil(getattr(page.quick, name).isEnabled, timeout=5_000)
        was = getattr(page.quick, name).isChecked()
        self.press(getattr(page.quick, name))
        self.qtbot.waitUntil(lambda: self._changed(name, was), timeout=5_000)

    def _changed(self, name, was):
        switch = getattr(self.page.quick, name)
        return switch.isChecked() is not was and switch.isEnabled()

    def with_pin(self):
        page = self.open_ways()
        self.press(page.quick.set_pin)
        form = page.quick.form
        self.qtbot.keyClicks(form.first, PIN)
        self.qtbot.keyClicks(form.again, PIN)
        self.press(form.save)
        self.qtbot.waitUntil(lambda: self.context.quick.pin.on, timeout=5_000)

    def lock(self):
        self.window.lock()
        return self.wait_for(LockedPage)


@pytest.fixture
def runs(qapp, qtbot, profile, fake_clock, cheap_kdf):
    theme.apply(qapp, "light")
    made = Runs(qtbot, profile, fake_clock)
    made.context.session.create(PASSWORD, lambda: None, pytest.fail)
    made.wait_for(ListPage)
    yield made
    made.end()


@pytest.mark.safety(18)
def test_remembering_is_off_and_says_what_it_protects_against(runs) -> None:
    page = runs.open_ways()
    assert not page.quick.remember.isChecked()
    said = page.quick._remember_row.detail.text()
    assert "protects against a stolen disk, not against programs that run as you" in said


@pytest.mark.safety(16)
def test_switched_on_it_opens_the_next_start_and_switched_off_not(runs) -> None:
    runs.switch("remember")
    runs.again()
    runs.wait_for(ListPage)
    assert runs.state is SessionState.UNLOCKED
    page = runs.lock()
    runs.qtbot.wait(50)
    assert runs.state is SessionState.LOCKED
    assert not page.quick.note.isVisible()
    runs.qtbot.keyClicks(page.field, PASSWORD)
    runs.qtbot.keyClick(page.field, Qt.Key.Key_Return)
    runs.wait_for(ListPage)
    runs.switch("remember")
    runs.qtbot.waitUntil(lambda: runs.keystore.kept == {}, timeout=5_000)
    runs.again()
    assert type(runs.page) is LockedPage


@pytest.mark.safety(16)
def test_password_goes_in_while_the_keystore_is_stuck(runs) -> None:
    runs.switch("remember")
    runs.keystore.go.clear()
    runs.again()
    page = runs.wait_for(LockedPage)
    assert page.field.isEnabled()
    assert not page.field.isReadOnly()
    runs.qtbot.keyClicks(page.field, PASSWORD)
    runs.qtbot.keyClick(page.field, Qt.Key.Key_Return)
    runs.wait_for(ListPage)
    runs.keystore.go.set()


@pytest.mark.safety(16)
def test_broken_keystore_is_one_sentence_under_the_password(runs) -> None:
    runs.switch("remember")
    runs.keystore.fault = "The keystore of this computer is locked."
    runs.again()
    page = runs.wait_for(LockedPage)
    runs.qtbot.waitUntil(page.quick.note.isVisible, timeout=5_000)
    assert page.quick.note.text() == (
        "The keystore of this computer is locked. The password opens the vault as before."
    )
    assert page.field.isVisible()
    runs.qtbot.keyClicks(page.field, PASSWORD)
    assert page.field.text() == PASSWORD
    runs.press(page.button)
    runs.wait_for(ListPage)


@pytest.mark.safety(17)
def test_keystore_that_cannot_be_used_says_why_and_cannot_be_switched_on(runs) -> None:
    runs.keystore.fault = "This computer has no keystore that Warifu trusts."
    runs.window.open_page(WaysPage)
    row = runs.page.quick._remember_row
    runs.qtbot.waitUntil(lambda: "no keystore that Warifu trusts" in _detail(runs), timeout=5_000)
    assert row is not None
    assert not runs.page.quick.remember.isEnabled()


def _detail(runs):
    return runs.page.quick._remember_row.detail.text()


def test_failing_to_store_is_told_and_leaves_the_switch_off(runs) -> None:
    page = runs.open_ways()
    runs.keystore.go.clear()
    runs.press(page.quick.remember)
    runs.keystore.fault = "The keystore of this computer does not answer."
    runs.keystore.go.set()
    runs.qtbot.waitUntil(lambda: not runs.page.quick.remember.isChecked(), timeout=5_000)
    assert not runs.context.quick.remembering.on


def test_pin_opens_again_and_five_wrong_ones_leave_the_password(runs) -> None:
    runs.with_pin()
    page = runs.lock()
    assert page.quick.pin.isVisible()
    assert not page.field.isVisible()
    assert page.quick.pin.hasFocus()
    runs.qtbot.keyClicks(page.quick.pin, PIN)
    runs.qtbot.keyClick(page.quick.pin, Qt.Key.Key_Return)
    runs.wait_for(ListPage)
    page = runs.lock()
    for left in (4, 3, 2, 1, 0):
        runs.qtbot.keyClicks(page.quick.pin, "111222")
        runs.press(page.button)
        said = f"Tries left: {left}" if left else "Only the password opens the vault now."
        runs.qtbot.waitUntil(lambda said=said: said in page.error.text(), timeout=5_000)
    assert not page.quick.pin.isVisible()
    assert page.field.hasFocus()
    runs.qtbot.keyClicks(page.field, PASSWORD)
    runs.press(page.button)
    runs.wait_for(ListPage)


def test_password_can_be_chosen_instead_of_the_pin(runs) -> None:
    runs.with_pin()
    page = runs.lock()
    runs.press(page.quick.other)
    assert page.field.hasFocus()
    runs.qtbot.keyClicks(page.field, PASSWORD)
    runs.press(page.button)
    runs.wait_for(ListPage)


@pytest.mark.safety(20)
def test_no_pin_is_asked_for_after_a_fresh_start(runs) -> None:
    runs.with_pin()
    runs.again()
    page = runs.wait_for(LockedPage)
    assert not page.quick.pin.isVisible()
    assert page.field.isVisible()


def test_pins_that_differ_or_are_weak_are_refused_in_place(runs) -> None:
    page = runs.open_ways()
    runs.press(page.quick.set_pin)
    form = page.quick.form
    runs.qtbot.keyClicks(form.first, "294817")
    runs.qtbot.keyClicks(form.again, "294818")
    runs.press(form.save)
    assert form.error.text() == "The two are not alike."
    form.first.setText("123456")
    form.again.setText("123456")
    runs.press(form.save)
    runs.qtbot.waitUntil(lambda: "first that anybody tries" in form.error.text())
    runs.press(form.cancel)
    assert not runs.context.quick.pin.on
    assert form.first.text() == ""


@pytest.mark.safety(19)
def test_hello_opens_a_fresh_start_and_its_refusal_leaves_the_password(runs) -> None:
    runs.switch("system")
    runs.again()
    page = runs.wait_for(LockedPage)
    assert page.quick.button.text() == "Use Windows Hello"
    runs.system.problem = NotConfirmed("Windows Hello did not confirm that it is you.")
    runs.press(page.quick.button)
    runs.qtbot.waitUntil(page.quick.note.isVisible, timeout=5_000)
    assert "did not confirm" in page.quick.note.text()
    assert page.field.isVisible()
    assert page.quick.button.isEnabled()
    runs.system.problem = None
    runs.press(page.quick.button)
    runs.wait_for(ListPage)


@pytest.mark.safety(19)
def test_mere_yes_is_not_offered_after_a_fresh_start(runs) -> None:
    runs.end()
    runs.system = HandSystem("polkit", releases_key=False)
    runs.begin()
    page = runs.wait_for(LockedPage)
    runs.qtbot.keyClicks(page.field, PASSWORD)
    runs.press(page.button)
    runs.wait_for(ListPage)
    runs.switch("system")
    page = runs.lock()
    runs.qtbot.waitUntil(page.quick.button.isVisible)
    assert page.quick.button.text() == "Use fingerprint or system password"
    runs.press(page.quick.button)
    runs.wait_for(ListPage)
    runs.again()
    page = runs.wait_for(LockedPage)
    assert not page.quick.button.isVisible()


def test_way_of_the_system_that_cannot_be_used_says_why(runs) -> None:
    runs.system.why_not = Text("Windows Hello is not set up on this computer.")
    page = runs.open_ways()
    assert not page.quick.system.isEnabled()
    labels = [label.text() for label in page.quick.findChildren(type(page.quick._pin_row.detail))]
    assert "Windows Hello is not set up on this computer." in labels


def test_quitting_does_not_wait_for_a_stuck_keystore(runs) -> None:
    runs.switch("remember")
    runs.keystore.go.clear()
    runs.again()
    runs.wait_for(LockedPage)
    runs.keystore.go.clear()
    runs.window.stop()
    runs.context.tasks.close(5)
    assert runs.keystore.go.is_set()
