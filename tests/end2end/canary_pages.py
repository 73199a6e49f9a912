"""The pages of recovery, backups, keystore and diagnostics, for ``canary_window``; a fault on each."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtTest import QTest

import canary
from warifu.desktop.backups.list_page import BackupListPage
from warifu.desktop.diagnostics_page import DiagnosticsPage
from warifu.desktop.unlock.check_code_page import CheckCodePage
from warifu.desktop.unlock.kit_page import KitPage
from warifu.desktop.unlock.locked_page import LockedPage
from warifu.desktop.unlock.recovery_page import RecoveryPage
from warifu.desktop.unlock.ways_page import WaysPage

if TYPE_CHECKING:
    from canary_window import Walk

WRONG = "CANARYpassword that is wrong"


def tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def shown(walk: Walk, page: type) -> Any:
    """The page on top, once it is that one; painted, and with a fault while it is there."""
    walk.until(lambda: type(walk.window.page) is page)
    walk.window.grab()
    walk.fail()
    return walk.window.page


def make_a_kit(walk: Walk) -> str:
    """The code on the page, mistyped, then confirmed; its text goes to the test alone."""
    walk.window.open_page(KitPage)
    page = shown(walk, KitPage)
    page.accept()
    walk.until(page.groups.isVisible)
    shown(walk, KitPage)
    code: str = page._code.text()
    tell(f"code {code}")
    page.accept()
    wrong = code[:-1] + ("q" if code[-1] != "q" else "p")
    for text in (wrong, code):
        page.entry.field.setText(text)
        walk.until(page.next.isEnabled)
        page.accept()
        walk.until(lambda: type(walk.window.page) is not KitPage or page.entry.error.text())
        walk.fail()
    walk.window.open_page(CheckCodePage)
    page = shown(walk, CheckCodePage)
    page.entry.field.setText(wrong)
    page.accept()
    QTest.qWait(100)
    walk.window.open_list()
    return code


def look_at_backups(walk: Walk, code: str) -> None:
    """Made, tested with wrong and right, listed, opened as one's own and as a stranger's."""
    window, record = walk.window, walk.context.backing_up
    window.open_backups()
    page = window.page
    page.last.button.click()
    walk.until(lambda: record.status.record.accounts)
    for word in (WRONG, canary.PASSWORD, code):
        page.tested.button.click()
        form = page.trial_form
        form.field.setText(word)
        form.accept()
        walk.until(lambda form=form: page.trial_form is None or form.error.text())
        walk.window.grab()
        walk.fail()
        if page.trial_form is not None:
            page.trial_form.close_form()
    window.open_backup_list()
    listed = shown(walk, BackupListPage)
    QTest.qWait(300)
    path = next(iter(sorted(record.status.folder.glob("*.warifu"))))
    window.open_backup(path)
    walk.until(lambda: window.page is not listed)
    QTest.qWait(500)
    window.grab()
    walk.fail()
    window.open_other_backup(path)
    page = window.page
    for word in (WRONG, canary.PASSWORD):
        page.field.setText(word)
        page.accept()
        QTest.qWait(300)
        window.grab()
        walk.fail()
    window.open_list()


def remember(walk: Walk) -> None:
    """The switch of the keystore, then a PIN."""
    walk.window.open_page(WaysPage)
    page = shown(walk, WaysPage)
    walk.until(page.quick.remember.isEnabled)
    page.quick.remember.click()
    walk.until(lambda: walk.context.quick.remembering.on)
    page = shown(walk, WaysPage)
    page.quick.set_pin.click()
    for first, again in (("12345", "12345"), (canary.PIN, canary.PIN[::-1]), (canary.PIN, canary.PIN)):
        form = page.quick.form
        form.first.setText(first)
        form.again.setText(again)
        form.accept()
        QTest.qWait(150)
    walk.until(lambda: walk.context.quick.pin.on)
    walk.window.open_list()


def save_diagnostics(walk: Walk) -> None:
    """What is shown, saved where the test looks for everything."""
    walk.window.open_page(DiagnosticsPage)
    page = shown(walk, DiagnosticsPage)
    walk.until(page.save.isEnabled)
    page.save_to(walk.context.profile.root.parent / "diagnostics.txt")
    walk.window.open_list()


def try_the_ways_back(walk: Walk, code: str) -> None:
    """Locked again: a wrong and the right PIN, a mistyped and a right code, and the page for a new PC."""
    window = walk.window
    page = shown(walk, LockedPage)
    if walk.context.parts.made("quick"):
        for pin in (canary.PIN[::-1], canary.PIN):
            walk.until(page.quick.pin.isVisible)
            page.quick.pin.setText(pin)
            page.quick.try_pin()
            walk.until(lambda: walk.context.session.store or page.error.text())
            walk.fail()
        walk.until(lambda: walk.context.session.store)
        window.lock()
    window.open_page(RecoveryPage)
    page = shown(walk, RecoveryPage)
    page.entry.field.setText(code[:-2])
    page.accept()
    QTest.qWait(100)
    window.back()
    window.open_restore()
    page = window.page
    page.use_file(next(iter(sorted(walk.context.backing_up.status.folder.glob("*.warifu")))))
    for word in (WRONG, code):
        page.field.setText(word)
        page.accept()
        walk.until(page.button.isEnabled)
        window.grab()
        walk.fail()
    window.back()
