"""Every visible sentence passes through here on its way to the screen.

The first argument of ``tr`` and the two of ``tr_n`` are literals at the place of the call, so that the
translation files can be kept complete by reading the source. All messages live in the one context ``Warifu``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

if TYPE_CHECKING:
    from warifu.core.errors import AppError
    from warifu.core.text import Text

CONTEXT = "Warifu"
_installed: list[QTranslator] = []


def tr(text: str, **fields: Any) -> str:
    """The sentence in the user's language, its ``{names}`` filled."""
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**fields) if fields else translated


def tr_n(n: int, one: str, many: str, **fields: Any) -> str:
    """The sentence for ``n`` things, ``{n}`` filled. ``many`` is the key of a message with plural forms."""
    translated = QCoreApplication.translate(CONTEXT, many, None, n)
    chosen = one if translated == many and n == 1 else translated
    return chosen.format(n=n, **fields)


def shown(text: Text | str) -> str:
    """A sentence of the layers below, in the user's language."""
    if isinstance(text, str):
        return tr(text)
    return tr(text.template, **{name: _field(value) for name, value in text.fields.items()})


def said(error: AppError) -> str:
    """All that a refusal says, in one line."""
    return " ".join(shown(part) for part in (error.title, error.detail, error.hint) if part)


def _field(value: Any) -> Any:
    return shown(value) if hasattr(value, "template") else value


def chosen_language(choice: str) -> str:
    """The two-letter language for a setting of ``system``, ``en`` or ``ja``."""
    if choice != "system":
        return choice
    return next((name[:2] for name in QLocale.system().uiLanguages() if name[:2] in ("en", "ja")), "en")


def install(app: QCoreApplication, choice: str) -> str:
    """Make ``app`` speak the language of the setting, and say which it is. English needs no file."""
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    language = chosen_language(choice)
    QLocale.setDefault(QLocale.system() if choice == "system" else QLocale(language))
    if language != "en":
        from warifu.resources import resource

        translator = QTranslator(app)
        if translator.load(str(resource(f"translations/warifu_{language}.qm"))):
            app.installTranslator(translator)
            _installed.append(translator)
    return language
