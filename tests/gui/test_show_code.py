"""QR codes that are shown: what a camera reads of the real window, and when nothing is left to read."""

from __future__ import annotations

import hashlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap

from warifu.core.account import Account, Algorithm, Otp, OtpType
from warifu.core.intake import recognise
from warifu.core.secret import Secret
from warifu.desktop import theme
from warifu.desktop.compose import build
from warifu.desktop.main_window import MainWindow
from warifu.desktop.scanning.show_code_page import ShowCodePage
from warifu.desktop.scanning.transfer_page import TransferPage
from warifu.desktop.unlock.locked_page import LockedPage
from warifu.services.paths import Profile
from warifu.services.showing import account_link, qr_code
from warifu.settings.file import Settings

LEFT = Qt.MouseButton.LeftButton
PASSWORD = "correct horse battery staple"


def account(title: str, **fields) -> Account:
    otp = {key: fields.pop(key) for key in ("type", "algorithm", "digits", "period", "pin") if key in fields}
    secret = Secret(hashlib.sha1(title.encode()).digest())
    return Account(Otp(secret, **otp), title=title, issuer=title, **fields)


@pytest.fixture
def desk(desk, qapp):
    theme.apply(qapp, "light")
    yield desk.with_vault()
    theme.apply(qapp, "light")


def page_of(desk, made: Account) -> ShowCodePage:
    (account_id,) = desk.store.add(made)
    return desk.open(ShowCodePage(desk.context, account_id))


def transfer_of(desk, *accounts: Account) -> TransferPage:
    return desk.open(TransferPage(desk.context, desk.store.add(*accounts)))


def picture(widget, scale: float = 1.0) -> QImage:
    """The widget as a screen of this scale shows it."""
    pixmap = QPixmap(widget.size() * scale)
    pixmap.setDevicePixelRatio(scale)
    widget.render(pixmap)
    return pixmap.toImage().convertToFormat(QImage.Format.Format_Grayscale8)


def read(image: QImage) -> list[str]:
    """What another program's decoder finds in a picture."""
    import zxingcpp

    return [
        found.text for found in zxingcpp.read_barcodes(_pixels(image), formats=zxingcpp.BarcodeFormat.QRCode)
    ]


def black(image: QImage) -> int:
    """How many pixels have the ink of a code, which no part of a theme has."""
    return bytes(image.constBits()).count(0)


def reveal(desk, page) -> None:
    page.code.reveal()
    desk.qtbot.waitUntil(lambda: page.code.view.height() >= 300)  # when the page has found room for it


ACCOUNTS = [
    account("GitHub", account="ada@example.com"),
    account("割符 銀行", account="花子@例え.jp"),
    account("Bank", type=OtpType.HOTP, counter=41, digits=8),
    account("Strong", algorithm=Algorithm.SHA512, digits=7, period=60),
    account("Steam", account="ada", type=OtpType.STEAM, digits=5),
    account("Colon:ized", account="a:b"),
]


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_phone_reads_the_account_from_the_window(desk, qapp, look, scale) -> None:
    theme.apply(qapp, look)
    made = account("GitHub", account="ada@example.com", algorithm=Algorithm.SHA256, digits=8, period=60)
    page = page_of(desk, made)
    assert read(picture(desk.host, scale)) == []
    reveal(desk, page)
    (text,) = read(picture(desk.host, scale))
    (back,) = recognise(text).accounts
    assert (back.otp, back.issuer, back.account) == (made.otp, made.issuer, made.account)


@pytest.mark.parametrize("made", ACCOUNTS, ids=lambda made: made.title)
def test_every_kind_comes_back_whole(desk, made) -> None:
    page = page_of(desk, made)
    reveal(desk, page)
    (text,) = read(picture(desk.host))
    (back,) = recognise(text).accounts
    assert (back.otp, back.counter, back.issuer, back.account) == (
        made.otp,
        made.counter,
        made.issuer,
        made.account,
    )


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
def test_each_module_is_a_whole_number_of_pixels_in_black_and_white(desk, scale) -> None:
    desk.host.resize(433, 687)
    page = page_of(desk, account("GitHub"))
    reveal(desk, page)
    code = qr_code(account_link(desk.store.accounts()[0]))
    image = picture(page.code.view, scale)
    pixels = _pixels(image)
    rows, columns = (pixels == 0).any(axis=1).nonzero()[0], (pixels == 0).any(axis=0).nonzero()[0]
    side = columns[-1] - columns[0] + 1
    assert side == rows[-1] - rows[0] + 1
    module, rest = divmod(side, code.side)
    assert rest == 0
    assert min(image.width(), image.height()) // (code.side + 8) == module  # as large as fits
    inside = pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    expected = [[0 if dark else 255 for dark in row for _ in range(module)] for row in code.rows]
    assert [list(line) for line in inside] == [line for line in expected for _ in range(module)]
    around = pixels[rows[0] - 4 * module : rows[-1] + 1 + 4 * module, columns[0] - 4 * module : columns[0]]
    assert (around == 255).all()


def _pixels(image: QImage):
    import numpy as np

    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return lines[:, : image.width()].copy()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_after_a_minute_nothing_of_it_is_left(desk, qapp, look) -> None:
    theme.apply(qapp, look)
    page = page_of(desk, account("GitHub"))
    before = black(picture(page))
    reveal(desk, page)
    assert black(picture(page)) > before + 10_000
    desk.advance(59)
    page.code._tick()
    assert page.code.ring.accessibleName() == "1 second left"
    assert len(read(picture(page))) == 1
    desk.advance(1)
    assert not page.code.shows_code
    assert read(picture(page)) == []
    assert black(picture(page)) == before
    assert page.code.show_button.text() == "Show again"
    desk.qtbot.mouseClick(page.code.show_button, LEFT)
    assert len(read(picture(page))) == 1


def test_a_sleep_through_the_minute_hides_it_too(desk) -> None:
    page = page_of(desk, account("GitHub"))
    reveal(desk, page)
    desk.clock.set(desk.clock.now() + 3600)  # the other clock and its timers stood still
    page.code._tick()
    assert read(picture(page)) == []


def test_it_counts_down_by_itself(desk) -> None:
    page = page_of(desk, account("GitHub"))
    reveal(desk, page)
    assert page.code.ring.accessibleName() == "60 seconds left"
    desk.clock.advance(18)
    desk.qtbot.waitUntil(lambda: page.code.ring.accessibleName() == "42 seconds left", timeout=5000)


def test_it_is_hidden_by_hand_and_when_the_page_is_left(desk) -> None:
    page = page_of(desk, account("GitHub"))
    desk.qtbot.keyClick(desk.host.focusWidget(), Qt.Key.Key_Return)
    assert page.code.shows_code
    desk.qtbot.keyClick(desk.host.focusWidget(), Qt.Key.Key_Space)
    assert read(picture(page)) == []
    reveal(desk, page)
    page.hidden()
    assert read(picture(page)) == []
    desk.qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert desk.nav.went == [("back",)]


def test_another_window_in_front_leaves_it_readable(desk) -> None:
    from PySide6.QtWidgets import QWidget

    page = page_of(desk, account("GitHub"))
    reveal(desk, page)
    other = QWidget()
    desk.qtbot.addWidget(other)
    with desk.qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    assert len(read(picture(page))) == 1


def test_an_account_that_changes_takes_its_old_code_away(desk) -> None:
    page = page_of(desk, account("GitHub"))
    reveal(desk, page)
    desk.store.note_use(desk.store.accounts()[0].id)
    assert page.code.shows_code
    desk.store.edit(desk.store.accounts()[0].id, otp=Otp(Secret(b"another secret of bytes")))
    assert not page.code.shows_code
    reveal(desk, page)
    (back,) = recognise(*read(picture(page))).accounts
    assert back.otp.secret == Secret(b"another secret of bytes")
    desk.store.trash(desk.store.accounts()[0].id)
    assert not page.code.shows_code
    assert desk.nav.went == [("open_list",)]


def test_what_phones_may_not_take_is_said_before_anything_is_shown(desk) -> None:
    page = page_of(desk, account("Bank", type=OtpType.HOTP, digits=8))
    assert not page.code.shows_code
    assert page.limits.isVisible()
    assert "8" in page.limits.sentences.text()
    assert "count on their own" in page.limits.sentences.text()
    assert "for ever" in page.warning.text()
    assert page.title.text() == "Bank"


def test_an_ordinary_account_has_nothing_to_be_told(desk) -> None:
    assert not page_of(desk, account("GitHub")).limits.isVisible()


def test_a_secret_too_long_for_a_code_is_refused_with_a_sentence(desk) -> None:
    page = page_of(desk, Account(Otp(Secret(bytes(2000))), title="Long"))
    page.code.reveal()
    assert "too long for a QR code" in desk.notify.text
    assert not page.code.shows_code


def test_a_screen_reader_is_told_what_is_there(desk) -> None:
    page = page_of(desk, account("GitHub"))
    assert page.code.view.accessibleName() == "QR code of GitHub, hidden"
    reveal(desk, page)
    assert page.code.view.accessibleName() == "QR code of GitHub, on the screen now"
    assert "secret" not in page.code.view.accessibleName()


@pytest.mark.safety(22)
def test_locking_takes_the_page_and_its_code_away(qtbot, qapp, profile, fake_clock, cheap_kdf) -> None:
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "keep_running", lambda: True))
    settings = Settings(Profile.at(profile).settings)
    context = build(Profile.at(profile), window, window.notify, settings=settings, clock=fake_clock)
    window.start(context)
    window.show()
    failures: list = []
    context.session.create(PASSWORD, lambda: None, failures.append)
    qtbot.waitUntil(lambda: context.session.store is not None or bool(failures))
    (account_id,) = context.session.store.add(account("GitHub"))
    window.open_code(account_id)
    page = window.page
    page.code.reveal()
    qtbot.waitUntil(lambda: page.code.shows_code)
    qtbot.waitUntil(lambda: len(read(picture(window))) == 1)
    window.lock()
    assert isinstance(window.page, LockedPage)
    assert window.findChildren(ShowCodePage, options=Qt.FindChildOption.FindDirectChildrenOnly) == []
    assert not page.code.shows_code
    assert read(picture(window)) == []
    window.stop()
    context.tasks.close()


# -- Google's transfer codes


def test_twenty_five_accounts_go_in_three_codes_in_any_order(desk) -> None:
    accounts = [account(f"Service {n}", account=f"user{n}@example.com") for n in range(25)]
    page = transfer_of(desk, *accounts)
    assert page.count.text() == "25 accounts in 3 QR codes"
    assert page.place.text() == "Code 1 of 3"
    reveal(desk, page)
    texts = []
    for _ in range(3):
        texts += read(picture(desk.host))
        desk.qtbot.keyClick(page, Qt.Key.Key_Right)
    assert page.place.text() == "Code 3 of 3"
    intake = recognise("\n".join([texts[2], texts[0], texts[1]]))
    assert intake.problems == ()
    assert len(intake.batches) == 3
    assert {(a.otp, a.issuer, a.account) for a in intake.accounts} == {
        (a.otp, a.issuer, a.account) for a in accounts
    }


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_long_names_make_more_codes_rather_than_finer_ones(desk, qapp, scale) -> None:
    theme.apply(qapp, "dark")
    accounts = [
        account(f"株式会社割符サービス第{n}事業部", account=f"user{n}@{'long.' * 15}jp") for n in range(10)
    ]
    page = transfer_of(desk, *accounts)
    reveal(desk, page)
    codes = len(page._transfer.codes)
    assert 2 <= codes <= 3
    texts = []
    for _ in range(codes):
        texts += read(picture(desk.host, scale))
        page.turn(1)
    assert len(recognise("\n".join(texts)).accounts) == 10
    assert all(qr_code(text).version <= 25 for text in texts)


def test_each_code_has_a_minute_of_its_own(desk) -> None:
    page = transfer_of(desk, *(account(f"Service {n}") for n in range(25)))
    reveal(desk, page)
    desk.advance(50)
    desk.qtbot.mouseClick(page.next, LEFT)
    assert page.code.shows_code
    desk.advance(50)
    assert page.code.shows_code
    desk.advance(10)
    assert not page.code.shows_code
    desk.qtbot.mouseClick(page.next, LEFT)
    assert page.place.text() == "Code 3 of 3"
    assert not page.code.shows_code
    assert read(picture(page)) == []


def test_what_google_cannot_hold_stays_and_is_named_first(desk) -> None:
    page = transfer_of(
        desk,
        account("Fine"),
        account("Steam", type=OtpType.STEAM, digits=5),
        account("Slow", period=60),
        account("Seven", digits=7),
        account("Bank", type=OtpType.HOTP),
    )
    lines = page.refused.sentences.text().split("\n")
    assert page.refused.heading.text() == "3 accounts cannot go along"
    assert [line.partition(":")[0] for line in lines] == ["Steam", "Slow", "Seven"]
    assert "every 30 seconds" in lines[1]
    assert page.limits.sentences.text().startswith("Bank: ")
    assert not page.code.shows_code
    reveal(desk, page)
    (text,) = read(picture(page.code))
    assert [a.issuer for a in recognise(text).accounts] == ["Fine", "Bank"]
    assert not page.pager.isVisible()


def test_nothing_is_left_to_show_when_google_can_hold_none(desk) -> None:
    page = transfer_of(desk, account("Steam", type=OtpType.STEAM, digits=5))
    assert not page.code.isVisible()
    desk.qtbot.keyClick(page, Qt.Key.Key_Return)
    desk.qtbot.keyClick(page, Qt.Key.Key_Right)
    assert not page.code.shows_code


def test_an_account_that_changes_ends_the_transfer(desk) -> None:
    page = transfer_of(desk, account("GitHub"), account("Google"))
    reveal(desk, page)
    desk.store.trash(desk.store.accounts()[0].id)
    assert not page.code.shows_code
    assert desk.nav.went == [("open_list",)]


def test_the_keyboard_turns_and_reaches_everything(desk) -> None:
    page = transfer_of(desk, *(account(f"Service {n}") for n in range(25)))
    assert desk.host.focusWidget() is page.code.show_button
    desk.qtbot.keyClick(desk.host.focusWidget(), Qt.Key.Key_Return)
    assert desk.host.focusWidget() is page.code.hide_button
    desk.qtbot.keyClick(desk.host.focusWidget(), Qt.Key.Key_PageDown)
    assert page.page_number == 2
    assert desk.host.focusWidget() is page.code.hide_button
    desk.qtbot.keyClick(desk.host.focusWidget(), Qt.Key.Key_Return)
    assert not page.code.shows_code
    page.back.setFocus()
    seen = []
    while (focused := desk.host.focusWidget()) not in seen:
        seen.append(focused)
        desk.qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == [page.back, page.previous, page.next, page.code.show_button]
    assert all(widget.accessibleName() or widget.text() for widget in seen)
