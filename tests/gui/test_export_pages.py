"""Taking accounts out in the window: what is offered, said, asked, written, and left alone."""

from __future__ import annotations

import dataclasses
import json
import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from warifu.core.account import Account, Otp, OtpType
from warifu.core.errors import AppError
from warifu.core.intake import recognise
from warifu.core.secret import Secret
from warifu.desktop.accounts.list_page import ListPage
from warifu.desktop.exporting.export_page import ExportPage
from warifu.desktop.exporting.write_page import WritePage
from warifu.desktop.unlock.locked_page import LockedPage
from warifu.formats import links, registry
from warifu.formats.base import Form, Keys, Writer
from warifu.formats.holds import Holds
from warifu.formats.untrusted import Untrusted
from warifu.services import exporting

PASSWORD = "correct horse battery staple"
OTHER = "five quiet lanterns over water"
PIN = "294817"
BOTH = Form.PLAIN | Form.ENCRYPTED


def app_of(write=lambda _accounts, password: f"file {password[::-1]}".encode(), **holds):
    """An app that reads both kinds of files and makes time-based codes only."""
    writer = Writer(write, BOTH, Holds(frozenset((OtpType.TOTP,)), **holds), ".app")
    return dataclasses.replace(links.FORMAT, id="an-app", name="An App", writer=writer)


def target(format_id: str):
    return exporting.target_named(format_id)


@pytest.fixture
def full(home):
    """A vault with accounts of several kinds."""
    home.session.store.add(
        *
        [
            Account(
                Otp(Secret(b"12345678901234567891")), title="GitHub", issuer="GitHub", account="ada",
                note="one of two", tags=("work",),
            ),
            Account(Otp(Secret(b"12345678901234567892"), OtpType.STEAM, digits=5), title="Steam"),
            Account(Otp(Secret(b"12345678901234567893")), title="銀行", issuer="Bank", tags=("home", "work")),
        ]
    )  # fmt: skip
    home.waited(home.session.flush)
    return home


def ids(home) -> list[str]:
    return [account.id for account in home.session.store.accounts()]


def open_write(home, chosen) -> WritePage:
    home.window.open_export()
    home.window.open_page(lambda context: WritePage(context, chosen, ids(home)))
    return home.page


def fill_in(home, page: WritePage, password: str = "", owner: str = PASSWORD) -> None:
    """Type what the page asks for: the file's password, or the word that it has none."""
    if password:
        home.type_password(page.protection.password, password)
    else:
        home.qtbot.keyClicks(page.protection.plain.field, page.protection.plain.word)
    home.qtbot.keyClicks(page.owner.field, owner)


def choose(home, page: WritePage, path: Path) -> None:
    """What the file dialog ends with."""
    home.qtbot.waitUntil(lambda: page.saving.dialog is not None and page.saving.dialog.isVisible())
    page.saving.dialog.fileSelected.emit(str(path))
    page.saving.dialog.close()


def written(home, page: WritePage) -> None:
    home.qtbot.waitUntil(page.done.isVisible, timeout=20_000)


class TestChoosing:
    def test_every_format_that_is_written_is_offered_and_warifu_first(self, full) -> None:
        full.window.open_export()
        page = full.page
        assert isinstance(page, ExportPage)
        expected = {each.id for each in registry.FORMATS if each.writer} | {"sheet-pdf", "phone"}
        assert set(page.rows) == expected
        assert next(iter(page.rows)) == "warifu"
        assert page.rows["warifu"].hasFocus()

    def test_all_selected_pinned_or_tagged_accounts_go_out(self, full) -> None:
        store = full.session.store
        first, *_rest, last = ids(full)
        store.edit_all({last: {"pinned": True}})
        full.window.open_export([first, "gone"])
        page = full.page
        texts = [page.which.itemText(n) for n in range(page.which.count())]
        tags = ["Tagged “home” (1)", "Tagged “work” (2)"]
        assert texts == ["The selected account", "All accounts (4)", "Pinned (1)", *tags]
        assert page.chosen() == (first,)
        page.which.setCurrentIndex(1)
        assert page.chosen() == tuple(ids(full))
        page.which.setCurrentIndex(2)
        assert page.chosen() == (last,)
        page.which.setCurrentIndex(4)
        assert {store.get(each).title for each in page.chosen()} == {"GitHub", "銀行"}

    def test_what_is_chosen_stays_chosen_while_accounts_change(self, full) -> None:
        full.window.open_export()
        page = full.page
        page.which.setCurrentIndex(2)
        assert page.which.currentText() == "Tagged “work” (2)"
        full.session.store.trash(page.chosen()[0])
        assert page.which.currentText() == "Tagged “work” (1)"

    def test_without_accounts_nothing_can_be_pressed(self, home) -> None:
        home.session.store.trash(*ids(home))
        home.window.open_export()
        assert home.page.nothing.isVisible()
        assert not any(row.isEnabled() for row in home.page.rows.values())

    def test_the_selection_of_the_list_and_the_menus_lead_here(self, full) -> None:
        page = full.page
        assert isinstance(page, ListPage)
        page.selecting.begin(ids(full)[1])
        full.press(page.selecting.bar.export)
        full.wait_for(ExportPage)
        assert full.page.chosen() == (ids(full)[1],)
        full.qtbot.keyClick(full.page, Qt.Key.Key_Escape)
        full.wait_for(ListPage)
        full.window.open_preferences()
        full.page.export.click()
        full.wait_for(ExportPage)
        assert len(full.page.chosen()) == 4

    def test_codes_for_a_phone_are_the_transfer_page(self, full) -> None:
        from warifu.desktop.scanning.transfer_page import TransferPage

        full.window.open_export()
        full.press(full.page.rows["phone"])
        full.wait_for(TransferPage)


class TestOwnFile:
    def test_by_keyboard_alone_from_the_list_of_targets_to_the_file(self, full, tmp_path) -> None:
        bot, path = full.qtbot, tmp_path / "out.warifu"
        full.window.open_export()
        bot.keyClick(full.page.rows["warifu"], Qt.Key.Key_Return)
        full.wait_for(WritePage)
        page = full.page
        focused = full.window.focusWidget
        assert focused() is page.protection.password.first
        bot.keyClicks(focused(), OTHER)
        bot.keyClick(focused(), Qt.Key.Key_Tab)
        assert focused() is page.protection.password.again
        bot.keyClicks(focused(), OTHER)
        bot.waitUntil(lambda: not page.protection.problem())
        while focused() is not page.owner.field:
            bot.keyClick(focused(), Qt.Key.Key_Tab)
        bot.keyClicks(focused(), PASSWORD)
        bot.keyClick(focused(), Qt.Key.Key_Return)
        choose(full, page, path)
        written(full, page)

        _format, contents = registry.read(Untrusted(path.read_bytes()), Keys((OTHER,)))
        mine = [dataclasses.replace(account, order="") for account in full.session.store.accounts()]
        held = [dataclasses.replace(entry.account, order="") for entry in contents.entries]
        assert {(each.id, each) for each in held} == {(each.id, each) for each in mine}
        with pytest.raises(AppError):
            registry.read(Untrusted(path.read_bytes()), Keys((PASSWORD,)))
        assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o600
        assert page.done.path.toolTip() == str(path)
        assert "Backups" in page.done.steps.text()
        assert not page.done.warning.isVisible()
        bot.keyClick(page, Qt.Key.Key_Return)
        full.wait_for(ListPage)

    def test_a_wrong_password_of_the_vault_asks_for_no_place(self, full) -> None:
        page = open_write(full, target("warifu"))
        fill_in(full, page, OTHER, owner="not it")
        full.press(page.next)
        full.qtbot.waitUntil(page.owner.error.isVisible)
        assert "not the password of the vault" in page.owner.error.text()
        assert page.saving.dialog is None
        assert not page.owner.confirmed
        page.save_to(Path("never.warifu"))
        assert not page._working

    def test_nothing_is_ready_before_everything_is_said(self, full) -> None:
        page = open_write(full, target("warifu"))
        assert not page.next.isEnabled()
        full.type_password(page.protection.password, OTHER)
        assert page.why.text() == "Confirm that it is you."
        assert not page.next.isEnabled()
        full.qtbot.keyClick(page, Qt.Key.Key_Return)
        assert page.saving.dialog is None

    def test_a_weak_password_of_the_file_is_refused(self, full) -> None:
        page = open_write(full, target("warifu"))
        for field in (page.protection.password.first, page.protection.password.again):
            full.qtbot.keyClicks(field, "password")
        full.qtbot.keyClicks(page.owner.field, PASSWORD)
        full.qtbot.waitUntil(lambda: page.protection.password.meter.rating is not None)
        assert not page.next.isEnabled()

    def test_leaving_the_page_forgets_what_was_typed(self, full) -> None:
        page = open_write(full, target("warifu"))
        fill_in(full, page, OTHER)
        page.backups.click()
        assert page.owner.field.text() == ""
        assert page.protection.text() == ""
        assert not page.owner.confirmed


class TestLosses:
    def test_what_the_app_cannot_hold_is_said_account_by_account(self, full) -> None:
        page = open_write(full, app_of(tags=1))
        assert page.losses.count.text() == "3 accounts will be written."
        assert page.losses.refused.heading.text() == "1 account cannot go along"
        assert page.losses.refused.sentences.text() == "Steam: That app cannot make this kind of code."
        assert page.losses.lost.sentences.text().split("\n") == [
            "GitHub · ada: Its note is lost.",
            "銀行 · Bank: Its title is lost; the name of the site stays. Only its first tag is kept.",
        ]

    def test_it_follows_the_accounts(self, full) -> None:
        page = open_write(full, app_of())
        steam = next(each for each in full.session.store.accounts() if each.title == "Steam")
        full.session.store.trash(steam.id)
        assert not page.losses.refused.isVisible()

    def test_many_lines_wait_behind_a_link(self, home) -> None:
        home.session.store.add(
            *[Account(Otp(Secret(bytes([n]) * 20)), title=f"Site {n}", note="n") for n in range(50)]
        )
        page = open_write(home, app_of())
        assert page.losses.lost.heading.text() == "50 accounts lose something"
        assert page.losses.lost.sentences.text().count("\n") == 29
        assert page.losses.all.text() == "Show all 50"
        page.losses.all.click()
        assert not page.losses.all.isVisible()
        lines = page.losses.whole.toPlainText().splitlines()
        assert lines[0] == "50 accounts lose something"
        assert lines[-1] == "Site 49: Its note is lost."
        assert len(lines) == 51

    def test_where_none_can_be_written_nothing_is_asked(self, full) -> None:
        steam = next(each for each in full.session.store.accounts() if each.title == "Steam")
        full.window.open_page(lambda context: WritePage(context, app_of(), [steam.id]))
        assert full.page.why.text() == "None of these accounts can be written."
        assert not full.page.next.isEnabled()

    def test_only_what_the_app_holds_is_written(self, full, tmp_path) -> None:
        given = []
        page = open_write(full, app_of(lambda accounts, _password: given.extend(accounts) or b"file"))
        fill_in(full, page, OTHER)
        full.press(page.next)
        choose(full, page, tmp_path / "out.app")
        written(full, page)
        assert {account.title for account in given} == {"AWS", "GitHub", "銀行"}


class TestPlain:
    def test_a_word_must_be_typed_and_the_warning_is_there(self, full, tmp_path) -> None:
        page = open_write(full, target("otpauth"))
        assert not page.protection.switch.isVisible()
        assert page.protection.plain.isVisible()
        full.qtbot.keyClicks(page.owner.field, PASSWORD)
        for wrong in ("", "encrypted", "yes"):
            page.protection.plain.field.setText(wrong)
            assert not page.next.isEnabled()
        page.protection.plain.field.setText(" Not  Encrypted ")
        assert page.next.isEnabled()
        full.press(page.next)
        choose(full, page, tmp_path / "links")
        written(full, page)
        lines = (tmp_path / "links.txt").read_text()
        held = {account.otp for account in recognise(lines).accounts}
        assert held == {account.otp for account in full.session.store.accounts()}
        assert page.done.warning.isVisible()

    def test_the_switch_turns_between_a_password_and_the_word(self, full, tmp_path) -> None:
        page = open_write(full, app_of())
        assert page.protection.switch.isVisible()
        assert page.protection.encrypted
        full.qtbot.keyClicks(page.protection.password.first, OTHER)
        full.press(page.protection.switch)
        assert page.protection.password.first.text() == ""
        assert not page.protection.encrypted
        fill_in(full, page)
        full.press(page.next)
        choose(full, page, tmp_path / "out.app")
        written(full, page)
        assert (tmp_path / "out.app").read_bytes() == b"file "

    def test_a_folder_of_a_cloud_is_named_before_anything_lies_in_it(self, full, tmp_path) -> None:
        info = Path.home() / ".dropbox" / "info.json"
        info.parent.mkdir()
        info.write_text(json.dumps({"personal": {"path": str(tmp_path)}}))
        try:
            page = open_write(full, target("otpauth"))
            fill_in(full, page)
            full.press(page.next)
            choose(full, page, tmp_path / "out.txt")
            full.qtbot.waitUntil(page.question.isVisible)
            assert page.question.sentence.text().startswith("Dropbox copies this folder")
            assert not list(tmp_path.glob("*.txt"))
            assert full.window.focusWidget() is page.question.other
            full.qtbot.keyClick(page, Qt.Key.Key_Escape)
            assert not page.question.isVisible()
            assert full.page is page
            full.press(page.next)
            choose(full, page, tmp_path / "out.txt")
            full.qtbot.waitUntil(page.question.isVisible)
            full.press(page.question.really)
            written(full, page)
        finally:
            info.unlink()
            info.parent.rmdir()

    def test_an_encrypted_file_may_lie_in_a_cloud(self, full, tmp_path) -> None:
        info = Path.home() / ".dropbox" / "info.json"
        info.parent.mkdir()
        info.write_text(json.dumps({"personal": {"path": str(tmp_path)}}))
        try:
            page = open_write(full, app_of())
            fill_in(full, page, OTHER)
            full.press(page.next)
            choose(full, page, tmp_path / "out.app")
            written(full, page)
        finally:
            info.unlink()
            info.parent.rmdir()


class TestFiles:
    def test_a_file_that_is_there_is_asked_about(self, full, tmp_path) -> None:
        path = tmp_path / "out.app"
        path.write_bytes(b"mine")
        page = open_write(full, app_of())
        fill_in(full, page, OTHER)
        full.press(page.next)
        choose(full, page, path)
        full.qtbot.waitUntil(page.question.isVisible)
        assert "out.app" in page.question.sentence.text()
        assert not page.next.isVisible()
        assert path.read_bytes() == b"mine"
        full.press(page.question.other)
        full.qtbot.waitUntil(page.saving.dialog.isVisible)
        assert path.read_bytes() == b"mine"
        choose(full, page, path)
        full.press(page.question.really)
        written(full, page)
        assert path.read_bytes() == f"file {OTHER[::-1]}".encode()

    @pytest.mark.safety(40)
    def test_the_vault_is_never_written_over(self, full) -> None:
        path = full.session.vault_path
        before = path.read_bytes()
        page = open_write(full, app_of())
        fill_in(full, page, OTHER)
        full.press(page.next)
        choose(full, page, path)
        full.press(page.question.really)
        full.qtbot.waitUntil(lambda: bool(page.error.text()))
        assert page.error.text().startswith("That is the vault itself.")
        assert path.read_bytes() == before

    def test_a_link_that_leads_nowhere_is_a_file_that_is_there(self, full, tmp_path) -> None:
        path = tmp_path / "out.app"
        try:
            path.symlink_to(tmp_path / "elsewhere")
        except OSError:
            pytest.skip("no links here")
        page = open_write(full, app_of())
        fill_in(full, page, OTHER)
        full.press(page.next)
        choose(full, page, path)
        full.qtbot.waitUntil(page.question.isVisible)
        full.press(page.question.really)
        written(full, page)
        assert not (tmp_path / "elsewhere").exists()
        assert not path.is_symlink()

    def test_a_place_that_takes_no_file_is_one_sentence_and_another_one_is_chosen(
        self, full, tmp_path
    ) -> None:
        page = open_write(full, app_of())
        fill_in(full, page, OTHER)
        full.press(page.next)
        choose(full, page, tmp_path / "missing" / "out.app")
        full.qtbot.waitUntil(page.error.isVisible)
        assert page.error.text().startswith("There is no such folder.")
        full.press(page.next)
        choose(full, page, tmp_path / "out.app")
        written(full, page)
        assert [each.name for each in tmp_path.glob("*.app")] == ["out.app"]

    def test_closing_the_dialog_leaves_everything_as_it_was(self, full) -> None:
        page = open_write(full, app_of())
        fill_in(full, page, OTHER)
        full.press(page.next)
        full.qtbot.waitUntil(lambda: page.saving.dialog is not None and page.saving.dialog.isVisible())
        page.saving.dialog.reject()
        assert page.next.isEnabled()
        assert page.protection.text() == OTHER


class TestLocking:
    def test_locking_closes_the_page_and_the_dialog(self, full) -> None:
        page = open_write(full, app_of())
        fill_in(full, page, OTHER)
        full.press(page.next)
        full.qtbot.waitUntil(lambda: page.saving.dialog is not None and page.saving.dialog.isVisible())
        full.session.lock()
        full.wait_for(LockedPage)
        full.qtbot.waitUntil(lambda: not full.window.findChildren(QFileDialog))

    @pytest.mark.parametrize("step", ["check", "bytes"])
    def test_locking_while_it_works_writes_nothing(self, full, tmp_path, step) -> None:
        begun, go_on = threading.Event(), threading.Event()

        def write(_accounts, _password) -> bytes:
            begun.set()
            assert go_on.wait(30)
            return b"secrets"

        page = open_write(full, app_of(write))
        fill_in(full, page, OTHER)
        if step == "check":
            page.next.click()
        else:
            full.press(page.next)
            choose(full, page, tmp_path / "out.app")
            assert begun.wait(30)
        full.session.lock()
        full.wait_for(LockedPage)
        go_on.set()
        full.waited(full.session.flush)
        ended: list[object] = []
        full.context.tasks.run(lambda: None, ended.append, ended.append, _pool())
        full.qtbot.waitUntil(lambda: bool(ended))
        assert not list(tmp_path.glob("*.app*"))
        assert not full.window.findChildren(QFileDialog)


def _pool():
    from warifu.services.ports import Lane

    return Lane.POOL


class TestQuickWays:
    def test_the_pin_is_asked_for_where_there_is_one_and_the_password_stays(self, full, tmp_path) -> None:
        full.waited(full.context.quick.pin.set, PIN)
        page = open_write(full, app_of())
        assert page.owner.label.text() == "PIN of Warifu"
        fill_in(full, page, OTHER, owner="111222")
        full.press(page.next)
        full.qtbot.waitUntil(page.owner.error.isVisible)
        assert "Tries left: 4." in page.owner.error.text()
        page.owner.field.clear()
        full.qtbot.keyClicks(page.owner.field, PIN)
        full.press(page.next)
        choose(full, page, tmp_path / "out.app")
        written(full, page)

    def test_five_wrong_pins_leave_the_password(self, full) -> None:
        full.waited(full.context.quick.pin.set, PIN)
        page = open_write(full, app_of())
        fill_in(full, page, OTHER, owner="111222")
        for _ in range(5):
            full.press(page.next)
            full.qtbot.waitUntil(lambda: not page._working)
            page.owner.field.setText("111222")
        full.qtbot.waitUntil(lambda: page.owner.label.text().startswith("Your password"))
        page.owner.field.setText(PASSWORD)
        full.press(page.next)
        full.qtbot.waitUntil(lambda: page.owner.confirmed)
        page.saving.dialog.reject()


class TestPaper:
    def test_the_pdf_and_the_page_hold_every_account(self, full, tmp_path, picture_reader) -> None:
        expected = {account.otp for account in full.session.store.accounts()}
        page = open_write(full, target("sheet-pdf"))
        fill_in(full, page)
        full.press(page.next)
        choose(full, page, tmp_path / "sheet.pdf")
        written(full, page)
        texts = [
            found.text for found in picture_reader.read_picture((tmp_path / "sheet.pdf").read_bytes()).texts
        ]
        assert {account.otp for text in texts for account in recognise(text).accounts} == expected
        assert "printed, delete the file" in page.done.warning.text()

    def test_a_printer_gets_the_same_pages_and_no_file_is_left(
        self, full, tmp_path, monkeypatch, picture_reader
    ) -> None:
        from PySide6.QtPrintSupport import QPrinter

        from warifu.desktop.exporting.paper_sheet import print_sheet
        from warifu.formats.sheet import sheet_of

        run = tmp_path / "run"
        run.mkdir(mode=0o700)
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(run))
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        accounts = full.session.store.accounts()
        print_sheet(sheet_of(accounts), printer)
        texts = [
            found.text for found in picture_reader.read_picture((tmp_path / "printed.pdf").read_bytes()).texts
        ]
        assert len(texts) == len(accounts)
        assert not list(run.iterdir())

    def test_only_sheets_can_be_printed(self, full) -> None:
        assert not open_write(full, target("otpauth")).print.isVisible()
        assert open_write(full, target("sheet")).print.isVisible()
