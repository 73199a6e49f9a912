"""The parts that pages are made of. They paint themselves from the tokens of the moment."""

from warifu.desktop.widgets.buttons import Chip, IconButton, LinkButton, PrimaryButton, QuietButton, Switch
from warifu.desktop.widgets.codes import BrandTile, CodeLabel, CountdownRing, paint_tile, spoken
from warifu.desktop.widgets.containers import Card, Line, Mark, ScrollPage, ThinScrollBar
from warifu.desktop.widgets.fields import ChoiceField, NoteField, PasswordField, TextField
from warifu.desktop.widgets.labels import Caption, ErrorLine, FieldLabel, Heading, Muted, announce
from warifu.desktop.widgets.tick_list import TickList

__all__ = [
    "BrandTile", "Caption", "Card", "Chip", "ChoiceField", "CodeLabel", "CountdownRing", "ErrorLine",
    "FieldLabel", "Heading", "IconButton", "Line", "LinkButton", "Mark", "Muted", "NoteField",
    "PasswordField", "PrimaryButton", "QuietButton", "ScrollPage", "Switch", "TextField", "ThinScrollBar",
    "TickList", "announce", "paint_tile", "spoken",
]  # fmt: skip
