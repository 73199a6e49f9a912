"""The mark for the tray, in ink that can be read on the panel it stands on."""

from __future__ import annotations

import os
import sys
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap, qGray

from warifu.desktop.theme import watcher
from warifu.desktop.theme.mark import paint_mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QRect

_SIDES = (16, 22, 24, 32, 44, 48, 64, 96)  # pixels
_DARK, _LIGHT = QColor("#1D1C1A"), QColor("#F7F6F3")
_MIDDLE_GREY = 128
_HALO = QColor(29, 28, 26, 150)


class Panel(Enum):
    """What is known of the colour behind the icon."""

    LIGHT = auto()
    DARK = auto()
    UNKNOWN = auto()
    TINTED = auto()  # the system colours the icon by itself


def panel(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Panel:
    """The panel of this desktop at this moment."""
    if platform == "darwin":
        return Panel.TINTED
    if platform == "win32":
        return Panel.LIGHT if _windows_taskbar_is_light() else Panel.DARK
    desktops = environment.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    if "GNOME" in desktops or "UNITY" in desktops or "X-CINNAMON" in desktops:
        return Panel.DARK  # whatever the applications look like
    if "KDE" in desktops and watcher().choice == "system":
        scheme = QGuiApplication.styleHints().colorScheme()
        return Panel.DARK if scheme == Qt.ColorScheme.Dark else Panel.LIGHT
    return Panel.UNKNOWN


def panel_under(place: QRect) -> Panel:
    """The panel around an icon of an X11 tray, by what is on the screen at the icon's empty corners."""
    screen = QGuiApplication.screenAt(place.center())
    if screen is None or place.isEmpty():
        return Panel.UNKNOWN
    origin = screen.geometry().topLeft()
    seen = screen.grabWindow(
        0, place.x() - origin.x(), place.y() - origin.y(), place.width(), place.height()
    ).toImage()
    if seen.isNull():
        return Panel.UNKNOWN
    right, bottom = seen.width() - 1, seen.height() - 1
    corners = ((0, 0), (right, 0), (0, bottom), (right, bottom))
    brightness = sorted(qGray(seen.pixel(x, y)) for x, y in corners)
    return Panel.LIGHT if brightness[1] + brightness[2] > 2 * _MIDDLE_GREY else Panel.DARK


def tray_icon(behind: Panel) -> QIcon:
    """The mark for that panel; on an unknown one light ink keeps a dark edge, so that it shows on both."""
    icon = QIcon()
    for side in _SIDES:
        icon.addPixmap(_drawn(side, behind))
    icon.setIsMask(behind is Panel.TINTED)
    return icon


def _drawn(side: int, behind: Panel) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    inset = side / 12
    box = QRectF(0, 0, side, side).adjusted(inset, inset, -inset, -inset)
    if behind is Panel.UNKNOWN:
        step = max(side / 22, 0.8)
        for x, y in ((-step, 0), (step, 0), (0, -step), (0, step)):
            paint_mark(painter, box.translated(x, y), _HALO)
    paint_mark(painter, box, _LIGHT if behind in (Panel.DARK, Panel.UNKNOWN) else _DARK)
    painter.end()
    return pixmap


def _windows_taskbar_is_light() -> bool:
    import winreg

    path = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"
    try:
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:  # type: ignore[attr-defined,unused-ignore]
            return bool(winreg.QueryValueEx(key, "SystemUsesLightTheme")[0])  # type: ignore[attr-defined,unused-ignore]
    except OSError:
        return False  # before Windows 10 1903 the taskbar was dark
