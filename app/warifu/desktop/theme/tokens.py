"""Every colour, size and space of the window, by name."""

from __future__ import annotations

import sys
from typing import NamedTuple

from PySide6.QtGui import QColor

_FAMILIES = {
    "win32": ("Segoe UI Variable Text", "Segoe UI", "Yu Gothic UI", "Meiryo UI"),
    "darwin": (".AppleSystemUIFont", "Hiragino Sans"),
    "linux": ("Inter", "Noto Sans", "Noto Sans CJK JP", "DejaVu Sans"),
}
_MONO = {
    "win32": ("Cascadia Mono", "Consolas", "Yu Gothic UI"),
    "darwin": ("SF Mono", "Menlo"),
    "linux": ("DejaVu Sans Mono", "Noto Sans Mono", "Liberation Mono"),
}


class Tokens(NamedTuple):  # which Python makes four times faster than a frozen dataclass
    """One look. Lengths are logical pixels; the system's scale multiplies them."""

    dark: bool
    contrast: bool
    window: QColor
    surface: QColor  # fields, cards, the row under the cursor
    hover: QColor  # a row or button under the mouse
    chosen: QColor  # a selected row
    text: QColor
    muted: QColor
    line: QColor
    tile: QColor  # behind an icon
    primary: QColor
    on_primary: QColor
    urgent: QColor
    on_urgent: QColor
    good: QColor
    track: QColor  # the part of a ring that is over
    border: int = 1
    scene: QColor = QColor("#2B2A28")  # where a camera's picture will be
    on_scene: QColor = QColor("#F2EFEB")
    seen: QColor = QColor("#8CCBA9")  # around a code in a picture

    space_xs: int = 4
    space_s: int = 8
    space_m: int = 12
    space_l: int = 16
    space_xl: int = 24
    page_margin: int = 18  # left and right of a page's text

    radius_s: int = 6
    radius_m: int = 8
    radius_l: int = 10
    field_height: int = 36
    button_height: int = 36
    row_normal: int = 72
    row_compact: int = 48
    tile_normal: int = 42
    tile_compact: int = 28
    ring: int = 22

    small: int = 12
    label: int = 13
    body: int = 14
    title: int = 14
    heading: int = 19
    code: int = 24
    code_compact: int = 19
    code_big: int = 56
    mono: int = 13
    kit: int = 23  # of a code to be written down
    families: tuple[str, ...] = _FAMILIES.get(sys.platform, _FAMILIES["linux"])
    mono_families: tuple[str, ...] = _MONO.get(sys.platform, _MONO["linux"])


def light() -> Tokens:
    """Ink on paper."""
    return Tokens(
        dark=False,
        contrast=False,
        window=QColor("#F7F6F3"),
        surface=QColor("#FFFFFF"),
        hover=QColor("#EFEDE8"),
        chosen=QColor("#E1E8F1"),
        text=QColor("#1D1C1A"),
        muted=QColor("#6C6862"),
        line=QColor("#E5E2DC"),
        tile=QColor("#F1EFEB"),
        primary=QColor("#2A4D7C"),
        on_primary=QColor("#FFFFFF"),
        urgent=QColor("#C6361C"),
        on_urgent=QColor("#FFFFFF"),
        good=QColor("#2F6B4F"),
        track=QColor("#E5E2DC"),
    )


def dark() -> Tokens:
    """Paper on ink."""
    return Tokens(
        dark=True,
        contrast=False,
        window=QColor("#181715"),
        surface=QColor("#22201E"),
        hover=QColor("#2A2825"),
        chosen=QColor("#263140"),
        text=QColor("#F2EFEB"),
        muted=QColor("#A7A19A"),
        line=QColor("#35322F"),
        tile=QColor("#2E2B28"),
        primary=QColor("#9DBDEB"),
        on_primary=QColor("#12202F"),
        urgent=QColor("#FF8266"),
        on_urgent=QColor("#2B0D06"),
        good=QColor("#8CCBA9"),
        track=QColor("#35322F"),
    )


def contrast(is_dark: bool) -> Tokens:
    """Nothing but full contrast: every text at least 7:1, every edge drawn in the colour of text."""
    paper, ink = (QColor("#000000"), QColor("#FFFFFF")) if is_dark else (QColor("#FFFFFF"), QColor("#000000"))
    return Tokens(
        dark=is_dark,
        contrast=True,
        window=paper,
        surface=paper,
        hover=QColor("#2B2B2B") if is_dark else QColor("#E6E6E6"),
        chosen=QColor("#3A3A3A") if is_dark else QColor("#D6D6D6"),
        text=ink,
        muted=ink,
        line=ink,
        tile=paper,
        primary=QColor("#FFE94D") if is_dark else QColor("#00308F"),
        on_primary=paper,
        urgent=QColor("#FFA28C") if is_dark else QColor("#A80000"),
        on_urgent=paper,
        good=QColor("#8CF2B8") if is_dark else QColor("#00532A"),
        track=QColor("#5E5E5E") if is_dark else QColor("#9A9A9A"),
        border=2,
        scene=QColor("#000000"),
        on_scene=QColor("#FFFFFF"),
        seen=QColor("#8CF2B8"),
    )
