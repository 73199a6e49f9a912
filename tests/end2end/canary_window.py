"""The real window walked through from inside its process, with faults that nobody foresaw on the way.

python tests/with_cheap_kdf.py tests/end2end/canary_window.py PROFILE

It tells "ready" when all was shown and waits for a line; then it locks, and quits.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

import canary_pages
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtTest import QTest

import canary
from warifu.desktop import app, running
from warifu.services.look import SessionState
from warifu.services.paths import Profile

if TYPE_CHECKING:
    from collections.abc import Callable

LEFT = Qt.MouseButton.LeftButton
logging.basicConfig(level=logging.DEBUG, stream=sys.stderr)


def tell(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


class Walk:
    """Everything a person does in a day, one step after the other."""

    def __init__(self, window: Any) -> None:
        self.window = window
        self.context = window.context

    def until(self, true: Callable[[], Any]) -> None:
        for _ in range(400):
            if true():
                return
            QTest.qWait(25)
        raise AssertionError(
            f"waited in vain on {type(self.window.page).__name__}, {self.context.session.state}"
        )

    def fail(self) -> None:
        """As a slip of ours would, with all secrets in its words, its variables and its thread's."""
        secret = canary.link() + canary.PASSWORD + canary.FIELDS["note"]

        def fault() -> None:
            inner = secret
            raise RuntimeError(f"cannot use {inner}") from ValueError(inner)

        QTimer.singleShot(0, fault)
        thread = threading.Thread(target=fault, name="canary")
        thread.start()
        thread.join()
        self.context.tasks.run(fault, lambda _: None, self._refused)
        QTest.qWait(60)

    def _refused(self, problem: Exception) -> None:
        from warifu.services.problems import as_app_error

        self.context.notify.error(as_app_error(problem))

    def unlock(self) -> None:
        page = self.window.page
        for password in ("CANARYpassword that is wrong", canary.PASSWORD):
            self.until(page.field.isEnabled)
            page.field.clear()
            QTest.keyClicks(page.field, password)
            self.until(page.button.isEnabled)
            page.button.click()
            self.until(lambda: self.context.session.store or page.error.text())
        self.until(lambda: self.context.session.state is SessionState.UNLOCKED)

    def add(self) -> None:
        self.window.open_add()
        page = self.window.page
        data = QMimeData()
        for text in (canary.FIELDS["bad"] + " !", canary.link().replace("CANARYaccount", "CANARYrenamed")):
            data.setText(text)
            page.source.paste.clear()
            page.source.paste.insertFromMimeData(data)
            QTest.qWait(30)
        QTest.mouseClick(page.save, LEFT)
        QTest.qWait(100)

    def bring(self) -> None:
        """An import with a wrong password, a right one, and a look at what is in the file."""
        from warifu.core.intake import recognise
        from warifu.formats import warifu as own_format
        from warifu.services.import_batch import Stage

        found = recognise(canary.link().replace("CANARYaccount", "CANARYtitle")).accounts
        path = Path(os.environ["HOME"]) / "old-pc.warifu"
        path.write_bytes(own_format.write(found, canary.NEXT_PASSWORD))
        self.window.open_import([path])
        page = self.window.page
        for password in ("CANARYpassword that is wrong", canary.NEXT_PASSWORD):
            self.until(lambda: page.rows[0].source.stage is Stage.CLOSED)
            QTest.keyClicks(page.rows[0].form.field, password)
            QTest.keyClick(page.rows[0].form.field, Qt.Key.Key_Return)
            self.fail()
            self.until(lambda: page.batch.reading is None)
        self.until(page.take.isVisible)
        self.window.grab()
        page.list.setCurrentIndex(page.found.index(1))
        page.found.toggle(1)
        self.fail()
        page.accept()
        QTest.qWait(100)
        self.window.open_list()

    def look(self) -> None:
        """Every page that shows an account."""
        first = self.context.session.store.accounts()[0]
        pages = (
            lambda: self.window.open_account(first.id),
            lambda: self.window.open_edit(first.id),
            lambda: self.window.open_code(first.id),
            lambda: self.window.open_transfer([first.id]),
            self.window.open_trash,
            self.window.open_preferences,
        )
        for show in pages:
            show()
            QTest.qWait(60)
            self.window.grab()
            self.fail()
            self.window.open_list()
        self.context.copying.copy(first.id)
        self.context.session.store.edit(first.id, note=canary.FIELDS["note"], title=canary.FIELDS["renamed"])
        QTest.qWait(100)


def walk(self: running.Running) -> None:
    """Begin as always, then go."""
    begin(self)
    here = Walk(self._window)

    def go() -> None:
        here.fail()
        if "--remembered" in sys.argv:
            here.until(lambda: here.context.session.state is SessionState.UNLOCKED)
            here.look()
            tell("ready")
            sys.stdin.readline()
            here.window.quit()
            return
        here.unlock()
        here.add()
        here.bring()
        here.look()
        code = canary_pages.make_a_kit(here)
        canary_pages.look_at_backups(here, code)
        if "DBUS_SESSION_BUS_ADDRESS" in os.environ:
            canary_pages.remember(here)
        canary_pages.save_diagnostics(here)
        tell("ready")
        sys.stdin.readline()
        here.window.lock()
        here.fail()
        canary_pages.try_the_ways_back(here, code)
        QTest.qWait(100)
        here.window.quit()

    def go_or_tell() -> None:
        try:
            go()
        except BaseException:  # noqa: BLE001 - a fault would only be noted, and the test wait for ever
            tell(traceback.format_exc())
            os._exit(1)

    QTimer.singleShot(0, go_or_tell)


begin = running.Running.begin
running.Running.begin = walk  # type: ignore[method-assign]

if __name__ == "__main__":
    sys.exit(app.run(Profile.at(Path(sys.argv[1]))))
