"""Scanning with the camera: the real process plays a film, the page shows it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from film import shoot
from warifu.core.account import Account, Otp
from warifu.core.base32 import decode_secret
from warifu.core.migration import format_migration
from warifu.core.otp import code_at
from warifu.desktop.scanning.camera_page import CameraPage
from warifu.desktop.theme import current
from warifu.scan import camera_wire as wire
from warifu.scan.camera_wire import CameraState
from warifu.scan.frame import Found
from warifu.settings import schema

URI = "otpauth://totp/GitHub:yuki?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=GitHub"
PATIENCE = 20_000  # milliseconds
SPOT = ((10.0, 10.0), (20.0, 10.0), (20.0, 20.0), (10.0, 20.0))


@pytest.fixture(scope="module")
def films(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("films")
    shoot(folder / "github.avi", [URI], seconds=1.5)
    accounts = [Account(Otp(decode_secret("JBSWY3DPEHPK3PXP" * 2)), title=f"Shop {n}") for n in range(30)]
    parts = format_migration(accounts).uris
    assert len(parts) == 3
    shoot(folder / "transfer.avi", [parts[1], parts[0], parts[1]], seconds=1.5)
    shoot(folder / "shop.avi", ["https://shop.example/menu", "WIFI:S:cafe;T:WPA;P:x;;", URI], seconds=3)
    return folder


@pytest.fixture
def desk(desk):
    return desk.with_vault()


@pytest.fixture
def scan(desk, films, monkeypatch):
    """Opens the page in front of a film."""
    pages = []

    def open_(name: str = "github.avi") -> CameraPage:
        monkeypatch.setenv("WARIFU_CAMERA_FILE", str(films / name))
        page = desk.open(CameraPage(desk.context))
        pages.append(page)
        return page

    yield open_
    for page in pages:
        page.closed()


def wait(desk, what) -> None:
    desk.qtbot.waitUntil(what, timeout=PATIENCE)


def digits(page) -> str:
    return page.result.preview.code.accessibleName().replace(" ", "").replace(",", "")


def test_the_account_appears_with_its_live_code_and_nothing_is_stored(desk, scan) -> None:
    page = scan()
    assert not page.go_on.isEnabled()
    wait(desk, page.go_on.isEnabled)
    assert page.result.preview.isVisible()
    assert page.result.preview.title.text() == "GitHub"
    assert page.result.preview.name.text() == "yuki"
    account = Account(Otp(decode_secret("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")))
    assert digits(page) == code_at(account, desk.clock.now()).value
    desk.advance(30)
    page.result.preview.tick(desk.clock.now())
    assert digits(page) == code_at(account, desk.clock.now()).value
    assert not desk.store.accounts()


def test_enter_goes_on_to_the_editor_with_what_was_read(desk, scan) -> None:
    page = scan()
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert desk.nav.went == [], "before a code is read, Enter does nothing"
    wait(desk, page.go_on.hasFocus)
    desk.qtbot.keyClick(page.go_on, Qt.Key.Key_Return)
    assert desk.nav.went == [("back",), ("take_texts", (URI,))]


def test_escape_leaves(desk, scan) -> None:
    page = scan()
    desk.qtbot.keyClick(page.view, Qt.Key.Key_Escape)
    assert desk.nav.went == [("back",)]


def test_the_picture_is_live_and_the_code_has_an_outline(desk, scan) -> None:
    page = scan()
    wait(desk, lambda: page.view.painted > 3 and page.go_on.isEnabled())
    before = page.view.painted
    wait(desk, lambda: page.view.painted >= before + 15)
    wait(desk, lambda: _near(page.view, current().seen) > 100)


def _near(widget, colour: QColor) -> int:
    """Pixels of nearly this colour."""
    image = widget.grab().toImage()
    wanted = colour.getRgb()
    places = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    seen = (image.pixelColor(x, y).getRgb() for x, y in places)
    return sum(all(abs(one - other) < 12 for one, other in zip(each, wanted, strict=True)) for each in seen)


def test_what_is_no_account_is_named_and_the_scan_goes_on(desk, scan) -> None:
    page = scan("shop.avi")
    said = set()

    def heard() -> bool:
        said.add(page.result.remark.text())
        return page.go_on.isEnabled()

    wait(desk, heard)
    assert "This is the address of a web page, not a secret key." in said
    assert "This is a Wi-Fi code, not a secret key." in said
    assert page.reading.texts == (URI,)


def test_parts_of_a_transfer_gather_and_what_is_missing_is_said(desk, scan) -> None:
    page = scan("transfer.avi")
    wait(desk, lambda: page.reading.parts == (2, 3))
    assert page.result.many.isVisible()
    assert page.result.count.text() == "20 accounts read"
    assert page.result.parts.text().startswith("2 of 3 codes read.")
    page.go_on.click()
    (_home, (_add, text)) = desk.nav.went
    assert len(text) == 2


def test_the_camera_is_on_only_while_the_page_is_seen(desk, scan) -> None:
    page = scan()
    wait(desk, lambda: page.view.has_picture)
    first = page.link.pid
    page.hide()
    assert page.link.pid is None
    assert not page.view.has_picture
    page.show()
    wait(desk, lambda: page.view.has_picture)
    assert page.link.pid not in (None, first)
    desk.host.showMinimized()
    wait(desk, lambda: page.link.pid is None)
    desk.host.showNormal()
    wait(desk, lambda: page.view.has_picture)
    page.closed()
    assert page.link.pid is None


def test_a_camera_that_dies_is_told_and_tried_again(desk, scan) -> None:
    page = scan()
    wait(desk, page.go_on.isEnabled)
    os.kill(page.link.pid, signal.SIGKILL)
    wait(desk, lambda: page.state is CameraState.ENDED)
    assert page.words.isVisible()
    assert page.words.title.text() == "The camera stopped unexpectedly."
    assert page.go_on.isEnabled(), "what was read stays"
    desk.qtbot.mouseClick(page.words.again, Qt.MouseButton.LeftButton)
    wait(desk, lambda: page.view.has_picture)
    assert not page.words.isVisible()


def test_the_camera_chosen_is_remembered(desk, scan) -> None:
    page = scan()
    wait(desk, page.camera.isEnabled)
    assert page.camera.currentText() == "github.avi"
    assert desk.settings.get(schema.CAMERA) == "", "only a choice is remembered"
    page.camera.activated.emit(page.camera.currentIndex())
    assert desk.settings.get(schema.CAMERA) == page.camera.currentData()


@pytest.fixture
def page(desk, monkeypatch):
    """The page without a process, which hears what the test says."""
    page = CameraPage(desk.context)
    monkeypatch.setattr(type(page.link), "start", lambda *_: None)
    desk.open(page)
    yield page
    page.closed()


def test_without_a_camera_a_sentence_says_what_to_do(desk, page) -> None:
    page._hear(wire.Cameras(()))
    page._hear(wire.Stated(CameraState.NO_CAMERA))
    assert page.words.title.text() == "No camera was found."
    assert page.words.hint.text()
    assert page.words.again.isVisible()
    assert page.camera.currentText() == "No camera"
    assert not page.camera.isEnabled()


@pytest.mark.parametrize(
    "state", [state for state in CameraState if state not in (CameraState.STARTING, CameraState.RUNNING)]
)
def test_in_no_trouble_does_the_last_picture_stay(desk, page, state) -> None:
    page._hear(wire.Picture(2, 2, bytes(16)))
    assert page.view.has_picture
    page._hear(wire.Stated(state, "a"))
    assert not page.view.has_picture
    assert page.words.isVisible()


def test_a_hostile_text_is_named_and_not_shown(desk, page) -> None:
    for text in (
        "Scan me for a free coffee! " * 150,
        "\u202etxet \x00",
        "otpauth://totp/a?secret=!!!",
        "MATMSG:TO:a@b;;",
        "",
    ):
        page._hear(wire.Codes(100, 100, (Found(text, SPOT),)))
        assert not page.go_on.isEnabled()
        assert text[:20] not in page.result.remark.text() or not text
    page._hear(wire.Codes(100, 100, (Found(URI, SPOT),)))
    assert page.go_on.isEnabled()
    assert page.result.remark.text() == ""


def test_a_code_of_odd_shape_is_outlined_without_complaint(desk, page) -> None:
    page._hear(wire.Picture(4, 4, bytes(64)))
    for corners in (((5.0, 5.0),) * 4, ((0.0, 0.0), (1e6 - 1, 0.0), (0.0, 1e6 - 1), (-1e6 + 1, 3.0))):
        page._hear(wire.Codes(4, 4, (Found(URI, corners),)))
        page.view.repaint()


def test_an_account_stays_when_something_else_comes_before_the_camera(desk, page) -> None:
    page._hear(wire.Codes(100, 100, (Found(URI, SPOT),)))
    page._hear(wire.Codes(100, 100, (Found("WIFI:S:cafe;T:WPA;P:x;;", SPOT),)))
    assert page.result.remark.text() == "This is a Wi-Fi code, not a secret key."
    assert page.result.preview.isVisible()
    page.accept()
    assert desk.nav.went == [("back",), ("take_texts", (URI,))]


def test_several_accounts_are_counted_and_all_go_on(desk, page) -> None:
    other = URI.replace("yuki", "ada").replace("JBSW", "GEZD")
    page._hear(wire.Codes(100, 100, (Found(URI, SPOT), Found(other, SPOT))))
    assert page.result.count.text() == "2 accounts read"
    page.accept()
    assert desk.nav.went == [("back",), ("take_texts", (URI, other))]


def test_a_code_beside_an_account_does_not_make_the_page_flicker(desk, page) -> None:
    both = wire.Codes(100, 100, (Found(URI, SPOT), Found("https://shop.example/", SPOT)))
    page._hear(both)
    assert page.result.remark.text() == ""
    shown = []
    page._show_reading = lambda: shown.append(1)
    for _ in range(3):
        page._hear(both)
    assert not shown
