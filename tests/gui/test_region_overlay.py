"""Drawing around a code on a frozen screen; and screens as grey pixels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from qr_pictures import link, png

from warifu.desktop.scanning.gray import gray_of, image_of
from warifu.desktop.scanning.region_overlay import Region
from warifu.desktop.strategies.qt_grab import Grab
from warifu.platforms.screenshot.base import Pixels
from warifu.scan.ladder import Effort

LEFT = Qt.MouseButton.LeftButton
SHIFT, CTRL, NONE = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.NoModifier,
)
SIZE = QSize(800, 600)


def frozen(ratio: float = 1.0) -> Grab:
    """A screen of 800 x 600 logical pixels."""
    image = QImage(SIZE * ratio, QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    image.setDevicePixelRatio(ratio)
    return Grab(None, image)


@pytest.fixture
def ask(qtbot):
    """Asks on screens of these ratios; gives the question and the list of its answers."""

    def start(*ratios: float):
        region, answers = Region([frozen(ratio) for ratio in ratios]), []
        region.chosen.connect(lambda number, place: answers.append((number, place)))
        region.cancelled.connect(lambda: answers.append("cancelled"))
        region.ask()
        for overlay in region.overlays:
            overlay.showNormal()
            overlay.resize(SIZE)
            qtbot.waitExposed(overlay)
        started.append(region)
        return region, answers

    started: list[Region] = []
    yield start
    for region in started:
        region.end()


def draw(qtbot, overlay, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(overlay, LEFT, pos=start)
    qtbot.mouseMove(overlay, end)
    qtbot.mouseRelease(overlay, LEFT, pos=end)


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [(1.0, QRect(100, 50, 201, 151)), (2.0, QRect(200, 100, 402, 302)), (1.5, QRect(150, 75, 302, 227))],
)
def test_a_drawn_rectangle_comes_in_pixels_of_the_picture(qtbot, ask, ratio, expected) -> None:
    region, answers = ask(ratio)
    draw(qtbot, region.overlays[0], QPoint(300, 200), QPoint(100, 50))
    assert answers == [(0, expected)]
    assert region.overlays == []


def test_a_mere_click_is_no_rectangle(qtbot, ask) -> None:
    region, answers = ask(1.0)
    draw(qtbot, region.overlays[0], QPoint(300, 200), QPoint(304, 203))
    assert answers == []
    assert region.overlays[0].isVisible()


def test_the_keyboard_draws_moves_and_sizes(qtbot, ask) -> None:
    region, answers = ask(1.0)
    overlay = region.overlays[0]
    for key, held in (
        (Qt.Key.Key_Return, NONE),  # nothing yet
        (Qt.Key.Key_Left, NONE),  # appears in the middle
        (Qt.Key.Key_Left, NONE),
        (Qt.Key.Key_Up, CTRL),
        (Qt.Key.Key_Right, SHIFT),
    ):
        qtbot.keyClick(overlay, key, held)
    qtbot.keyClick(overlay, Qt.Key.Key_Return)
    assert answers == [(0, QRect(299 - 24, 199 - 1, 224, 200))]


@pytest.mark.parametrize("how", ["escape", "right", "close"])
def test_it_can_be_left(qtbot, ask, how) -> None:
    region, answers = ask(1.0, 2.0)
    overlay = region.overlays[1]
    if how == "escape":
        qtbot.keyClick(overlay, Qt.Key.Key_Escape)
    elif how == "right":
        qtbot.mouseClick(overlay, Qt.MouseButton.RightButton)
    else:
        overlay.close()
    assert answers == ["cancelled"]
    assert region.overlays == []


def test_each_screen_answers_for_itself(qtbot, ask) -> None:
    region, answers = ask(1.0, 2.0)
    region.overlays[0].activateWindow()
    qtbot.waitUntil(region.overlays[0].isActiveWindow)
    qtbot.keyClick(region.overlays[0], Qt.Key.Key_Tab)
    qtbot.waitUntil(region.overlays[1].isActiveWindow)
    draw(qtbot, region.overlays[1], QPoint(10, 10), QPoint(109, 109))
    assert answers == [(1, QRect(20, 20, 200, 200))]


def test_it_tells_a_screen_reader_what_to_do(ask) -> None:
    region, _answers = ask(1.0)
    assert region.overlays[0].accessibleName() == "Draw around the QR code"
    assert "Esc" in region.overlays[0].accessibleDescription()


@pytest.mark.parametrize("width", [1, 2, 3, 4, 5, 97])
def test_rows_have_no_gaps(width) -> None:
    image = QImage(width, 3, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.setPixelColor(0, 1, QColor("black"))
    gray = gray_of(image)
    assert (gray.width, gray.height, len(gray.data)) == (width, 3, 3 * width)
    assert gray.data[width] == 0
    assert set(gray.data[:width]) == {255}


def test_what_is_transparent_counts_as_white() -> None:
    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(2)
    assert gray_of(image).data == b"\xff" * 16
    assert gray_of(image).blank


def test_a_region_is_read_from_its_pixels(picture_reader) -> None:
    screen = frozen(2.0).image
    code = QImage.fromData(png(link("Region")))
    for y in range(code.height()):
        for x in range(code.width()):
            screen.setPixelColor(700 + x, 500 + y, code.pixelColor(x, y))
    gray = gray_of(screen, QRect(680, 480, 300, 300))
    found = picture_reader.read_frame(gray.width, gray.height, gray.data, Effort.THOROUGH).texts
    assert [each.text for each in found] == [link("Region")]


def test_pixels_of_grim_become_a_picture() -> None:
    image = image_of(Pixels("DP-1", 3, 1, b"\xff\0\0\0\xff\0\0\0\xff"))
    assert [image.pixelColor(x, 0).name() for x in range(3)] == ["#ff0000", "#00ff00", "#0000ff"]
