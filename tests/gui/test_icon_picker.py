"""Choosing an icon: by typing, by arrows, by mouse, and a picture of one's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog

from warifu.core.account import Icon
from warifu.desktop.editor.icon_picker import IconPicker
from warifu.desktop.editor.icon_rows import Kind


@pytest.fixture
def picker(desk, qtbot) -> IconPicker:
    made = IconPicker(desk.context, desk.host)
    made.move(100, 100)
    made.resize(160, 36)
    with qtbot.waitActive(desk.host):
        desk.host.show()
        desk.host.activateWindow()
    made.setFocus()
    yield made
    if made.popup is not None:
        made.popup.close()


@pytest.fixture
def chosen(picker) -> list[Icon]:
    icons: list[Icon] = []
    picker.icon_chosen.connect(icons.append)
    return icons


def opened(picker, qtbot, icon=None, title=""):
    picker.set_icon(icon or Icon(), title)
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    assert picker.popup.isVisible()
    return picker.popup


def names(popup, count=6) -> list[str]:
    return [popup.rows.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(count)]


def test_it_says_what_the_icon_is_called(picker):
    assert picker.accessibleDescription() == "Letter"
    picker.set_icon(Icon(brand="wordpress"), "MIKOLABO-FIRST")
    assert picker.accessibleDescription() == "WordPress"
    picker.set_icon(Icon(image=b"\x89PNG"), "MIKOLABO-FIRST")
    assert picker.accessibleDescription() == "Own image"


def test_showing_an_icon_is_not_choosing_one(picker, chosen):
    picker.set_icon(Icon(brand="github"), "GitHub")
    assert chosen == []


def test_what_fits_the_title_comes_first_and_all_brands_follow(picker, qtbot):
    popup = opened(picker, qtbot, Icon(brand="github"), "WordPress")
    assert names(popup, 4) == ["GitHub, in use", "WordPress, suggested", "Letter", "Own image…"]
    assert popup.rows.rowCount() > 3400


def test_typing_and_enter_choose(picker, qtbot, chosen):
    popup = opened(picker, qtbot)
    qtbot.keyClicks(popup.search, "amazon web")
    assert names(popup, 1) == ["Amazon Web Services"]
    qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    assert chosen == [Icon(brand="aws")]
    assert not popup.isVisible()
    assert picker.name() == "Amazon Web Services"


def test_arrows_step_and_stay_inside(picker, qtbot, chosen):
    popup = opened(picker, qtbot, title="GitHub")
    qtbot.keyClick(popup.search, Qt.Key.Key_Up)
    qtbot.keyClick(popup.search, Qt.Key.Key_Down)
    assert popup.list.currentIndex().row() == 1
    qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    assert chosen == [Icon()]


def test_escape_changes_nothing(picker, qtbot, chosen):
    popup = opened(picker, qtbot, Icon(brand="github"))
    qtbot.keyClick(popup.search, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert (chosen, picker.icon_shown) == ([], Icon(brand="github"))


def test_a_click_chooses(picker, qtbot, chosen):
    popup = opened(picker, qtbot)
    qtbot.keyClicks(popup.search, "cloudflare")
    place = popup.list.visualRect(popup.rows.index(0)).center()
    qtbot.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [Icon(brand="cloudflare")]


def test_a_search_that_finds_nothing_still_offers_letter_and_image(picker, qtbot):
    popup = opened(picker, qtbot)
    qtbot.keyClicks(popup.search, "zzzz")
    kinds = [popup.rows.choice(row).kind for row in range(popup.rows.rowCount())]
    assert kinds == [Kind.LETTER, Kind.IMAGE]


def test_it_opens_again_without_the_last_search(picker, qtbot):
    popup = opened(picker, qtbot)
    qtbot.keyClicks(popup.search, "git")
    popup.close()
    assert opened(picker, qtbot) is popup
    assert popup.search.text() == ""
    assert popup.rows.rowCount() > 3400


def test_own_image_asks_for_a_file_and_takes_it(picker, qtbot, chosen, tmp_path):
    path = tmp_path / "mine.png"
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    assert image.save(str(path))
    popup = opened(picker, qtbot)
    qtbot.keyClicks(popup.search, "zzzz")
    qtbot.keyClick(popup.search, Qt.Key.Key_Down)
    qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    dialog = picker.window().findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()
    assert QImage.fromData(chosen[0].image).pixelColor(64, 64) == QColor("#336699")
    assert picker.name() == "Own image"


def test_a_wrong_file_is_said_in_one_sentence_and_changes_nothing(desk, picker, qtbot, chosen, tmp_path):
    path = tmp_path / "mine.png"
    path.write_text("no picture")
    picker.set_icon(Icon(brand="github"), "GitHub")
    picker.take_file(path)
    assert chosen == []
    assert picker.icon_shown == Icon(brand="github")
    assert "not a picture" in desk.notify.text


def test_of_two_pictures_the_last_asked_for_counts(threaded_desk, qtbot, tmp_path):
    picker = IconPicker(threaded_desk.context, threaded_desk.host)
    icons: list[Icon] = []
    picker.icon_chosen.connect(icons.append)
    for name, side, colour in (("slow.png", 3000, "#ff0000"), ("quick.png", 8, "#00ff00")):
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        assert image.save(str(tmp_path / name))
    picker.take_file(tmp_path / "slow.png")
    picker.take_file(tmp_path / "quick.png")
    qtbot.waitUntil(lambda: len(icons) == 1)
    qtbot.wait(300)
    assert [QImage.fromData(icon.image).pixelColor(9, 9).name() for icon in icons] == ["#00ff00"]
