"""A recovery kit: shown once, confirmed, printed, and nowhere else."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPageSize
from PySide6.QtWidgets import QLabel

from warifu.core.account import Account, Otp
from warifu.core.secret import Secret
from warifu.desktop import i18n
from warifu.desktop.accounts.list_page import ListPage
from warifu.desktop.unlock import kit_sheet
from warifu.desktop.unlock.check_code_page import CheckCodePage
from warifu.desktop.unlock.kit_page import KitPage
from warifu.desktop.unlock.kit_sheet import Sheet
from warifu.desktop.unlock.locked_page import LockedPage
from warifu.services.unlock_ways import Reminder
from warifu.vault import recovery_code
from warifu.vault.recovery_code import RecoveryCode

PASSWORD = "correct horse battery staple"
OTHER = "five quiet lanterns over water"


def shown_code(page: KitPage) -> str:
    return "-".join(label.text() for label in page.groups._labels)


class TestKit:
    @pytest.mark.safety(21)
    def test_it_is_shown_once_and_confirmed_by_typing_it_back(self, home) -> None:
        home.window.open_page(KitPage)
        page = home.page
        assert not page.groups.isVisible()
        assert home.kinds() == ["password"]
        home.press(page.next)
        home.qtbot.waitUntil(page.groups.isVisible)
        text = shown_code(page)
        assert recovery_code.parse(text).text() == text
        home.qtbot.waitUntil(lambda: home.session.ways.reminder(90) is Reminder.UNCONFIRMED)
        home.press(page.next)
        assert page.entry.isVisible()
        assert not page.groups.isVisible()
        home.qtbot.keyClicks(page.entry.field, text.lower().replace("-", " "))
        home.qtbot.keyClick(page.entry.field, Qt.Key.Key_Return)
        home.wait_for(ListPage)
        home.qtbot.waitUntil(lambda: home.session.ways.reminder(90) is Reminder.NONE)
        assert home.kinds() == ["password", "recovery"]
        assert page._code is None

    @pytest.mark.safety(21)
    def test_a_slip_in_confirming_names_its_group_and_confirms_nothing(self, home) -> None:
        home.window.open_page(KitPage)
        page = home.page
        home.press(page.next)
        home.qtbot.waitUntil(page.groups.isVisible)
        text = shown_code(page)
        home.press(page.next)
        wrong = "2" if text[16] != "2" else "3"
        page.entry.field.setText(text[:16] + wrong + text[17:])
        home.press(page.next)
        assert "group 3" in page.entry.error.text()
        assert page.entry.field.cursorPosition() == 19
        page.entry.field.setText(recovery_code.new().text())
        home.press(page.next)
        home.qtbot.waitUntil(lambda: "not the recovery code of this vault" in page.entry.error.text())
        assert home.session.ways.reminder(90) is Reminder.UNCONFIRMED
        page.leave()
        home.wait_for(ListPage)
        home.qtbot.waitUntil(home.page.reminder.isVisible)
        assert "not confirmed" in home.page.reminder.says.text()
        home.press(home.page.reminder.act)
        assert type(home.page) is CheckCodePage
        home.page.entry.field.setText(text)
        home.press(home.page.button)
        home.wait_for(ListPage)
        home.qtbot.waitUntil(lambda: not home.page.reminder.isVisible())

    @pytest.mark.safety(28, 30)
    def test_the_code_never_reaches_the_clipboard_and_cannot_be_selected(self, home) -> None:
        home.window.open_page(KitPage)
        page = home.page
        home.press(page.next)
        home.qtbot.waitUntil(page.groups.isVisible)
        by_mouse = Qt.TextInteractionFlag.TextSelectableByMouse
        by_keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        for label in page.groups.findChildren(QLabel):
            assert not label.textInteractionFlags() & (by_mouse | by_keyboard)
        text = shown_code(page)
        home.press(page.next)
        field = page.entry.field
        field.setText(text)
        for keys in ("A", "C", "X"):
            home.qtbot.keyClick(field, getattr(Qt.Key, f"Key_{keys}"), Qt.KeyboardModifier.ControlModifier)
        field.setSelection(0, 20)
        assert not field.hasSelectedText()
        assert field.text() == text
        clipboard = QGuiApplication.clipboard()
        assert text[2:7] not in clipboard.text()
        assert text[2:7] not in clipboard.text(clipboard.Mode.Selection)

    def test_locking_forgets_the_code_on_the_screen(self, home) -> None:
        home.window.open_page(KitPage)
        page = home.page
        home.press(page.next)
        home.qtbot.waitUntil(page.groups.isVisible)
        code = page._code
        home.window.lock()
        home.wait_for(LockedPage)
        assert not any(code.secret)

    @pytest.mark.safety(20, 21)
    def test_leaving_while_the_code_is_being_made_makes_no_slot_of_zeros(self, home) -> None:
        home.window.open_page(KitPage)
        home.page.accept()
        home.window.back()
        home.qtbot.waitUntil(lambda: home.session.ways.reminder(90) is Reminder.UNCONFIRMED)
        home.window.lock()
        home.press(home.page.forgot)
        home.page.entry.field.setText(RecoveryCode(bytearray(16)).text())
        home.press(home.page.button)
        home.qtbot.waitUntil(lambda: "not the recovery code" in home.page.entry.error.text())

    def test_the_first_run_offers_it_and_takes_no_for_an_answer(self, home, tmp_path) -> None:
        home.session.lock()
        home.session.vault_path = tmp_path / "new" / "vault.warifu"
        home.session.vault_path.parent.mkdir(mode=0o700)
        home.session.refresh()
        page = home.page
        home.type_password(page.password, PASSWORD)
        home.press(page.button)
        home.wait_for(KitPage)
        assert home.page.later.text() == "Not now"
        home.press(home.page.later)
        home.wait_for(ListPage)
        home.session.store.add(Account(Otp(Secret(b"12345678901234567890")), title="AWS"))
        home.page.shown()
        home.qtbot.waitUntil(home.page.reminder.isVisible)
        assert "No recovery code" in home.page.reminder.says.text()


def scanned(content: bytes) -> tuple[int, str, list[str], tuple[float, float]]:
    """Pages, text, what the QR codes hold, and the size in points of a PDF."""
    import pypdfium2
    import zxingcpp

    document = pypdfium2.PdfDocument(content)
    page = document[0]
    picture = page.render(scale=3).to_numpy()
    found = [code.text for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]
    result = len(document), page.get_textpage().get_text_range(), found, page.get_size()
    document.close()
    return result


@pytest.mark.safety(21)
@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    ("size", "points"),
    [(QPageSize.PageSizeId.A4, (595, 842)), (QPageSize.PageSizeId.Letter, (612, 792))],
)
def test_the_printed_kit_is_one_page_with_code_qr_code_and_what_to_do(
    qapp, language: str, size: QPageSize.PageSizeId, points: tuple[int, int]
) -> None:
    code = RecoveryCode(bytearray(range(16, 32)))
    i18n.install(qapp, language)
    try:
        sheet = Sheet(code.groups(), "vault.warifu", "5eed5eed-0000-4000-8000-000000000001", "2026-12-01")
        pages, text, codes, measured = scanned(kit_sheet.pdf(sheet, QPageSize(size)))
    finally:
        i18n.install(qapp, "en")
    assert pages == 1
    assert codes == [code.text()]
    for group in code.groups():
        assert group in text
    assert "vault.warifu" in text
    assert [round(side) for side in measured] == pytest.approx(points, abs=1)
    said = {"en": "Set a new password", "ja": "パスワード"}[language]
    assert said in text.replace("\r", "").replace("\n", "")


@pytest.mark.safety(30)
@pytest.mark.skipif(os.name == "nt", reason="modes of files are POSIX")
def test_the_pdf_is_the_only_file_and_for_its_owner_alone(home, tmp_path, monkeypatch) -> None:
    scratch, target = tmp_path / "tmp", tmp_path / "kit"
    for folder in (scratch, target):
        folder.mkdir()
    for name in ("TMPDIR", "TMP", "TEMP", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(scratch))
    home.window.open_page(KitPage)
    page = home.page
    home.press(page.next)
    home.qtbot.waitUntil(page.groups.isVisible)
    (target / "kit.pdf").write_bytes(b"what was there")
    (target / "kit.pdf").chmod(0o644)
    page.save_to(target / "kit")
    assert "Saved" in home.window.notify.text
    assert [path.name for path in target.iterdir()] == ["kit.pdf"]
    assert (target / "kit.pdf").stat().st_mode & 0o777 == 0o600
    assert scanned((target / "kit.pdf").read_bytes())[2] == [shown_code(page)]
    assert not list(scratch.iterdir())
    page.save_to(tmp_path / "missing" / "kit.pdf")
    assert "could not be saved" in home.window.notify.text


def test_printing_to_a_file_of_the_users_choice_leaves_nothing_else(qapp, tmp_path, monkeypatch) -> None:
    """The printer that every system has: it writes a PDF."""
    from PySide6.QtPrintSupport import QPrinter

    run = tmp_path / "run"
    run.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(run))
    before = os.environ.get("TMPDIR")
    code = recovery_code.new()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    kit_sheet.print_sheet(Sheet(code.groups(), "vault.warifu", "5eed5eed", "2026-12-01"), printer)
    assert scanned((tmp_path / "printed.pdf").read_bytes())[2] == [code.text()]
    assert not list(run.iterdir())
    assert os.environ.get("TMPDIR") == before
