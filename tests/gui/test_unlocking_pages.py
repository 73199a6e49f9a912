"""The pages of ways to unlock: a recovery kit made and confirmed, used, checked, replaced."""

from __future__ import annotations

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPageSize
from PySide6.QtWidgets import QLabel

from warifu.core.account import Account, Otp
from warifu.core.secret import Secret
from warifu.desktop import i18n, theme
from warifu.desktop.accounts.list_page import ListPage
from warifu.desktop.compose import build
from warifu.desktop.main_window import MainWindow
from warifu.desktop.unlock import kit_sheet
from warifu.desktop.unlock.check_code_page import CheckCodePage
from warifu.desktop.unlock.kit_page import KitPage
from warifu.desktop.unlock.kit_sheet import Sheet
from warifu.desktop.unlock.locked_page import LockedPage
from warifu.desktop.unlock.recovery_page import RecoveryPage
from warifu.desktop.unlock.rotate_page import RotatePage
from warifu.desktop.unlock.set_password_page import SetPasswordPage
from warifu.desktop.unlock.ways_page import WaysPage
from warifu.desktop.widgets import LinkButton, QuietButton
from warifu.services.look import SessionState
from warifu.services.paths import Profile
from warifu.services.unlock_ways import DAY, Reminder
from warifu.settings import schema
from warifu.settings.file import Settings
from warifu.vault import recovery_code
from warifu.vault.file import open_vault
from warifu.vault.kek import Kek
from warifu.vault.recovery_code import RecoveryCode

PASSWORD = "correct horse battery staple"
OTHER = "five quiet lanterns over water"


class Home:
    """The real window on a vault with one account; its threads are the real ones."""

    def __init__(self, qtbot, window: MainWindow) -> None:
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
        for field in (fields.first, fields.again):
            self.qtbot.keyClicks(field, password)
        self.qtbot.waitUntil(lambda: not fields.problem(), timeout=20_000)

    def waited(self, start, *arguments) -> None:
        ended = []
        start(*arguments, lambda: ended.append(None), ended.append)
        self.qtbot.waitUntil(lambda: bool(ended), timeout=20_000)
        assert ended == [None]

    def with_code(self) -> str:
        """Give the vault a confirmed recovery code."""
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


class TestRecovery:
    @pytest.mark.safety(21)
    def test_who_forgot_the_password_gets_in_by_the_code_and_sets_a_new_one(self, home) -> None:
        text = home.with_code()
        home.window.lock()
        home.wait_for(LockedPage)
        assert home.page.forgot.text() == "Forgot it? Use your recovery code"
        home.press(home.page.forgot)
        assert type(home.page) is RecoveryPage
        home.qtbot.keyClicks(home.page.entry.field, text)
        home.qtbot.keyClick(home.page.entry.field, Qt.Key.Key_Return)
        home.wait_for(SetPasswordPage)
        assert home.session.state is SessionState.UNLOCKED
        home.type_password(home.page.password, OTHER)
        home.press(home.page.button)
        home.wait_for(ListPage)
        assert [account.title for account in open_vault(home.session.vault_path, OTHER).document.accounts()]
        assert home.session.store.accounts()[0].title == "AWS"

    @pytest.mark.safety(21, 25)
    def test_slips_and_wrong_codes_are_told_apart(self, home) -> None:
        text = home.with_code()
        home.window.lock()
        home.press(home.page.forgot)
        page, before = home.page, home.session.vault_path.read_bytes()
        page.entry.field.setText(
            text[:8] + text[9] + text[8] + text[10:] if text[8] != text[9] else text[:-1]
        )
        home.press(page.button)
        assert "group 2" in page.entry.error.text() or "group 6" in page.entry.error.text()
        page.entry.field.setText(recovery_code.new().text())
        home.press(page.button)
        home.qtbot.waitUntil(lambda: "not the recovery code of this vault" in page.entry.error.text())
        assert home.session.vault_path.read_bytes() == before
        home.qtbot.keyClick(page, Qt.Key.Key_Escape)
        assert type(home.page) is LockedPage
        assert page.entry.text() == ""

    def test_a_vault_without_a_code_offers_none(self, home) -> None:
        home.window.lock()
        assert type(home.page) is LockedPage
        assert not home.page.forgot.isVisible()

    def test_the_new_password_can_wait(self, home) -> None:
        text = home.with_code()
        home.window.lock()
        home.press(home.page.forgot)
        home.page.entry.field.setText(text)
        home.press(home.page.button)
        home.wait_for(SetPasswordPage)
        home.press(home.page.later)
        assert type(home.page) is ListPage
        assert home.session.ways.opened_by_code


class TestReminders:
    @pytest.mark.safety(21)
    def test_after_90_days_it_is_asked_for_and_the_answer_told(self, home, fake_clock) -> None:
        text = home.with_code()
        page = home.page
        page.shown()
        home.qtbot.waitUntil(lambda: bool(home.session.ways.known))
        page.reminder.refresh()
        assert not page.reminder.isVisible()
        fake_clock.advance(90 * DAY)
        page.reminder.refresh()
        assert page.reminder.isVisible()
        assert page.reminder.says.text() == "Still have your recovery code?"
        home.press(page.reminder.act)
        home.page.entry.field.setText(text.replace("-", ""))
        home.press(home.page.button)
        home.wait_for(ListPage)
        assert "opens the vault" in home.window.notify.text
        home.qtbot.waitUntil(lambda: not page.reminder.isVisible())

    def test_it_can_be_put_off_for_a_week_and_turned_off(self, home, fake_clock) -> None:
        page = home.page
        page.shown()
        home.qtbot.waitUntil(page.reminder.isVisible)
        home.press(page.reminder.later)
        assert not page.reminder.isVisible()
        fake_clock.advance(7 * DAY)
        page.reminder.refresh()
        assert page.reminder.isVisible()
        home.with_code()
        home.qtbot.waitUntil(lambda: home.session.ways.reminder(90) is Reminder.NONE)
        home.context.settings.set(schema.RECOVERY_DAYS, 0)
        fake_clock.advance(1000 * DAY)
        page.reminder.refresh()
        assert not page.reminder.isVisible()

    def test_who_has_it_no_more_makes_another(self, home) -> None:
        home.with_code()
        home.window.open_page(CheckCodePage)
        home.press(home.page.gone)
        assert type(home.page) is KitPage


class TestWays:
    def test_what_opens_the_vault_is_listed_and_can_be_removed(self, home) -> None:
        text = home.with_code()
        home.waited(home.session.ways.add_key, "keystore", Kek.random(), "DESKTOP-MIKO")
        home.window.open_preferences()
        home.press(home.page.unlocking)
        page = home.page
        assert type(page) is WaysPage
        home.qtbot.waitUntil(lambda: {"DESKTOP-MIKO", "Recovery code"} <= words_of(page))
        assert [row.detail.text()[:7] for row in page.codes] == ["Checked"]
        row = page.codes[0]
        (remove,) = row.findChildren(LinkButton)
        home.press(remove)
        home.press(row.findChild(QuietButton, "go"))
        home.qtbot.waitUntil(lambda: not page.codes)
        assert home.kinds() == ["password", "keystore"]
        assert text

    @pytest.mark.safety(6)
    def test_a_new_key_is_not_the_same_as_another_password_and_the_page_says_so(self, home) -> None:
        text = home.with_code()
        copy = home.session.vault_path.with_name("copy.warifu")
        copy.write_bytes(home.session.vault_path.read_bytes())
        home.window.open_page(WaysPage)
        home.press(home.page.rotate)
        page = home.page
        assert type(page) is RotatePage
        words = " ".join(label.text() for label in page.findChildren(QLabel))
        assert "Backups and copies made before keep the old password" in words
        assert "The recovery code" in words
        home.qtbot.keyClicks(page.old, PASSWORD)
        for field in (page.new.first, page.new.again):
            field.setText(PASSWORD)
        home.qtbot.waitUntil(lambda: "somebody may know" in page.why.text())
        assert not page.button.isEnabled()
        page.new.clear()
        home.type_password(page.new, OTHER)
        home.press(page.button)
        home.wait_for(WaysPage)
        assert "new key" in home.window.notify.text
        assert home.kinds() == ["password"]
        open_vault(copy, PASSWORD).forget()
        opened = open_vault(home.session.vault_path, OTHER)
        assert opened.header.epoch == 2
        assert text

    def test_the_password_is_changed_here_too(self, home) -> None:
        home.window.open_page(WaysPage)
        page = home.page
        home.press(page.change)
        home.qtbot.keyClicks(page.form.old, PASSWORD)
        home.type_password(page.form.new, OTHER)
        home.press(page.form.button)
        home.qtbot.waitUntil(lambda: page.form is None, timeout=20_000)
        open_vault(home.session.vault_path, OTHER).forget()

    def test_a_wrong_old_password_makes_no_key(self, home) -> None:
        before = home.session.vault_path.read_bytes()
        home.window.open_page(RotatePage)
        page = home.page
        home.qtbot.keyClicks(page.old, "not this one")
        home.type_password(page.new, OTHER)
        home.press(page.button)
        home.qtbot.waitUntil(lambda: "Nothing was changed" in page.error.text(), timeout=20_000)
        assert home.session.vault_path.read_bytes() == before


def words_of(page) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel) if label.isVisible()}


def scanned(content: bytes) -> tuple[int, str, list[str], tuple[float, float]]:
    """Pages, text, what the QR codes hold, and the size in points of a PDF."""
    import pypdfium2
    import zxingcpp

    document = pypdfium2.PdfDocument(content)
    page = document[0]
    picture = page.render(scale=3).to_numpy()
    found = [code.text for code in zxingcpp.read_barcodes(picture)]
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
