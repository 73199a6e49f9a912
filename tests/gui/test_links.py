"""What a link does in the window: it opens the editor, asks, and nothing else."""

from __future__ import annotations

import random
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt

from warifu.core.account import Account, Otp
from warifu.core.migration import format_migration
from warifu.core.secret import Secret
from warifu.desktop import theme
from warifu.desktop.accounts.list_page import ListPage
from warifu.desktop.compose import build
from warifu.desktop.editor.editor_page import EditorPage
from warifu.desktop.links import LONGEST_WAIT, MOST_WAITING, Links
from warifu.desktop.main_window import MainWindow
from warifu.desktop.preferences.preferences_page import PreferencesPage
from warifu.desktop.unlock.first_run_page import FirstRunPage
from warifu.desktop.unlock.locked_page import LockedPage
from warifu.services.paths import Profile
from warifu.settings.file import Settings

PASSWORD = "correct horse battery staple"
KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def link(name: str = "ada") -> str:
    return f"otpauth://totp/GitHub:{name}?secret={KEY}&issuer=GitHub"


class Bench:
    """A window with what opens links in it."""

    def __init__(self, qtbot, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window
        self.context = window.context
        self.links = Links(self.context, window)

    @property
    def page(self):
        return self.window.page

    @property
    def accounts(self):
        return self.context.session.store.accounts()

    def create(self) -> Bench:
        failures: list = []
        self.context.session.create(PASSWORD, lambda: None, failures.append)
        self.qtbot.waitUntil(lambda: self.context.session.store is not None or bool(failures))
        assert not failures
        return self

    def unlock(self, password: str = PASSWORD) -> None:
        ended: list = []
        self.context.session.unlock(password, lambda: ended.append(None), ended.append)
        self.qtbot.waitUntil(lambda: bool(ended))

    def settle(self) -> None:
        """Wait until keys and clicks are let through again."""
        self.qtbot.waitUntil(lambda: not self.links.hands_off)


@pytest.fixture
def bench(qapp, qtbot, profile, fake_clock, cheap_kdf):
    theme.apply(qapp, "light")
    settings = Settings(Profile.at(profile).settings)
    window = MainWindow()
    window.keep_running = lambda: True
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    context = build(Profile.at(profile), window, window.notify, settings=settings, clock=fake_clock)
    window.start(context)
    made = Bench(qtbot, window)
    yield made
    made.links.end()
    window.stop()
    context.session.lock()
    context.tasks.close()


@pytest.mark.safety(54)
def test_an_open_vault_shows_the_account_with_its_code_and_stores_nothing(bench) -> None:
    bench.create().links.open(link())
    assert isinstance(bench.page, EditorPage)
    assert bench.page.form.title.text() == "GitHub"
    assert bench.page.preview.isVisible()
    assert bench.page.draft.secret is not None
    assert "Nothing is stored" in bench.window.notify.text
    assert bench.accounts == ()
    bench.page.leave()
    assert isinstance(bench.page, ListPage)
    assert bench.accounts == ()


def test_save_stores_it(bench) -> None:
    bench.create().links.open(link())
    bench.settle()
    bench.qtbot.mouseClick(bench.page.save, Qt.MouseButton.LeftButton)
    assert [(account.title, account.account) for account in bench.accounts] == [("GitHub", "ada")]


@pytest.mark.safety(54)
def test_a_key_that_was_meant_for_another_page_saves_nothing(bench) -> None:
    bench.create().links.open(link())
    page = bench.page
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_X):
        bench.qtbot.keyClick(bench.window.focusWidget(), key)
    bench.qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    assert bench.page is page
    assert bench.accounts == ()
    assert page.form.title.text() == "GitHub"
    bench.settle()
    bench.qtbot.keyClick(bench.window.focusWidget(), Qt.Key.Key_Return)
    assert len(bench.accounts) == 1


def test_a_locked_vault_asks_for_the_password_first(bench) -> None:
    bench.create().context.session.lock()
    bench.window.hide()
    bench.links.open(link())
    assert bench.window.isVisible()
    assert isinstance(bench.page, LockedPage)
    assert "Unlock" in bench.window.notify.text
    bench.unlock("not the password")
    assert isinstance(bench.page, LockedPage)
    bench.unlock()
    bench.qtbot.waitUntil(lambda: isinstance(bench.page, EditorPage))
    assert bench.page.form.title.text() == "GitHub"
    assert bench.accounts == ()


def test_a_first_run_makes_the_vault_first(bench) -> None:
    bench.links.open(link())
    assert isinstance(bench.page, FirstRunPage)
    bench.create()
    bench.qtbot.waitUntil(lambda: isinstance(bench.page, EditorPage))


def test_a_link_does_not_wait_for_ever_and_can_be_forgotten(bench, monkeypatch) -> None:
    bench.create().context.session.lock()
    later: list = []
    after = bench.context.scheduler.after
    monkeypatch.setattr(
        type(bench.context.scheduler),
        "after",
        lambda self, seconds, call: later.append((seconds, call)) or after(seconds, call),
    )
    bench.links.open(link())
    (call,) = [call for seconds, call in later if seconds == LONGEST_WAIT]
    call()
    assert bench.links.waiting == 0
    bench.links.open(link())
    assert bench.links.waiting == 1
    button = bench.window.notify.toast.findChild(object, "toast_action")
    bench.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bench.links.waiting == 0
    bench.unlock()
    bench.qtbot.wait(20)
    assert isinstance(bench.page, ListPage)


@pytest.mark.safety(22)
def test_locking_forgets_what_waits(bench) -> None:
    bench.create()
    for name in ("one", "two", "three"):
        bench.links.open(link(name))
    assert bench.links.waiting == 2
    bench.window.lock()
    assert bench.links.waiting == 0
    bench.unlock()
    bench.qtbot.wait(20)
    assert isinstance(bench.page, ListPage)


def test_what_is_being_typed_is_there_again_afterwards(bench) -> None:
    bench.create().window.open_add()
    typing = bench.page
    typing.source.paste.set_text("JBSW Y3DP EHPK 3PXP")
    typing.form.title.setText("half a tit")
    typing.form.title.textEdited.emit("half a tit")
    bench.links.open(link())
    assert bench.page is not typing
    bench.page.leave()
    assert bench.page is typing
    assert typing.form.title.text() == "half a tit"
    assert typing.source.paste.text() == "JBSW Y3DP EHPK 3PXP"


def test_saving_the_link_returns_to_what_is_being_typed(bench) -> None:
    bench.create().window.open_add()
    typing = bench.page
    typing.form.title.setText("half a tit")
    bench.links.open(link())
    bench.page.accept()
    bench.window.back()
    assert bench.page is typing
    assert typing.form.title.text() == "half a tit"


def test_a_new_password_is_not_disturbed(bench) -> None:
    bench.create().window.open_preferences()
    preferences = bench.page
    bench.qtbot.mouseClick(preferences.change, Qt.MouseButton.LeftButton)
    bench.qtbot.keyClicks(preferences.form.old, "half")
    bench.links.open(link())
    assert "when this page is done" in bench.window.notify.text
    bench.qtbot.wait(300)
    assert bench.page is preferences
    assert preferences.form.old.text() == "half"
    preferences.form.close_form()
    bench.qtbot.waitUntil(lambda: isinstance(bench.page, EditorPage))
    bench.page.leave()
    assert bench.page is preferences


def test_links_come_one_after_the_other_and_the_same_one_once(bench) -> None:
    bench.create()
    for _ in range(3):
        bench.links.open(link("one"))
    first = bench.page
    bench.links.open(link("two"))
    bench.links.open(link("two"))
    assert bench.page is first
    assert bench.links.waiting == 1
    first.leave()
    bench.qtbot.waitUntil(lambda: isinstance(bench.page, EditorPage))
    assert bench.page.form.account.text() == "two"
    bench.page.leave()
    bench.links.open(link("two"))
    bench.qtbot.waitUntil(lambda: isinstance(bench.page, EditorPage))


@pytest.mark.safety(54)
def test_parts_of_a_transfer_are_gathered_on_one_page(bench) -> None:
    accounts = [Account(Otp(Secret(bytes([n]) * 20)), title=f"Site {n}") for n in range(1, 26)]
    codes = format_migration(accounts).uris
    assert len(codes) == 3
    bench.create()
    bench.links.open(codes[2])
    page = bench.page
    bench.links.open(link("of another site"))
    bench.links.open(codes[0])
    assert "2 of 3 codes read" in page.several.progress.text()
    bench.links.open(codes[0])
    bench.links.open(codes[1])
    bench.settle()
    assert bench.page is page
    assert bench.links.waiting == 1
    page.accept()
    assert {account.title for account in bench.accounts} == {account.title for account in accounts}


def test_a_page_that_fires_links_fills_nothing(bench) -> None:
    bench.create()
    for number in range(500):
        bench.links.open(link(f"n{number}"))
    assert bench.links.waiting == MOST_WAITING
    assert len(bench.window._pages) == 2
    assert bench.accounts == ()


@pytest.mark.safety(54)
@pytest.mark.parametrize(
    ("untrusted", "told"),
    [
        ("otpauth://totp/x", "no secret"),
        ("otpauth://totp/x?secret=1!", ""),
        ("otpauth://launch/calc.exe?secret=" + KEY, "does not exist"),
        ("otpauth-migration://offline?data=AAAA", ""),
        ("otpauth-migration://offline", ""),
        ("apple-otpauth://", ""),
        ("otpauth://totp/x?secret=" + "A" * 5000, "too long"),
        ("https://example.com/?otpauth://totp/x?secret=" + KEY, "no account"),
        ("file:///etc/passwd", "no account"),
        ("warifu:lock", "no account"),
        ("", "no account"),
    ],
)
@pytest.mark.parametrize("locked", [False, True], ids=["open", "locked"])
def test_a_link_that_is_no_account_is_one_sentence(bench, untrusted: str, told: str, locked: bool) -> None:
    bench.create()
    if locked:
        bench.context.session.lock()
    before = bench.page
    bench.links.open(untrusted)
    assert bench.page is before
    assert bench.window.notify.text
    assert told in bench.window.notify.text
    assert bench.links.waiting == 0


@pytest.mark.safety(54)
@pytest.mark.parametrize(
    ("untrusted", "title", "account"),
    [
        (f"otpauth://totp/Git%E2%80%AEbuH:%00a%0Ab?secret={KEY}", "GitbuH", "a b"),
        (f"otpauth://totp/Git\u202ebuH\u200b:a?secret={KEY}", "GitbuH", "a"),
        (f"otpauth://totp/<b>x</b>:<img src=http://127.0.0.1/x>?secret={KEY}", "<b>x</b>", "<img src=http://127.0.0.1/x>"),
        (f"otpauth://totp/a:{'b' * 3000}?secret={KEY}", "a", None),
        (f"otpauth://totp/a:b?secret={KEY}&image=http://127.0.0.1:9/i.png&icon=file:///etc/passwd", "a", "b"),
    ],
)  # fmt: skip
def test_hostile_names_are_shown_as_plain_harmless_text(bench, untrusted, title, account) -> None:
    bench.create().links.open(untrusted)
    page = bench.page
    assert isinstance(page, EditorPage)
    assert page.form.title.text() == title
    if account is not None:
        assert page.form.account.text() == account
    assert len(page.form.account.text()) <= 256
    assert page.draft.icon.image in (None, b"", "")
    assert bench.accounts == ()


@pytest.mark.safety(54)
def test_noise_opens_the_editor_or_says_one_sentence(bench, request) -> None:
    """Links that were changed at random places: no exception, nothing stored, no page but the editor."""
    bench.create()
    noise, home = random.Random(54), bench.page
    alphabet = [chr(noise.randrange(0x20, 0x3000)) for _ in range(200)] + list("%&?=#/:\0\n\u202e\ud800\"'<>")
    for _ in range(300):
        text = list(link() + "&image=http://127.0.0.1/x&digits=6&period=30")
        for _ in range(noise.randrange(1, 12)):
            text[noise.randrange(9, len(text))] = noise.choice(alphabet)
        bench.links.open("".join(text))
        if bench.page is not home:
            assert type(bench.page) is EditorPage
            bench.page.leave()
        else:
            assert bench.window.notify.text
    assert bench.accounts == ()


_EVENTS = """
import sys
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from warifu.desktop.strategies.link_events import LinkApplication
app = LinkApplication([])
heard = []
def send(text):
    QCoreApplication.sendEvent(app, QFileOpenEvent(QUrl(text)))
send("otpauth://totp/GitHub:%E6%97%A5?secret=JBSWY3DP&issuer=A%26B")
send("file:///etc/passwd")
app.follow(heard.append)
send("apple-otpauth://totp/x?secret=JBSWY3DP")
send("https://example.com/")
print("\\n".join(heard))
"""


def test_macos_hands_links_over_as_events_also_before_the_window(qapp) -> None:
    told = subprocess.run(
        [sys.executable, "-c", _EVENTS], capture_output=True, text=True, check=True, timeout=30
    )
    assert told.stdout.splitlines() == [
        "otpauth://totp/GitHub:%E6%97%A5?secret=JBSWY3DP&issuer=A%26B",
        "apple-otpauth://totp/x?secret=JBSWY3DP",
    ]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="desktop files")
def test_the_switch_in_the_preferences_reads_and_changes_the_system(bench, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    desktop_file = tmp_path / "data" / "applications" / "warifu-links.desktop"
    bench.create().window.open_preferences()
    row = bench.page.links
    assert not row.field.isChecked()
    bench.qtbot.keyClick(row.field, Qt.Key.Key_Space)
    bench.qtbot.waitUntil(row.field.isEnabled)
    assert row.field.isChecked()
    assert f"--profile {bench.context.profile.root} %u" in desktop_file.read_text()
    desktop_file.unlink()
    bench.window.open_trash()
    bench.window.back()
    assert not row.field.isChecked(), "the system is asked each time"
    bench.qtbot.keyClick(row.field, Qt.Key.Key_Space)
    bench.qtbot.waitUntil(row.field.isEnabled)
    bench.qtbot.keyClick(row.field, Qt.Key.Key_Space)
    bench.qtbot.waitUntil(row.field.isEnabled)
    assert not row.field.isChecked()
    assert not desktop_file.exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="desktop files")
def test_a_system_that_refuses_is_one_sentence(bench, tmp_path, monkeypatch) -> None:
    (tmp_path / "data").write_text("in the way")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    bench.create().window.open_preferences()
    row = bench.page.links
    assert isinstance(bench.page, PreferencesPage)
    bench.qtbot.keyClick(row.field, Qt.Key.Key_Space)
    bench.qtbot.waitUntil(row.field.isEnabled)
    assert not row.field.isChecked()
    assert "could not be written" in bench.window.notify.text
