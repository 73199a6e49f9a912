"""Icons of accounts: a brand's sign, the user's picture, or the first letter of the title."""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPixmap, QPixmapCache

from warifu.core.account import Icon
from warifu.desktop.theme import current, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from warifu.desktop.theme.tokens import Tokens
    from warifu.icons.catalogue import Brand, Catalogue

_STEP = re.compile("([MLCQZ])([^MLCQZ]*)")
_SIGN_CONTRAST = 3.0  # WCAG 2.2, 1.4.11: graphics
_TEXT_CONTRAST = 4.5  # WCAG 2.2, 1.4.3: letters
_INKY = 0.02  # luminance below which a brand's colour is ink to the eye
_GREY = 0.12  # HSL saturation below which a brand's colour is only black or white


def paint_icon(painter: QPainter, rect: QRectF, icon: Icon, title: str, dark: bool) -> None:
    """Draw the icon into the middle of ``rect`` (logical pixels); the tile behind it is the caller's."""
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    side = min(rect.width(), rect.height())
    if side <= 0:
        return
    picture = pixmap(icon, title, side, ratio, dark)
    half = picture.deviceIndependentSize() / 2
    x, y = rect.center().x() - half.width(), rect.center().y() - half.height()
    # On whole pixels of the screen, or the picture would be smeared over its neighbours.
    painter.drawPixmap(QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio), picture)


def pixmap(icon: Icon, title: str, size: float, dpr: float, dark: bool) -> QPixmap:
    """The icon as a picture of ``size`` logical pixels, kept for the next time."""
    look = _look(dark)
    pixels = max(1, round(size * dpr))
    key = f"warifu:{_sort(icon, title)}:{pixels}:{dpr:.3f}:{look.tile.name()}:{look.text.name()}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    made = QPixmap(pixels, pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    _draw(painter, QRectF(made.rect()), icon, title, look)
    painter.end()
    made.setDevicePixelRatio(dpr)
    QPixmapCache.insert(key, made)
    return made


def _look(dark: bool) -> Tokens:
    """The look of this moment, or the usual one where a panel and the window are not alike."""
    look = current()
    return look if look.dark == dark else tokens.dark() if dark else tokens.light()


def _sort(icon: Icon, title: str) -> str:
    """What tells the pictures of two icons apart."""
    if icon.image:
        return f"·{hash(icon.image)}·{_initial(title)}{_hue(title)}"
    if icon.brand and _is_known(icon.brand):
        return icon.brand
    return f"·{_initial(title)}{_hue(title)}"


def brand_colour(colour: str, tile: QColor, text: QColor) -> QColor:
    """A brand's colour as seen on ``tile``: signs almost black or white take the text's, dim ones rise."""
    brand = QColor(colour) if colour else text
    if contrast(brand, tile) >= _SIGN_CONTRAST:
        return brand
    if brand.hslSaturationF() < _GREY or _luminance(brand) < _INKY:
        return text
    return _readable(brand, tile, _SIGN_CONTRAST)


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _draw(painter: QPainter, rect: QRectF, icon: Icon, title: str, look: Tokens) -> None:
    if icon.image and not (image := QImage.fromData(icon.image)).isNull():
        painter.drawImage(rect, image)
        return
    brand = _catalogue().get(icon.brand) if icon.brand else None
    if brand is not None:
        _draw_brand(painter, rect, brand, look)
    else:
        _draw_letter(painter, rect, title, look)


def _draw_brand(painter: QPainter, rect: QRectF, brand: Brand, look: Tokens) -> None:
    left, top, width, height = brand.view_box
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / width, rect.height() / height)
    painter.translate(-left, -top)
    for colour, path in ((brand.colour, brand.path), *brand.accents):
        ink = look.text if look.contrast else brand_colour(colour, look.tile, look.text)
        painter.fillPath(outline(path), ink)
    painter.restore()


def outline(path: str) -> QPainterPath:
    """The shape of a path of the catalogue. Drawn so, it needs neither QtSvg nor its 1.3 MB of memory."""
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.WindingFill)  # SVG 2, 13.4.2: what is usual there
    draw: dict[str, Callable[..., None]] = {
        "M": made.moveTo, "L": made.lineTo, "C": made.cubicTo, "Q": made.quadTo,
    }  # fmt: skip
    for letter, numbers in _STEP.findall(path):
        if letter == "Z":
            made.closeSubpath()
        else:
            draw[letter](*map(float, numbers.split()))
    return made


def _draw_letter(painter: QPainter, rect: QRectF, title: str, look: Tokens) -> None:
    letter = _initial(title)
    font = _letter_font(rect.height() * 0.86)
    width = QFontMetrics(font).horizontalAdvance(letter)
    if width > rect.width():
        font.setPixelSize(max(1, int(font.pixelSize() * rect.width() / width)))
    painter.setFont(font)
    painter.setPen(look.text if look.contrast else letter_colour(title, look.tile))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter)


def letter_colour(title: str, tile: QColor) -> QColor:
    """The colour of a title's letter on ``tile``: the same title has the same hue everywhere."""
    return _readable(QColor.fromHslF(_hue(title) / 360, 0.55, 0.45), tile, _TEXT_CONTRAST)


def _letter_font(pixels: float) -> QFont:
    font = QFont()
    font.setFamilies(current().families)
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _initial(title: str) -> str:
    """The first character, as people count, that the fonts of this computer can draw."""
    metrics = QFontMetrics(_letter_font(16))
    for sign in _graphemes(title.encode("utf-8", "ignore").decode()):
        if unicodedata.category(sign[0])[0] in "LNS" and metrics.inFontUcs4(ord(sign[0])):
            return sign.upper() if len(sign.upper()) == len(sign) else sign
    return "?"


def _graphemes(text: str) -> Iterator[str]:
    """Characters as people count: an emoji of several code points is one."""
    units = text.encode("utf-16-le")
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    begin = 0
    while (end := finder.toNextBoundary()) > begin:
        yield units[2 * begin : 2 * end].decode("utf-16-le")
        begin = end


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


@lru_cache(maxsize=1024)
def _is_known(slug: str) -> bool:
    return _catalogue().get(slug) is not None


@cache
def _catalogue() -> Catalogue:
    from warifu.icons.catalogue import Catalogue

    return Catalogue.open(None)
