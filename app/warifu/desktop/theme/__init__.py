"""How Warifu looks: light, dark or high contrast, following the system while it runs.

Widgets read ``current()`` while they paint and so need no notice of a change: the new palette repaints all.
Who keeps a colour or a font beyond one painting connects to ``watcher().theme_changed``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QPalette

from warifu.desktop.theme import tokens as _tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from warifu.desktop.theme.tokens import Tokens


class Watcher(QObject):
    """Tells of a new look."""

    theme_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = "system"
        self.tokens: Tokens = _tokens.light()
        self.following = False


@lru_cache(maxsize=1)
def watcher() -> Watcher:
    """The one watcher of this process."""
    return Watcher()


def current() -> Tokens:
    """The look of this moment."""
    return watcher().tokens


def apply(app: QApplication, choice: str) -> None:
    """Take the look of a setting: ``system``, ``light``, ``dark`` or ``contrast``; repaint what is open."""
    state = watcher()
    state.choice = choice
    hints = app.styleHints()
    wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(choice, Qt.ColorScheme.Unknown)
    if not state.following:
        if app.style().name() != "fusion":
            app.setStyle("Fusion")
        state.following = True
        hints.colorSchemeChanged.connect(lambda _scheme: _refresh(app))
        if hasattr(hints, "accessibility"):  # Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(lambda _preference: _refresh(app))
    hints.setColorScheme(wanted)
    _refresh(app)


def _refresh(app: QApplication) -> None:
    state = watcher()
    state.tokens = _look(app, state.choice)
    _font_of.cache_clear()
    app.setFont(font("body"))
    app.setPalette(_palette(state.tokens))
    state.theme_changed.emit()


def _look(app: QApplication, choice: str) -> Tokens:
    is_dark = _system_is_dark(app)
    if choice == "contrast" or (choice == "system" and _contrast_wanted(app)):
        return _tokens.contrast(is_dark)
    if choice == "system":
        return _tokens.dark() if is_dark else _tokens.light()
    return _tokens.dark() if choice == "dark" else _tokens.light()


def _system_is_dark(app: QGuiApplication) -> bool:
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _contrast_wanted(app: QGuiApplication) -> bool:
    hints = app.styleHints()
    if not hasattr(hints, "accessibility"):
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def _palette(look: Tokens) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for which, colour in (
        (role.Window, look.window),
        (role.WindowText, look.text),
        (role.Base, look.surface),
        (role.AlternateBase, look.hover),
        (role.Text, look.text),
        (role.Button, look.surface),
        (role.ButtonText, look.text),
        (role.BrightText, look.urgent),
        (role.PlaceholderText, look.muted),
        (role.ToolTipBase, look.text),
        (role.ToolTipText, look.window),
        (role.Highlight, look.primary),
        (role.HighlightedText, look.on_primary),
        (role.Accent, look.primary),
        (role.Link, look.primary),
        (role.LinkVisited, look.primary),
        (role.Light, look.surface),
        (role.Midlight, look.hover),
        (role.Mid, look.line),
        (role.Dark, look.line),
        (role.Shadow, look.line),
    ):
        palette.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, look.muted)
    return palette


_SEMIBOLD = ("title", "heading", "code", "code_compact", "code_big")
_DIGITS = ("code", "code_compact", "code_big", "small", "label", "mono")
_MONO = ("mono", "kit")
_SPACING = {"code": 0.6, "code_compact": 0.5, "code_big": 1.5}  # logical pixels between digits


def font(role: str) -> QFont:
    """The font of a role: body, label, small, title, heading, code, code_compact, code_big, mono or kit."""
    return QFont(_font_of(role))


@lru_cache(maxsize=16)
def _font_of(role: str) -> QFont:
    look = current()
    made = QFont()
    made.setFamilies(list(look.mono_families if role in _MONO else look.families))
    made.setPixelSize(getattr(look, role))
    if role in _SEMIBOLD:
        made.setWeight(QFont.Weight.Bold if role == "heading" else QFont.Weight.DemiBold)
    if role in _DIGITS:
        made.setFeature(QFont.Tag("tnum"), 1)  # digits of one width; fonts without it ignore the wish
    if role in _SPACING:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _SPACING[role])
    return made
