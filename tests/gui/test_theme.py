"""Colours that can be read, in every look, and that follow the system."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QLabel

from warifu.desktop import theme
from warifu.desktop.theme import tokens

LOOKS = {
    "light": tokens.light(),
    "dark": tokens.dark(),
    "contrast, light": tokens.contrast(False),
    "contrast, dark": tokens.contrast(True),
}


@pytest.fixture(autouse=True)
def _back_to_light(qapp):
    yield
    theme.apply(qapp, "light")


def luminance(colour: QColor) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def ratio(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", LOOKS)
def test_text_meets_wcag(name) -> None:
    look = LOOKS[name]
    enough = 7.0 if look.contrast else 4.5
    for ground in (look.window, look.surface, look.hover):
        for ink in (look.text, look.muted, look.urgent, look.primary):
            least = min(enough, 4.5) if ground is look.hover else enough
            assert ratio(ink, ground) >= least, (ink.name(), ground.name())
    assert ratio(look.on_primary, look.primary) >= enough
    assert ratio(look.on_urgent, look.urgent) >= enough
    assert ratio(look.good, look.window) >= 3  # a dot, beside words


@pytest.mark.parametrize("name", ["contrast, light", "contrast, dark"])
def test_high_contrast_draws_edges(name) -> None:
    look = LOOKS[name]
    assert ratio(look.line, look.window) >= 7
    assert look.border >= 2


def test_the_system_is_followed_while_running(qapp, qtbot, monkeypatch) -> None:
    """The offscreen platform has no colour scheme of its own, so the test says what the system would."""
    theme.apply(qapp, "system")
    label = QLabel("text")
    qtbot.addWidget(label)
    label.show()
    for scheme, look in ((Qt.ColorScheme.Dark, tokens.dark()), (Qt.ColorScheme.Light, tokens.light())):
        is_dark = scheme is Qt.ColorScheme.Dark
        monkeypatch.setattr(theme, "_system_is_dark", lambda _app, is_dark=is_dark: is_dark)
        qapp.styleHints().colorSchemeChanged.emit(scheme)
        assert theme.current() == look
        qtbot.waitUntil(lambda look=look: label.palette().color(QPalette.ColorRole.WindowText) == look.text)


def test_high_contrast_of_the_system_is_followed(qapp, monkeypatch) -> None:
    theme.apply(qapp, "system")
    monkeypatch.setattr(theme, "_contrast_wanted", lambda _app: True)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.current().contrast


@pytest.mark.parametrize(
    ("choice", "look"), [("light", "light"), ("dark", "dark"), ("contrast", "contrast, light")]
)
def test_a_choice_goes_before_the_system(qapp, choice, look) -> None:
    theme.apply(qapp, "system")
    theme.apply(qapp, choice)
    assert theme.current() == LOOKS[look]


@pytest.mark.parametrize("role", ["code", "code_compact", "code_big", "small", "label", "mono"])
def test_digits_have_one_width(qapp, role) -> None:
    theme.apply(qapp, "light")
    metrics = QFontMetricsF(theme.font(role))
    widths = [metrics.horizontalAdvance(digit) for digit in "0123456789"]
    assert max(widths) - min(widths) < 0.05  # the font's own rounding
