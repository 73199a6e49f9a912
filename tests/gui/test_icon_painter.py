"""Icons as they are painted: seen on their tile in every look, sharp, the same for the same title."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from warifu.core.account import Icon
from warifu.desktop import theme
from warifu.desktop.icon_painter import (
    _draw_brand,
    brand_colour,
    contrast,
    letter_colour,
    paint_icon,
    pixmap,
)
from warifu.desktop.theme import tokens
from warifu.icons.catalogue import Catalogue

LOOKS = {
    "light": tokens.light(),
    "dark": tokens.dark(),
    "contrast on white": tokens.contrast(False),
    "contrast on black": tokens.contrast(True),
}


@pytest.fixture(autouse=True)
def _fresh(qapp):
    QPixmapCache.clear()
    theme.apply(qapp, "light")
    yield
    theme.apply(qapp, "system")


def colours(image: QImage) -> set[str]:
    """The colours of the pixels that are wholly covered."""
    spots = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(image.pixel(x, y)).name() for x, y in spots if image.pixelColor(x, y).alpha() == 255}


@pytest.mark.parametrize("look", LOOKS)
def test_every_brand_can_be_told_from_its_tile(look):
    tile, text = LOOKS[look].tile, LOOKS[look].text
    catalogue = Catalogue.open()
    for slug in catalogue.slugs():
        brand = catalogue.get(slug)
        for colour, _ in ((brand.colour, ""), *brand.accents):
            assert contrast(brand_colour(colour, tile, text), tile) >= 3, (slug, colour)


def test_signs_are_drawn_as_qt_draws_them_from_svg():
    catalogue = Catalogue.open()
    slugs = catalogue.slugs()
    for slug in (*slugs[:40], *slugs[::150], "microsoft"):
        brand = catalogue.get(slug)
        ours, qts = sheet(), sheet()
        box = QRectF(ours.rect())
        with QPainter(ours) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _draw_brand(painter, box, brand, LOOKS["contrast on white"])
        paths = "".join(f'<path d="{path}"/>' for _, path in ((brand.colour, brand.path), *brand.accents))
        place = " ".join(map(str, brand.view_box))
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{place}">{paths}</svg>'
        with QPainter(qts) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            QSvgRenderer(QByteArray(svg.encode())).render(painter, box)
        assert apart(ours, qts) < 4, slug


def sheet() -> QImage:
    """White paper of 48 x 48 pixels."""
    made = QImage(48, 48, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    return made


def apart(one: QImage, other: QImage) -> int:
    """How many pixels are clearly of another grey."""
    spots = ((x, y) for x in range(one.width()) for y in range(one.height()))
    return sum(
        abs(QColor(one.pixel(*s)).lightness() - QColor(other.pixel(*s)).lightness()) > 40 for s in spots
    )


@pytest.mark.parametrize("look", LOOKS)
def test_every_letter_is_readable_on_its_tile(look):
    tile = LOOKS[look].tile
    for number in range(500):
        assert contrast(letter_colour(f"title {number}", tile), tile) >= 4.5


def test_contrast_is_that_of_wcag():
    assert contrast(QColor("#000000"), QColor("#ffffff")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#ffffff")) == pytest.approx(4.48, abs=0.01)


def test_a_black_sign_is_light_in_the_dark_and_a_coloured_one_keeps_its_colour():
    dark = LOOKS["dark"]
    assert brand_colour("#181717", dark.tile, dark.text) == dark.text
    assert brand_colour("#f38020", dark.tile, dark.text) == QColor("#f38020")
    blue = brand_colour("#21759b", dark.tile, dark.text)
    assert abs(blue.hslHue() - QColor("#21759b").hslHue()) <= 2


def test_aws_has_letters_of_ink_and_an_orange_smile(qapp):
    theme.apply(qapp, "dark")
    seen = colours(pixmap(Icon(brand="aws"), "", 64, 1, True).toImage())
    assert {theme.current().text.name(), "#ff9900"} <= seen


def test_high_contrast_knows_one_ink(qapp):
    theme.apply(qapp, "contrast")
    look = theme.current()
    assert colours(pixmap(Icon(brand="microsoft"), "", 64, 1, look.dark).toImage()) == {look.text.name()}


def test_a_dark_panel_beside_a_light_window_has_icons_of_its_own():
    light = colours(pixmap(Icon(brand="github"), "", 32, 1, False).toImage())
    dark = colours(pixmap(Icon(brand="github"), "", 32, 1, True).toImage())
    assert tokens.dark().text.name() in dark - light


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_an_icon_is_drawn_pixel_by_pixel_at_every_scale(ratio):
    rect = QRectF(8.4, 8.4, 25.2, 25.2)
    picture = pixmap(Icon(brand="microsoft"), "", 25.2, ratio, False).toImage()
    assert picture.width() == round(25.2 * ratio)
    drawn = QImage(round(42 * ratio), round(42 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_icon(painter, rect, Icon(brand="microsoft"), "", False)
    painter.end()
    assert colours(drawn) == colours(picture)


@pytest.mark.parametrize(
    "title",
    [
        "ada",
        "日本語",
        "ゆき",
        "ß",
        "ﬁ",
        "👨‍👩‍👧 family",
        "🇯🇵",
        "\u202ex",
        "(Ada)",
        "",
        "   ",
        "\ud83d",
        "Ω" * 200,
        "é",
    ],
)
def test_every_title_has_a_letter(title, qapp):
    image = pixmap(Icon(), title, 40, 1, False).toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(40) for y in range(40))


def test_one_title_has_one_look():
    first = pixmap(Icon(), "GitHub", 40, 1, False).toImage()
    QPixmapCache.clear()
    assert pixmap(Icon(), " github ", 40, 1, False).toImage() == first
    assert pixmap(Icon(), "Gandi", 40, 1, False).toImage() != first


def test_an_unknown_brand_and_a_broken_picture_become_the_letter():
    letter = pixmap(Icon(), "Ada", 40, 1, False).toImage()
    assert pixmap(Icon(brand="never-heard-of"), "Ada", 40, 1, False).toImage() == letter
    assert pixmap(Icon(image=b"\x89PNG\r\n\x1a\nbroken"), "Ada", 40, 1, False).toImage() == letter


def test_the_look_of_the_moment_counts(qapp: QApplication):
    before = pixmap(Icon(brand="github"), "", 32, 1, theme.current().dark).toImage()
    theme.apply(qapp, "dark")
    assert pixmap(Icon(brand="github"), "", 32, 1, theme.current().dark).toImage() != before
