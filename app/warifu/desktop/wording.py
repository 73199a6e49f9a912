"""Dates and paths, as pages write them."""

from __future__ import annotations

import re

from PySide6.QtCore import QDateTime, QLocale

from warifu.desktop.i18n import tr


def day(time: float) -> str:
    """The date of Unix seconds in the computer's own zone, with the month as a word where that is usual."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(time)).date(), tr("d MMM yyyy"))


def long_day(time: float) -> str:
    """The same as the language writes it in full."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(time)).date(), QLocale.FormatType.LongFormat)


def breakable(path: object) -> str:
    """A path that may be broken over lines after its separators, but not before its first name."""
    text = re.sub(r"(?<=.[/\\._-])(?=.)", "\u200b", str(path))
    return re.sub(r"^/(?=.)", "/\u2060", text)
