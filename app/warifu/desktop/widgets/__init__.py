"""The parts that pages are made of. They paint themselves from the tokens of the moment.

Those that the list of accounts does without come when they are asked for: Qt's classes behind them take
memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.desktop.widgets.buttons import Chip, IconButton, LinkButton, PrimaryButton, QuietButton, Switch
from warifu.desktop.widgets.codes import BrandTile, CodeLabel, CountdownRing, paint_tile, spoken
from warifu.desktop.widgets.containers import Card, Line, Mark, ScrollPage, ThinScrollBar
from warifu.desktop.widgets.fields import PasswordField, TextField
from warifu.desktop.widgets.labels import Caption, ErrorLine, FieldLabel, Heading, Muted, announce

if TYPE_CHECKING:
    from warifu.desktop.widgets.choice_field import ChoiceField
    from warifu.desktop.widgets.note_field import NoteField
    from warifu.desktop.widgets.tick_list import TickList

__all__ = [
    "BrandTile", "Caption", "Card", "Chip", "ChoiceField", "CodeLabel", "CountdownRing", "ErrorLine",
    "FieldLabel", "Heading", "IconButton", "Line", "LinkButton", "Mark", "Muted", "NoteField",
    "PasswordField", "PrimaryButton", "QuietButton", "ScrollPage", "Switch", "TextField", "ThinScrollBar",
    "TickList", "announce", "paint_tile", "spoken",
]  # fmt: skip

_SELDOM = {"ChoiceField": "choice_field", "NoteField": "note_field", "TickList": "tick_list"}


def __getattr__(name: str) -> type:
    if name not in _SELDOM:
        raise AttributeError(name)
    from importlib import import_module

    found: type = getattr(import_module(f"{__name__}.{_SELDOM[name]}"), name)
    return found
