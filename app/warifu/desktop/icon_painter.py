"""Icons of accounts: a brand's sign, the user's picture, or the first letter of the title."""

from __future__ import annotations

import zlib
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPixmap, QPixmapCache

from warifu.core.account import Icon
from warifu.desktop.theme import current

if TYPE_CHECKING:
    from warifu.icons.catalogue import Brand, Catalogue

_SIGN_CONTRAST = 3.0  # WCAG 2.2, 1.4.11: graphics
_TEXT_CONTRAST = 4.5  # WCAG 2.2, 1.4.3: letters
_GREY = 0.12  # HSL saturation below which a brand's colour is only black or white


def paint_icon(painter: QPainter, rect: QRectF, icon: Icon, title: str, dark: bool) -> None:
    """Draw the icon into ``rect`` (logical pixels); the tile behind it is the caller's."""
    ratio = painter.device().devicePixelRatioF() if painter.device() is not None else 1.0
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    side = round(min(rect.width(), rect.height()))
    if side > 0:
        picture = pixmap(icon, title, side, ratio, dark)
        painter.drawPixmap(rect, picture, QRectF(picture.rect()))


def pixmap(icon: Icon, title: str, size: int, dpr: float, dark: bool) -> QPixmap:
    """The icon as a picture of ``size`` logical pixels, kept for the next time."""
    sort = icon.brand or (
        f"{zlib.crc32(icon.image):08x}{len(icon.image)}" if icon.image else f"·{_initial(title)}"
    )
    hue = "" if icon.brand or icon.image else f"{_hue(title)}"
    look = current()
    key = f"warifu:{sort}:{hue}:{size}:{dpr:.3f}:{dark}:{look.tile.name()}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    made = QPixmap(round(size * dpr), round(size * dpr))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    _draw(painter, QRectF(made.rect()), icon, title)
    painter.end()
    made.setDevicePixelRatio(dpr)
    QPixmapCache.insert(key, made)
    return made


def brand_colour(colour: str, tile: QColor, text: QColor) -> QColor:
    """A brand's colour as seen on ``tile``: black and white signs take the text's, dim ones rise."""
    brand = QColor(colour) if colour else text
    if contrast(brand, tile) >= _SIGN_CONTRAST:
        return brand
    if brand.hslSaturationF() < _GREY or brand.lightnessF() < 0.08:
        return text
    return _readable(brand, tile, _SIGN_CONTRAST)


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _draw(painter: QPainter, rect: QRectF, icon: Icon, title: str) -> None:
    if icon.image and not (image := QImage.fromData(icon.image)).isNull():
        painter.drawImage(rect, image)
        return
    brand = _catalogue().get(icon.brand) if icon.brand else None
    if brand is not None:
        _draw_brand(painter, rect, brand)
    else:
        _draw_letter(painter, rect, title)


def _draw_brand(painter: QPainter, rect: QRectF, brand: Brand) -> None:
    from PySide6.QtSvg import QSvgRenderer

    look = current()
    colour = look.text if look.contrast else brand_colour(brand.colour, look.tile, look.text)
    box = " ".join(f"{edge:g}" for edge in brand.view_box)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">'
        f'<path fill="{colour.name()}" d="{brand.path}"/></svg>'
    )
    QSvgRenderer(QByteArray(svg.encode())).render(painter, rect)


def _draw_letter(painter: QPainter, rect: QRectF, title: str) -> None:
    look = current()
    colour = (
        look.text
        if look.contrast
        else _readable(QColor.fromHslF(_hue(title) / 360, 0.55, 0.45), look.tile, _TEXT_CONTRAST)
    )
    font = QFont()
    font.setFamilies(look.families)
    font.setPixelSize(max(1, round(rect.height() * 0.86)))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, _initial(title))


def _initial(title: str) -> str:
    """The first character as people count: an emoji of several code points is one."""
    text = title.strip()
    if not text:
        return "?"
    end = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text).toNextBoundary()
    return text.encode("utf-16-le")[: 2 * end].decode("utf-16-le", "ignore").upper()


def _hue(title: str) -> int:
    """The same title has the same colour everywhere."""
    return zlib.crc32(title.strip().casefold().encode("utf-8", "ignore")) % 360


def _readable(colour: QColor, ground: QColor, wanted: float) -> QColor:
    """The nearest lightness of a colour that reaches the contrast on its ground."""
    hue, saturation, lightness = colour.hslHueF(), colour.hslSaturationF(), colour.lightnessF()
    step = 0.02 if _luminance(ground) < 0.2 else -0.02
    while 0.0 <= lightness <= 1.0:
        tried = QColor.fromHslF(max(hue, 0.0), saturation, lightness)
        if contrast(tried, ground) >= wanted:
            return tried
        lightness += step
    return QColor(Qt.GlobalColor.white if step > 0 else Qt.GlobalColor.black)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


@cache
def _catalogue() -> Catalogue:
    from warifu.icons.catalogue import Catalogue

    return Catalogue.open(None)
